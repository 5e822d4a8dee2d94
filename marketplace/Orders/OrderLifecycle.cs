using static FlashSale.Marketplace.OrderStatus;
using static FlashSale.Marketplace.OrderStep;

namespace FlashSale.Marketplace;

/// <summary>Where an order is in its life (rule ORD-1).</summary>
/// <remarks>The numbers are stored in journals and results and are never reused.</remarks>
public enum OrderStatus : byte
{
    /// <summary>Its units are held; it waits for payment.</summary>
    Placed = 1,

    /// <summary>A presale: the deposit is paid, the balance is not.</summary>
    DepositPaid = 2,

    /// <summary>The money is in escrow; the store has to ship.</summary>
    Paid = 3,

    /// <summary>The parcel has left the store.</summary>
    Shipped = 4,

    /// <summary>The parcel has arrived.</summary>
    Delivered = 5,

    /// <summary>The buyer has confirmed receipt, or time has: the money is released.</summary>
    Confirmed = 6,

    /// <summary>The buyer has rated it, or time has.</summary>
    Rated = 7,

    /// <summary>Not paid in time, cancelled, or refunded as a whole.</summary>
    Closed = 8,
}

/// <summary>What can happen to an order.</summary>
public enum OrderStep : byte
{
    /// <summary>The deposit of a presale is paid.</summary>
    PayDeposit = 1,

    /// <summary>The whole price, or the balance of a presale, is paid.</summary>
    Pay,

    /// <summary>The buyer cancels before paying.</summary>
    Cancel,

    /// <summary>The payment, or the balance, did not come in time.</summary>
    TimeOut,

    /// <summary>The store hands the parcel to a courier.</summary>
    Ship,

    /// <summary>The courier hands it to the buyer.</summary>
    Deliver,

    /// <summary>Receipt is confirmed.</summary>
    Confirm,

    /// <summary>The buyer rates.</summary>
    Rate,

    /// <summary>The whole of what was paid goes back.</summary>
    RefundWhole,
}

/// <summary>The life of an order, as one table (rule ORD-1).</summary>
public static class OrderLifecycle
{
    private const int Steps = (int)RefundWhole + 1;

    // What the table below says, one entry for every pair: it is asked twice by every step of an order.
    private static readonly OrderStatus?[] Known =
    [
        .. from status in Enumerable.Range(0, (int)Closed + 1)
           from step in Enumerable.Range(0, Steps)
           select Table((OrderStatus)status, (OrderStep)step),
    ];

    /// <summary>The status after a step; null if the step is not allowed from there.</summary>
    public static OrderStatus? After(OrderStatus status, OrderStep step) =>
        status <= Closed && step <= RefundWhole ? Known[((int)status * Steps) + (int)step] : null;

    private static OrderStatus? Table(OrderStatus status, OrderStep step) => (status, step) switch
    {
        (Placed, PayDeposit) => DepositPaid,
        (Placed, OrderStep.Pay) => Paid,
        (Placed, Cancel) => Closed,
        (Placed, TimeOut) => Closed,
        (DepositPaid, OrderStep.Pay) => Paid,
        (DepositPaid, TimeOut) => Closed,
        (Paid, Ship) => Shipped,
        (Paid, RefundWhole) => Closed,
        (Shipped, Deliver) => Delivered,
        (Shipped, Confirm) => Confirmed,
        (Shipped, RefundWhole) => Closed,
        (Delivered, Confirm) => Confirmed,
        (Delivered, RefundWhole) => Closed,
        (Confirmed, OrderStep.Rate) => Rated,
        (Confirmed, RefundWhole) => Closed,
        (Rated, RefundWhole) => Closed,
        _ => null,
    };
}
