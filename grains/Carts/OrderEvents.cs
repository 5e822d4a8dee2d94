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

    /// <summary>Adds an event with the next save.</summary>
    public void Add(OrderEventKind kind, OrderRow row, DateTimeOffset at, Money amount = default) =>
        Add(Event(kind, row, at) with { Amount = amount });

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

    private static OrderEvent Event(OrderEventKind kind, OrderRow row, DateTimeOffset at) => new()
    {
        Kind = kind,
        Order = row.Order.Id,
        Store = row.Order.Store,
        Seller = row.Seller,
        At = at,
    };

    // Numbers rise with time and never fall, so that a buyer's events stay in their order.
    private void Add(OrderEvent one)
    {
        _last = Math.Max(_last + 1, room.Now.ToUnixTimeMilliseconds() * PerMillisecond);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(_last / PerMillisecond);
        rows.PutOnce(new RowKey(RowKind.Event, buyer.Value, _last), one, at);
        _hasNew = true;
    }
}
