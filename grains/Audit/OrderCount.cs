using System.Globalization;

namespace FlashSale.Grains;

/// <summary>What the orders themselves say: units sold and held, money, and verdicts.</summary>
internal sealed class OrderCount
{
    private readonly HashSet<CheckoutId> _checkouts = [];
    private readonly Dictionary<ListingId, (long Held, long Sold)> _units = [];
    private readonly AuditFindings _once = new("orders-exist-once", "ORD-4");
    private readonly AuditFindings _lines = new("orders-have-lines", "CRT-1");
    private readonly AuditFindings _moneyAddsUp = new("order-money-adds-up", "ESC-3");
    private readonly Dictionary<(BuyerId Buyer, PaymentChannel Channel), Money> _left = [];
    private OrderMoney _money;
    private long _orders;

    /// <summary>Units of limited listings by buyer.</summary>
    public Dictionary<(ListingId Listing, BuyerId Buyer), int> UnitsOfLimited { get; } = [];

    /// <summary>The money of all orders.</summary>
    public OrderMoney Sums => _money;

    /// <summary>The same money by the channels that it came by.</summary>
    public PayerMoney Payers { get; } = new();

    /// <summary>What came from a buyer by a channel and has not gone back.</summary>
    public Money LeftOf(BuyerId buyer, PaymentChannel channel) => _left.GetValueOrDefault((buyer, channel));

    /// <summary>Orders that were paid as a whole.</summary>
    public long PaidOrders { get; private set; }

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
        _once.Expect(
            _checkouts.Add(id) && row.HasEnded == isEnded, $"{id} is kept twice, or in the wrong place");
        for (var part = 0; part < row.Orders.Length; part++)
        {
            var order = row.Orders[part];
            _once.Expect(order.Order.Id == id.Order(part), $"{order.Order.Id} is kept as {id.Order(part)}");
            Add(order);
        }
    }

    /// <summary>What was found about the orders alone.</summary>
    public IEnumerable<AuditCheck> Checks() =>
    [
        _once.Close(string.Create(
            CultureInfo.InvariantCulture, $"{_orders:#,0} orders, each found by its id, once")),
        _lines.Close("no order without lines"),
        _moneyAddsUp.Close($"paid {_money.Paid} = held {_money.Held} + released {_money.Released} "
            + $"+ refunded {_money.Refunded}"),
    ];

    private void Add(OrderRow row)
    {
        _orders++;
        var (order, toPay, returned) = (row.Order, Money.Zero, Money.Zero);
        for (var at = 0; at < row.Lines.Length; at++)
        {
            var line = row.Lines[at];
            toPay += line.ToPay;
            returned += line.ToPay.ProportionRoundedDown(line.Returned, line.Units);
            AddUnits(row, line, row.IsLimited[at]);
        }

        _lines.Expect(
            row.Lines.Length > 0 && toPay == order.Total,
            $"{order.Id}: lines cost {toPay}, the order {order.Total}");
        AddMoney(row, returned);
        PaidOrders += order.PaidAt is not null && !IsSoldOut(row) ? 1 : 0;
        Verdicts = (
            Verdicts.OfStores + (order.Credits.OfStore != default ? 1 : 0),
            Verdicts.OfBuyers + (order.Credits.OfBuyer != default ? 1 : 0));
    }

    private static bool IsSoldOut(OrderRow row) =>
        row.Order.Status == OrderStatus.Closed && Array.TrueForAll(row.Lines, line => line.Returned == 0);

    private void AddUnits(OrderRow row, OrderLine line, bool isLimited)
    {
        var status = row.Order.Status;
        var isSold = status is >= OrderStatus.Paid and <= OrderStatus.Rated;
        var isHeld = status is OrderStatus.Placed or OrderStatus.DepositPaid && line.Hold == HoldMode.AtOrder;
        var (held, sold) = _units.GetValueOrDefault(line.Listing);
        _units[line.Listing] = (held + (isHeld ? line.Units : 0), sold + (isSold ? line.Kept : 0));
        if ((isSold || isHeld) && isLimited)
        {
            var key = (line.Listing, row.Order.Id.Buyer);
            UnitsOfLimited[key] = UnitsOfLimited.GetValueOrDefault(key) + (isSold ? line.Kept : line.Units);
        }
    }

    private void AddMoney(OrderRow row, Money returned)
    {
        var (escrow, status) = (row.Order.Escrow, row.Order.Status);
        var due = OrderMoney.PaidUpTo(status, row.Order.Terms) ?? escrow.Paid;
        var isSettled = RefundRules.IsSettled(row.Order) || row.HasEnded;
        _moneyAddsUp.Expect(
            escrow.Paid == due && !escrow.Held.IsNegative && !escrow.Released.IsNegative
                && (status == OrderStatus.Closed || escrow.Refunded == returned)
                && (isSettled ? escrow.Held : escrow.Released) == Money.Zero,
            $"{row.Order.Id} {status}: paid {escrow.Paid} of {due}, held {escrow.Held}, "
                + $"released {escrow.Released}, refunded {escrow.Refunded}");
        _money.Add(escrow);
        var (id, payments) = (row.Order.Id, row.Order.Payments);
        Payers.Add(id, status, escrow, payments);
        AddLeft(id.Buyer, payments.First);
        AddLeft(id.Buyer, payments.Last);
    }

    private void AddLeft(BuyerId buyer, in PaymentPart part)
    {
        if (part.Left != Money.Zero)
        {
            _left[(buyer, part.Channel)] = LeftOf(buyer, part.Channel) + part.Left;
        }
    }
}
