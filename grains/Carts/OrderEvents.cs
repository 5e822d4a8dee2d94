namespace FlashSale.Grains;

/// <summary>Leaves the events of a buyer's orders in the outbox, in the write that makes them true.</summary>
internal sealed class OrderEvents(GrainRoom room, GrainRows rows, BuyerId buyer)
{
    private const int PerMillisecond = 1 << 10;

    private long _last;
    private bool _hasNew;

    /// <summary>Goes on behind what was left and is not published yet.</summary>
    public async Task Load()
    {
        foreach (var (item, _) in await rows.LoadAll<OrderEvent>(RowKind.Event, buyer.Value))
        {
            _last = Math.Max(_last, item);
            rows.Unload(new RowKey(RowKind.Event, buyer.Value, item));
        }
    }

    /// <summary>When an event happened, given its number.</summary>
    public static DateTimeOffset MomentOf(long number) =>
        DateTimeOffset.FromUnixTimeMilliseconds(number / PerMillisecond);

    /// <summary>Adds an event with the next save, if its kind is told to others.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="row">Its order, as it is now.</param>
    /// <param name="decision">Of a rating, whether it moves points.</param>
    public void Add(in MarketEvent happened, OrderRow row, CreditDecision decision = default)
    {
        if (happened.Kind == MarketEventKind.Placed)
        {
            return; // see OrderEvent
        }

        var isSale = happened.Kind == MarketEventKind.Paid;
        var before = row.HeldTold;
        row.HeldTold = row.Order.Escrow.Held;
        Add(new OrderEvent
        {
            Kind = happened.Kind,
            Order = happened.Order,
            Store = happened.Store,
            Seller = row.Seller,
            At = happened.At,
            Amount = happened.Amount,
            Credit = happened.Credit,
            Decision = decision,
            Rating = happened.Points,
            Guarded = row.HeldTold - before,
            Category = isSale ? row.First.Category : default,
            Sales = isSale ? [.. row.Lines.Select(line => new Sale(line.Listing, line.ToPay))] : null,
            IsByTime = happened.IsByTime,
            Reason = happened.Reason,
            Listing = WatchedEvent.Counts(happened.Kind, happened.Credit) ? happened.Listing : null,
            Complaint = happened.Complaint,
        });
    }

    /// <summary>After a save: tells the outbox, which publishes in its own time.</summary>
    public void Notice()
    {
        if (_hasNew)
        {
            _hasNew = false;
            room.Bell.Ring(OrderFeed.PartitionOf(buyer));
        }
    }

    // Numbers rise with time and never fall, so that a buyer's events stay in their order.
    private void Add(OrderEvent one)
    {
        _last = Math.Max(_last + 1, room.Now.ToUnixTimeMilliseconds() * PerMillisecond);
        rows.PutOnce(new RowKey(RowKind.Event, buyer.Value, _last), one, MomentOf(_last));
        _hasNew = true;
    }
}
