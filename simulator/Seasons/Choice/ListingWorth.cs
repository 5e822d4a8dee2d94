namespace FlashSale.Simulator;

/// <summary>What a listing is worth to buyers, in units of utility (MODELS M8; rules REP-5, DEM-2).</summary>
/// <remarks>
/// u = −α·ln(price) + taste + 0.8·(rating − 4.7) + 0.16·established + 0.15·ln(1 + sales) + brand + quality.
/// Position is no part of it: it decides what is looked at, not what that is worth.
/// </remarks>
/// <param name="world">The season's goods.</param>
/// <param name="habits">The weights.</param>
/// <param name="frauds">Who pretends that goods are other or more; null where nobody does.</param>
internal sealed class ListingWorth(SeasonWorld world, ChoiceHabits habits, SearchFrauds? frauds = null)
{
    private const uint QualityCounter = 1;

    private static readonly RatingComponent[] Components = Enum.GetValues<RatingComponent>();

    /// <summary>What it is worth to whoever has no taste.</summary>
    public double Of(SearchedListing listing) =>
        OfPrice(listing)
        + (listing.Rating.Orders > 0
            ? habits.RatingWeight * (MeanOf(listing.Rating) - habits.RatingUsual) : 0)
        + (listing.Level.Rank >= habits.EstablishedFrom ? habits.EstablishedWeight : 0)
        + (habits.SalesWeight * ExactMath.Ln(1 + listing.Sales))
        + (listing.Market == MarketKind.Brand ? habits.BrandWeight : 0)
        + QualityOf(GoodsOf(listing))
        + (frauds?.WorthOf(listing) ?? 0);

    /// <summary>What is added for a taste.</summary>
    public double OfTaste(SearchedListing listing, TasteVector taste) => habits.TasteWeight
        * (frauds?.NearnessOf(listing, taste) ?? taste.Near(listing.Taste));

    /// <summary>What the goods are worth beside their price: truth that nobody sees.</summary>
    public double QualityOf(ListingId listing) => habits.QualitySpread * ExactMath.InverseNormal(
        Draws.ToUnit(Draws.At(world.Seed, listing.Value, Streams.SeasonListing, QualityCounter)));

    /// <summary>How much a category's buyers mind a price (rule DEM-2).</summary>
    public double ElasticityOf(int category) => world.Categories[category].Elasticity;

    private ListingId GoodsOf(SearchedListing listing) =>
        frauds is null ? listing.Id : new ListingId(frauds.GoodsOf(listing.Id.Value));

    // Dear goods are better goods, for the most part; what differs from the usual price counts in full.
    private double OfPrice(SearchedListing listing)
    {
        var category = frauds?.HomeOf(listing) ?? listing.Category.Value;
        var middle = world.MiddleYuan(category) * 100;
        var usual = world.PriceOf(GoodsOf(listing).Value, category).Fen;
        return -ElasticityOf(category)
            * (ExactMath.Ln(listing.Price.Fen / middle)
                - (habits.WorthShare * ExactMath.Ln(usual / middle)));
    }

    private static double MeanOf(in RatingSums rating)
    {
        const double thousandths = 1_000;
        var sum = 0;
        foreach (var component in Components)
        {
            sum += rating.MeanThousandths(component) ?? 0;
        }

        return sum / thousandths / Components.Length;
    }
}
