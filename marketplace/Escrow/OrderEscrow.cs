namespace FlashSale.Marketplace;

/// <summary>One order's money at the guarantor.</summary>
/// <remarks>
/// Rule ESC-3: paid = held + released + refunded, each at least zero. What is held is derived.
/// </remarks>
public struct OrderEscrow
{
    /// <summary>What the buyer has paid in.</summary>
    public Money Paid { get; private set; }

    /// <summary>What the store has got, commission included, less what it gave back.</summary>
    public Money Released { get; private set; }

    /// <summary>What the buyer has got back.</summary>
    public Money Refunded { get; private set; }

    /// <summary>What waits for the end of the order.</summary>
    public readonly Money Held => Paid - Released - Refunded;

    /// <summary>Builds an order's money again from what was stored of it.</summary>
    /// <exception cref="ArgumentException">
    /// An amount is negative, or more was released and refunded than paid.
    /// </exception>
    public static OrderEscrow Of(Money paid, Money released, Money refunded) =>
        released.IsNegative || refunded.IsNegative || released + refunded > paid
            ? throw new ArgumentException(
                $"No order has paid {paid}, released {released} and refunded {refunded}.", nameof(paid))
            : new OrderEscrow { Paid = paid, Released = released, Refunded = refunded };

    /// <summary>The buyer pays.</summary>
    public void Pay(Money amount)
    {
        Invariant.Holds(!amount.IsNegative, "a payment is not negative");
        Paid += amount;
    }

    /// <summary>Held money goes to the store and the platform.</summary>
    public void Release(Money amount)
    {
        Invariant.Holds(!amount.IsNegative && amount <= Held, "only held money is released");
        Released += amount;
    }

    /// <summary>Held money goes back to the buyer.</summary>
    public void Refund(Money amount)
    {
        Invariant.Holds(!amount.IsNegative && amount <= Held, "only held money is refunded");
        Refunded += amount;
    }

    /// <summary>Released money goes back to the buyer.</summary>
    public void Return(Money amount)
    {
        Invariant.Holds(!amount.IsNegative && amount <= Released, "only released money is returned");
        Released -= amount;
        Refunded += amount;
    }
}
