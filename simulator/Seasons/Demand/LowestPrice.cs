namespace FlashSale.Simulator;

/// <summary>
/// The lowest price of the days before a festival, against which a discount is one (rules DEM-2, GOV-1).
/// </summary>
internal static class LowestPrice
{
    /// <summary>The days whose prices count.</summary>
    public const int DaysBefore = 30;

    /// <summary>Whether a price is a discount: it is below the lowest of those days.</summary>
    /// <param name="price">The price of the day.</param>
    /// <param name="lowest">The lowest of the days before.</param>
    public static bool IsDiscount(Money price, Money lowest) => price < lowest;
}
