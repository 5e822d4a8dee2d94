namespace FlashSale.Simulator;

/// <summary>How goods look from outside: fakes cheaper, and worse in pictures (rule TRU-2).</summary>
internal sealed class GoodsLook(ulong seed, SignHabits habits)
{
    private const int DaysPerKey = 1 << 12;

    /// <summary>The price as a share of the brand's, and the look, of goods that come on sale.</summary>
    /// <param name="listing">Which listing.</param>
    /// <param name="truth">What the goods are.</param>
    /// <param name="isCopied">Whether fakes stand under text and pictures of the genuine goods.</param>
    /// <param name="day">The day on which they come.</param>
    public (double PriceRatio, double Look) Of(int listing, ListingTruth truth, bool isCopied, int day)
    {
        var gap = isCopied ? 0 : habits.LookGap;
        var draws = Draws.For(seed, ((long)listing * DaysPerKey) + day, Streams.SeasonFakeLook);
        var (price, look) = (draws.Unit(), ExactMath.InverseNormal(draws.Unit()));
        return truth switch
        {
            ListingTruth.CheapFake => (
                Between(habits.CheapFrom, habits.CheapTo, price), look + gap),
            ListingTruth.CloseFake => (
                Between(habits.CloseFrom, habits.CloseTo, price), look + gap),
            ListingTruth.OwnBrand => (1, look), // there is no other brand to compare it with
            _ => (
                habits.GenuinePrice
                    * ExactMath.Exp(habits.GenuineSpread * ExactMath.InverseNormal(price)),
                look),
        };
    }

    /// <summary>Whether a seller is from a region with many makers, as everybody sees.</summary>
    public bool IsRegionFlagged(int owner, SellerType type) =>
        Draws.For(seed, owner, Streams.SeasonOwnerRegion).Happens(
            type is SellerType.Opportunist or SellerType.Professional
                ? habits.RegionCheats : habits.RegionOthers);

    private static double Between(double from, double to, double chance) => from + ((to - from) * chance);
}
