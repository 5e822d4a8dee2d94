namespace FlashSale.Driver;

/// <summary>What an order of a load test is made of.</summary>
public enum OrderMix
{
    /// <summary>Checkout of one item, then its payment: the canonical order.</summary>
    Buy = 1,

    /// <summary>Only the checkout.</summary>
    Checkout,

    /// <summary>Into the cart first, then checkout and payment.</summary>
    CartAndBuy,

    /// <summary>
    /// Checkout, payment, parcel sent, handed over, and receipt confirmed: a whole order's life.
    /// </summary>
    WholeLife,
}

/// <summary>The steps of each mix.</summary>
public static class OrderMixes
{
    private static readonly LoadStep[] Buy = [LoadStep.Checkout, LoadStep.Pay];
    private static readonly LoadStep[] Checkout = [LoadStep.Checkout];
    private static readonly LoadStep[] CartAndBuy = [LoadStep.PutInCart, LoadStep.Checkout, LoadStep.Pay];

    private static readonly LoadStep[] WholeLife =
        [LoadStep.Checkout, LoadStep.Pay, LoadStep.Ship, LoadStep.Deliver, LoadStep.Confirm];

    /// <summary>The steps in their order; each follows when the one before it was done.</summary>
    public static IReadOnlyList<LoadStep> StepsOf(OrderMix mix) => mix switch
    {
        OrderMix.Buy => Buy,
        OrderMix.Checkout => Checkout,
        OrderMix.CartAndBuy => CartAndBuy,
        OrderMix.WholeLife => WholeLife,
        _ => throw new ArgumentOutOfRangeException(nameof(mix), mix, "no mix of orders"),
    };
}
