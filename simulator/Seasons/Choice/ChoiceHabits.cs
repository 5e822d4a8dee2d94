using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// How the buyers of a season search, look and choose: the section «choice» (rules SRC-1, REP-5, DEM-1).
/// </summary>
/// <remarks>Every number is assumed (MODELS M8) but where a comment says otherwise.</remarks>
public sealed record ChoiceHabits
{
    /// <summary>Pages of listings that a visit opens, on average; from 1 to twice as many.</summary>
    public int PagesPerVisit { get; init; } = 20;

    /// <summary>A listing at position k is looked at with k to the power of minus this.</summary>
    public double PositionExponent { get; init; } = 0.8;

    /// <summary>The shares of visits that sort by the default, sales, price, reliability, newness.</summary>
    public IReadOnlyList<double> Sorts { get; init; } = [0.80, 0.10, 0.06, 0.03, 0.01];

    /// <summary>The share of views that comes from what suits the buyer's taste, not from a search.</summary>
    public double RecommendedShare { get; init; } = 0.2;

    /// <summary>How many listings are recommended to a taste, in each category.</summary>
    public int RecommendedMax { get; init; } = 100;

    /// <summary>How many tastes there are; buyers of one segment have the same.</summary>
    public int Segments { get; init; } = 8;

    /// <summary>
    /// How long a search sees the market as it was; the policy's <see cref="SearchPolicy.RebuildEvery"/> if
    /// that is longer.
    /// </summary>
    public TimeSpan IndexEvery { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Worth of the full nearness of a listing to the buyer's taste.</summary>
    public double TasteWeight { get; init; } = 1;

    /// <summary>Worth of a whole star of the store's mean rating (MODELS M8).</summary>
    public double RatingWeight { get; init; } = 0.8;

    /// <summary>The mean rating at which a rating is worth nothing (MODELS M8).</summary>
    public double RatingUsual { get; init; } = 4.7;

    /// <summary>
    /// Worth of an established seller (L1: a premium of 8.1 % in price, at an elasticity of 2).
    /// </summary>
    public double EstablishedWeight { get; init; } = 0.16;

    /// <summary>The level of credit from which a seller is established: 6 is the first diamond.</summary>
    public int EstablishedFrom { get; init; } = 6;

    /// <summary>Worth of the logarithm of one more than the sales of the last days (MODELS M8).</summary>
    public double SalesWeight { get; init; } = 0.15;

    /// <summary>Worth of the brand market.</summary>
    public double BrandWeight { get; init; } = 0.3;

    /// <summary>
    /// How much of the spread of prices within a category buyers find the goods to be worth: at 1 only what
    /// differs from a listing's usual price counts, at 0 dear goods are no better than cheap ones.
    /// </summary>
    public double WorthShare { get; init; } = 0.9;

    /// <summary>The standard deviation of what goods are worth beside their price, which is hidden.</summary>
    public double QualitySpread { get; init; } = 0.5;

    /// <summary>Listings put into the cart for each one bought (F: 2.7 in nine days of 2017).</summary>
    public double CartsPerBuy { get; init; } = 2.7;

    /// <summary>How sellers cheat in search; null where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FraudHabits? Frauds { get; init; }

    internal static ChoiceHabits Read(Block block)
    {
        var usual = new ChoiceHabits();
        var habits = new ChoiceHabits
        {
            PagesPerVisit = (int)block.Count("pagesPerVisit", usual.PagesPerVisit, 1, PagesMax),
            PositionExponent = block.Number("positionExponent", usual.PositionExponent, new(0, 5)),
            Sorts = block.Shares("sorts", usual.Sorts, itemsMax: 5),
            RecommendedShare = block.Share("recommendedShare", usual.RecommendedShare),
            RecommendedMax = (int)block.Count("recommendedMax", usual.RecommendedMax, 1, 2_000),
            Segments = (int)block.Count("segments", usual.Segments, 1, SegmentsMax),
            IndexEvery = block.Length(
                "indexEvery", usual.IndexEvery, TimeSpan.FromHours(1), TimeSpan.FromDays(1)),
            TasteWeight = block.Number("tasteWeight", usual.TasteWeight, Worth),
            RatingWeight = block.Number("ratingWeight", usual.RatingWeight, Worth),
            RatingUsual = block.Number("ratingUsual", usual.RatingUsual, new(1, Rating.PointsMax)),
            EstablishedWeight = block.Number("establishedWeight", usual.EstablishedWeight, Worth),
            EstablishedFrom = (int)block.Count(
                "establishedFrom", usual.EstablishedFrom, 1, CreditLevel.RankMax),
            SalesWeight = block.Number("salesWeight", usual.SalesWeight, Worth),
            BrandWeight = block.Number("brandWeight", usual.BrandWeight, Worth),
            WorthShare = block.Share("worthShare", usual.WorthShare),
            QualitySpread = block.Number("qualitySpread", usual.QualitySpread, new(0, 3)),
            Frauds = block.Section<FraudHabits?>("frauds", null, FraudHabits.Read),
            CartsPerBuy = block.Number("cartsPerBuy", usual.CartsPerBuy, new(1, 10)),
        };
        if (habits.Sorts.Count != usual.Sorts.Count)
        {
            block.Refuse("sorts", $"{habits.Sorts.Count} shares",
                "five shares: default, sales, price, reliability, new");
        }

        return habits;
    }

    /// <summary>Refuses a season whose warm-up is too short.</summary>
    internal static void Check(Block block, SeasonScenario scenario)
    {
        const int daysMin = 10; // listings are put up, and the outside option is fitted
        if (scenario.Choice is not null && scenario.Season.WarmUpDays < daysMin)
        {
            block.RefuseInside("season.warmUpDays", "buyers' choice has to be fitted before it is measured",
                FormattableString.Invariant($"at least {daysMin} days with «choice»"));
        }
    }

    /// <summary>The most pages of a mean visit.</summary>
    internal const int PagesMax = 100;

    /// <summary>The most segments.</summary>
    internal const int SegmentsMax = 64;

    private static NumberRange Worth => new(0, 10);
}
