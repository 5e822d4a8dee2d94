namespace FlashSale.Marketplace;

/// <summary>What became of a checkout. Everything but the first leaves the market as it was.</summary>
public enum CheckoutResult : byte
{
    /// <summary>The orders are placed; or they were, by the same request (rule ORD-4).</summary>
    Placed = 1,

    /// <summary>A line has more units than are for sale.</summary>
    SoldOut,

    /// <summary>
    /// The buyer would have more units of a line than the listing allows one buyer (rule INV-3).
    /// </summary>
    LimitReached,

    /// <summary>A line costs more than the buyer saw (rule CRT-1).</summary>
    PriceRisen,

    /// <summary>A line's listing does not exist, is withdrawn, or its store may not sell now.</summary>
    NotForSale,

    /// <summary>
    /// A presale line stands beside others, or the time for its balance is over (rule LST-3).
    /// </summary>
    MixedSales,

    /// <summary>No lines, too many, one listing twice, or a line without sense.</summary>
    BadLines,

    /// <summary>The id was used for a checkout with other contents (rule ORD-4).</summary>
    IdReused,

    /// <summary>
    /// The market takes no more orders this moment; try again at the time given (rule CAP-1).
    /// </summary>
    Throttled,

    /// <summary>The buyer's id is outside the market's range.</summary>
    UnknownBuyer,

    /// <summary>
    /// The market holds as many orders as it may, or the lines are worth more than
    /// <see cref="Limits.AmountYuanMax"/>.
    /// </summary>
    OverLimit,
}

/// <summary>The answer to a checkout.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Orders">How many orders were placed, one per store.</param>
/// <param name="Total">
/// What they cost together; for <see cref="CheckoutResult.PriceRisen"/> the unit's price now.
/// </param>
/// <param name="Line">The line that was refused, from 0; −1 if none was.</param>
/// <param name="At">Until when to pay; for <see cref="CheckoutResult.Throttled"/> when to try again.</param>
public readonly record struct CheckoutAnswer(
    CheckoutResult Result, int Orders, Money Total, int Line, DateTimeOffset At)
{
    /// <summary>A refusal.</summary>
    public static CheckoutAnswer Refused(CheckoutResult result, int line = -1) =>
        new(result, 0, Money.Zero, line, default);
}
