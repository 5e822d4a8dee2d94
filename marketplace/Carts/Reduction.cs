namespace FlashSale.Marketplace;

/// <summary>
/// The cross-store reduction: an amount off for every full step of the sum over all stores of a checkout.
/// </summary>
/// <remarks>Rule CRT-2 (50 off every 300 yuan in 2022).</remarks>
/// <param name="Off">What each full step takes off; zero switches the reduction off.</param>
/// <param name="Every">The size of a step.</param>
public readonly record struct Reduction(Money Off, Money Every)
{
    /// <summary>What is taken off a checkout of this value.</summary>
    public Money On(Money value) =>
        Off.IsPositive && Every.IsPositive ? Money.FromFen(value.Fen / Every.Fen * Off.Fen) : Money.Zero;
}

/// <summary>A store's coupon: an amount off an order at the store from a minimum value on.</summary>
/// <remarks>Rule CRT-2. Used before the cross-store reduction is worked out.</remarks>
/// <param name="Off">The amount off.</param>
/// <param name="From">The least value of the order's lines at which it counts.</param>
public readonly record struct Coupon(Money Off, Money From)
{
    /// <summary>Whether the amounts can be meant.</summary>
    public bool IsSound => Off.IsPositive && From >= Off;

    /// <summary>What is taken off an order of this value; never the whole of it.</summary>
    public Money On(Money value) => Off.IsPositive && value >= From && value > Off ? Off : Money.Zero;
}
