using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// What the orders of a market say, one by one: their lines, the units that they hold and bought, their money
/// and by whom it came. Hosts go over their rows and compare the rest with it.
/// </summary>
/// <remarks>Rules CRT-1, ESC-3, ESC-5, INV-1, INV-3, ORD-4.</remarks>
public sealed class OrderAudit
{
    private readonly AuditFindings _lines = new("orders-have-lines", "CRT-1");
    private readonly AuditFindings _moneyAddsUp = new("order-money-adds-up", "ESC-3");
    private readonly Dictionary<(ListingId Listing, BuyerId Buyer), int> _unitsOfLimited = [];
    private OrderMoney _money;
    private long _orders;

    /// <summary>Whether each order is kept once, where it belongs: a host knows where that is.</summary>
    public AuditFindings Once { get; } = new("orders-exist-once", "ORD-4");

    /// <summary>Units of limited listings by buyer, in the order in which orders were met.</summary>
    public IReadOnlyDictionary<(ListingId Listing, BuyerId Buyer), int> UnitsOfLimited => _unitsOfLimited;

    /// <summary>The money of all orders.</summary>
    public OrderMoney Sums => _money;

    /// <summary>The same money by the channels that it came by.</summary>
    public PayerMoney Payers { get; } = new();

    /// <summary>Adds an order with its lines.</summary>
    public void Add(in Order order, ReadOnlySpan<OrderLine> lines, bool hasEnded)
    {
        var (id, status, escrow) = (order.Id, order.Status, order.Escrow);
        var (total, toPay, returned) = (order.Total, Money.Zero, Money.Zero);
        foreach (ref readonly var line in lines)
        {
            toPay += line.ToPay;
            returned += line.Returned == 0 ? Money.Zero
                : line.ToPay.ProportionRoundedDown(line.Returned, line.Units);
        }

        _lines.Expect(
            lines.Length > 0 && toPay == total, $"{id}: lines cost {toPay}, the order {total}");
        var isOver = hasEnded || order.IsSettled;
        AddMoney(
            id, status, escrow, order.Payments,
            escrow.Paid == (OrderMoney.PaidUpTo(status, order.Terms) ?? escrow.Paid)
            && (status == OrderStatus.Closed || escrow.Refunded == returned)
            && (isOver ? escrow.Held : escrow.Released) == Money.Zero);
    }

    /// <summary>Adds an order that has ended and of whose lines no prices are kept.</summary>
    public void AddEnded(
        OrderId id,
        OrderStatus status,
        Money total,
        int lines,
        in OrderEscrow escrow,
        in OrderPayments payments)
    {
        _lines.Expect(lines > 0, $"{id} has no lines");
        AddMoney(
            id, status, escrow, payments,
            escrow.Held == Money.Zero && (status == OrderStatus.Closed || escrow.Paid == total));
    }

    /// <summary>Adds the units of a line that did not come back.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="status">The status of its order.</param>
    /// <param name="listing">What was ordered.</param>
    /// <param name="kept">How many did not come back.</param>
    /// <param name="hold">When they are taken out of sale (rule INV-1).</param>
    /// <param name="isLimited">Whether the listing limits the units of one buyer (rule INV-3).</param>
    /// <returns>How many of them are held, and how many are bought.</returns>
    public (int Held, int Sold) AddUnits(
        OrderId order, OrderStatus status, ListingId listing, int kept, HoldMode hold, bool isLimited)
    {
        var isSold = status is >= OrderStatus.Paid and <= OrderStatus.Rated;
        var isHeld = status is OrderStatus.Placed or OrderStatus.DepositPaid && hold == HoldMode.AtOrder;
        if ((isSold || isHeld) && isLimited)
        {
            var key = (listing, order.Buyer);
            _unitsOfLimited[key] = _unitsOfLimited.GetValueOrDefault(key) + kept;
        }

        return (isHeld ? kept : 0, isSold ? kept : 0);
    }

    /// <summary>What was found.</summary>
    public IEnumerable<AuditCheck> Checks() =>
    [
        Once.Close(string.Create(
            CultureInfo.InvariantCulture, $"{_orders:#,0} orders, each found by its id, once")),
        _lines.Close("no order without lines"),
        _moneyAddsUp.Close($"paid {_money.Paid} = held {_money.Held} + released {_money.Released} "
            + $"+ refunded {_money.Refunded}"),
    ];

    private void AddMoney(
        OrderId id, OrderStatus status, in OrderEscrow escrow, in OrderPayments payments, bool fitsStatus)
    {
        var (paid, held, released, refunded) = (escrow.Paid, escrow.Held, escrow.Released, escrow.Refunded);
        _moneyAddsUp.Expect(
            fitsStatus && !paid.IsNegative && !held.IsNegative && !released.IsNegative
                && !refunded.IsNegative && paid == held + released + refunded,
            $"{id} {status}: paid {paid}, held {held}, released {released}, refunded {refunded}");
        _orders++;
        _money.Add(escrow);
        Payers.Add(id, status, escrow, payments);
    }
}
