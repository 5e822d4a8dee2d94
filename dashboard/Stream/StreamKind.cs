namespace FlashSale.Dashboard;

/// <summary>
/// The commands of a stream: those without texts. The numbers are on the wire and never change.
/// </summary>
public enum StreamKind : byte
{
    /// <summary>Id: the checkout. Blocks: a line each – price seen, listing, units.</summary>
    Checkout = 1,

    /// <summary>Id: the checkout. Argument: the <see cref="PaymentChannel"/>.</summary>
    Pay = 2,

    /// <summary>Id: the checkout. Argument: the <see cref="PaymentChannel"/>.</summary>
    PayBalance = 3,

    /// <summary>Id: the buyer. One block: the line.</summary>
    PutInCart = 4,

    /// <summary>Id: the buyer. One block: 0, the listing, 0.</summary>
    RemoveFromCart = 5,

    /// <summary>Id: the order. Argument: the <see cref="OrderStep"/>.</summary>
    StepOrder = 6,

    /// <summary>Id: the order. One block: 0, the line, units in total.</summary>
    Refund = 7,

    /// <summary>Id: the order.</summary>
    OpenDispute = 8,

    /// <summary>
    /// Id: the order. Argument: the <see cref="CreditRating"/>. Two blocks: 0, goods as described, service;
    /// 0, dispatch speed, delivery speed.
    /// </summary>
    Rate = 9,

    /// <summary>Id: the order. Argument: the <see cref="CreditRating"/>.</summary>
    RateBuyer = 10,

    /// <summary>Id: the listing. One block: the price, 0, 0.</summary>
    Reprice = 11,

    /// <summary>Id: the listing. One block: 0, 0, units in total.</summary>
    Restock = 12,

    /// <summary>Id: the listing.</summary>
    Withdraw = 13,

    /// <summary>
    /// Id: the transfer. Argument: the <see cref="MovementKind"/>. One block: the amount, store, buyer.
    /// </summary>
    Move = 14,
}
