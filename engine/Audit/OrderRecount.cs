using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// What the orders themselves say: units sold and held per listing, money paid, held, released and refunded.
/// </summary>
internal sealed class OrderRecount(MarketState market)
{
    private readonly long[] _sold = new long[market.Listings.Count];
    private readonly long[] _held = new long[market.Listings.Count];
    private readonly AuditFindings _once = new("orders-exist-once", "ORD-4");
    private readonly AuditFindings _lines = new("orders-have-lines", "CRT-1");
    private readonly AuditFindings _moneyAddsUp = new("order-money-adds-up", "ESC-3");
    private OrderMoney _money;

    /// <summary>Units of limited listings by buyer, in the order in which orders were met.</summary>
    public Dictionary<(ListingId Listing, BuyerId Buyer), int> UnitsOfLimited { get; } = [];

    /// <summary>The money of all orders.</summary>
    public OrderMoney Sums => _money;

    /// <summary>The same money by the channels that it came by.</summary>
    public PayerMoney Payers { get; } = new();

    public long SoldOf(ListingId listing) => _sold[listing.Value];

    public long HeldOf(ListingId listing) => _held[listing.Value];

    /// <summary>Goes over all orders, alive and ended.</summary>
    public void Count()
    {
        for (var row = 0; row < market.Orders.LiveRows; row++)
        {
            if (market.Orders.IsLive(row))
            {
                CountLive(row);
            }
        }

        for (var row = 0; row < market.Orders.Ended; row++)
        {
            CountEnded(row);
        }

        var rows = market.Orders.Alive + (long)market.Orders.Ended;
        var known = market.Orders.Count;
        _once.Expect(rows == known, $"{rows} orders in tables, {known} in the index");
    }

    public AuditCheck OrdersExistOnce() => _once.Close(
        string.Create(
            CultureInfo.InvariantCulture, $"{market.Orders.Count:#,0} orders, each found by its id, once"));

    public AuditCheck OrdersHaveLines() => _lines.Close("no order without lines");

    public AuditCheck OrderMoneyAddsUp() => _moneyAddsUp.Close($"paid {_money.Paid} = held {_money.Held} "
        + $"+ released {_money.Released} + refunded {_money.Refunded}");

    private void CountLive(int row)
    {
        ref readonly var order = ref market.Orders.Live(row);
        var (id, place) = (order.Id, market.Orders.Find(order.Id));
        _once.Expect(place.IsLive && place.Row == row, $"{id} is not where the index says");
        var lines = market.Orders.Lines(row);
        var (toPay, returned) = (Money.Zero, Money.Zero);
        foreach (ref readonly var line in lines)
        {
            toPay += line.ToPay;
            returned += line.Returned == 0 ? Money.Zero
                : line.ToPay.ProportionRoundedDown(line.Returned, line.Units);
            CountLine(line.Listing, id.Buyer, line.Kept, order.Status, line.Hold);
        }

        var (total, status, escrow) = (order.Total, order.Status, order.Escrow);
        _lines.Expect(
            lines.Length > 0 && toPay == total, $"{id}: lines cost {toPay}, the order {total}");
        Payers.Add(id, status, escrow, order.Payments);
        var isSettled = status is OrderStatus.Confirmed or OrderStatus.Rated;
        CountMoney(id, escrow, escrow.Paid == OrderMoney.PaidUpTo(status, order.Terms)
            && escrow.Refunded == returned && (isSettled ? escrow.Held : escrow.Released) == Money.Zero);
    }

    private void CountEnded(int row)
    {
        ref readonly var order = ref market.Orders.EndedAt(row);
        var (id, place) = (order.Id, market.Orders.Find(order.Id));
        _once.Expect(place.IsEnded && place.Row == row, $"{id} is not where the index says");
        _lines.Expect(order.Lines > 0, $"{id} has no lines");
        for (var at = 0; at < order.Lines; at++)
        {
            var line = market.Orders.EndedLineAt(order, at);
            if (order.Status != OrderStatus.Closed)
            {
                CountLine(line.Listing, id.Buyer, line.Units - line.Returned, order.Status, HoldMode.AtOrder);
            }
        }

        var (escrow, isClosed) = (order.Escrow, order.Status == OrderStatus.Closed);
        Payers.Add(
            id, order.Status, escrow,
            OrderPayments.Of(order.Channel, order.DepositChannel, DepositOf(order), escrow));
        CountMoney(id, escrow, escrow.Held == Money.Zero && (isClosed || escrow.Paid == order.Total));
    }

    /// <summary>What an ended order asked for first; zero if it was paid by one channel.</summary>
    private Money DepositOf(in EndedOrder order)
    {
        if (order.DepositChannel == 0)
        {
            return Money.Zero;
        }

        var line = market.Orders.EndedLineAt(order, 0);
        return OrderTally.DepositOf(market.Listings[line.Listing].Deposit * line.Units, order.Total);
    }

    private void CountLine(ListingId listing, BuyerId buyer, int units, OrderStatus status, HoldMode hold)
    {
        var isSold = status is >= OrderStatus.Paid and <= OrderStatus.Rated;
        var isHeld = status is OrderStatus.Placed or OrderStatus.DepositPaid && hold == HoldMode.AtOrder;
        _sold[listing.Value] += isSold ? units : 0;
        _held[listing.Value] += isHeld ? units : 0;
        if ((isSold || isHeld) && market.Listings[listing].UnitsPerBuyer > 0)
        {
            UnitsOfLimited[(listing, buyer)] = UnitsOfLimited.GetValueOrDefault((listing, buyer)) + units;
        }
    }

    private void CountMoney(OrderId id, in OrderEscrow escrow, bool fitsStatus)
    {
        var (paid, held, released, refunded) = (escrow.Paid, escrow.Held, escrow.Released, escrow.Refunded);
        _moneyAddsUp.Expect(
            fitsStatus && !paid.IsNegative && !held.IsNegative && !released.IsNegative && !refunded.IsNegative
                && paid == held + released + refunded,
            $"{id}: paid {paid}, held {held}, released {released}, refunded {refunded}");
        _money.Add(escrow);
    }
}
