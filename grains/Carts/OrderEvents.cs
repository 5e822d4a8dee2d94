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

    /// <summary>Adds an event with the next save.</summary>
    public void Add(OrderEventKind kind, OrderRow row, DateTimeOffset at, Money amount = default) =>
        Add(Event(kind, row, at) with { Amount = amount });

    /// <summary>Adds the event that an order is paid as a whole, with the next save.</summary>
    public void AddPaid(OrderRow row, DateTimeOffset at) =>
        Add(Event(OrderEventKind.Paid, row, at) with
        {
            Amount = row.Order.Total,
            Category = row.First.Category,
            Sales = [.. row.Lines.Select(line => new Sale(line.Listing, line.ToPay))],
        });

    /// <summary>Adds a verdict with the next save.</summary>
    public void AddVerdict(
        RatedSide side, CreditRating verdict, CreditDecision decision, OrderRow row, DateTimeOffset at)
    {
        var isOfStore = side == RatedSide.Store;
        Add(Event(isOfStore ? OrderEventKind.StoreRated : OrderEventKind.BuyerRated, row, at) with
        {
            Credit = verdict,
            Decision = decision,
            Rating = isOfStore ? row.Order.Rating : default,
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

    private static OrderEvent Event(OrderEventKind kind, OrderRow row, DateTimeOffset at)
    {
        var before = row.HeldTold;
        row.HeldTold = row.Order.Escrow.Held;
        return new OrderEvent
        {
            Kind = kind,
            Order = row.Order.Id,
            Store = row.Order.Store,
            Seller = row.Seller,
            At = at,
            Guarded = row.HeldTold - before,
        };
    }

    // Numbers rise with time and never fall, so that a buyer's events stay in their order.
    private void Add(OrderEvent one)
    {
        _last = Math.Max(_last + 1, room.Now.ToUnixTimeMilliseconds() * PerMillisecond);
        rows.PutOnce(new RowKey(RowKind.Event, buyer.Value, _last), one, MomentOf(_last));
        _hasNew = true;
    }
}
