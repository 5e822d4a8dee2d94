namespace FlashSale.Grains;

/// <summary>What the orders themselves say: units sold and held, money, and verdicts.</summary>
internal sealed class OrderCount
{
    private readonly HashSet<CheckoutId> _checkouts = [];
    private readonly Dictionary<ListingId, (long Held, long Sold)> _units = [];
    private readonly Dictionary<int, long> _paidLines = [];
    private readonly Dictionary<(BuyerId Buyer, PaymentChannel Channel), Money> _left = [];

    /// <summary>What the orders say.</summary>
    public OrderAudit Orders { get; } = new();

    /// <summary>What came from a buyer by a channel and has not gone back.</summary>
    public Money LeftOf(BuyerId buyer, PaymentChannel channel) => _left.GetValueOrDefault((buyer, channel));

    /// <summary>Orders that were paid as a whole.</summary>
    public long PaidOrders { get; private set; }

    /// <summary>Lines of these orders by the day in China on which they were paid.</summary>
    public IReadOnlyDictionary<int, long> PaidLines => _paidLines;

    /// <summary>Verdicts on stores, and on buyers.</summary>
    public (long OfStores, long OfBuyers) Verdicts { get; private set; }

    /// <summary>Units that orders hold, and that they bought and kept.</summary>
    public (long Held, long Sold) UnitsOf(ListingId listing) => _units.GetValueOrDefault(listing);

    /// <summary>Listings that orders name.</summary>
    public IEnumerable<ListingId> Listings => _units.Keys;

    /// <summary>Adds the orders of a checkout.</summary>
    public void Add(RowKey key, CheckoutRow row, bool isEnded)
    {
        var id = new CheckoutId(new BuyerId((int)key.Owner), (int)key.Item);
        Orders.Once.Expect(
            _checkouts.Add(id) && row.HasEnded == isEnded, $"{id} is kept twice, or in the wrong place");
        for (var part = 0; part < row.Orders.Length; part++)
        {
            var order = row.Orders[part];
            Orders.Once.Expect(
                order.Order.Id == id.Order(part), $"{order.Order.Id} is kept as {id.Order(part)}");
            Add(order);
        }
    }

    private void Add(OrderRow row)
    {
        var order = row.Order;
        Orders.Add(order, row.Lines, row.HasEnded);
        for (var at = 0; at < row.Lines.Length; at++)
        {
            var line = row.Lines[at];
            var (heldNow, soldNow) = Orders.AddUnits(
                order.Id, order.Status, line.Listing, line.Kept, line.Hold, row.IsLimited[at]);
            var (held, sold) = _units.GetValueOrDefault(line.Listing);
            _units[line.Listing] = (held + heldNow, sold + soldNow);
        }

        AddLeft(order.Id.Buyer, order.Payments.First);
        AddLeft(order.Id.Buyer, order.Payments.Last);
        if (order.PaidAt is { } paidAt && !IsSoldOut(row))
        {
            var day = ChinaTime.DayOf(paidAt);
            PaidOrders++;
            _paidLines[day] = _paidLines.GetValueOrDefault(day) + row.Lines.Length;
        }

        Verdicts = (
            Verdicts.OfStores + (order.Credits.OfStore != default ? 1 : 0),
            Verdicts.OfBuyers + (order.Credits.OfBuyer != default ? 1 : 0));
    }

    private static bool IsSoldOut(OrderRow row) =>
        row.Order.Status == OrderStatus.Closed && Array.TrueForAll(row.Lines, line => line.Returned == 0);

    private void AddLeft(BuyerId buyer, in PaymentPart part)
    {
        if (part.Left != Money.Zero)
        {
            _left[(buyer, part.Channel)] = LeftOf(buyer, part.Channel) + part.Left;
        }
    }
}
