using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>By what the default order of a search goes (rule SRC-1).</summary>
public enum SearchMode : byte
{
    /// <summary>Whatever ends first comes first, then the store's credit: as before July 2010.</summary>
    Delisting = 1,

    /// <summary>The highest score comes first, weighed from several parts: as since July 2010.</summary>
    Composite,

    /// <summary>Nothing is ranked: listings come by their ids.</summary>
    None,
}

/// <summary>
/// The numbers of search (rules SRC-1, REP-5). Weights are in 1/100 of a point and all assumed; they are
/// whole numbers, so that a reform can go there in even steps.
/// </summary>
public sealed record SearchPolicy
{
    /// <summary>The highest <see cref="SalesDays"/>.</summary>
    public const int SalesDaysMax = 90;

    /// <summary>The highest <see cref="ListingsMax"/>.</summary>
    public const int ListingsLimit = 1_000_000;

    private const int WeightMax = 100_000;

    /// <summary>
    /// SRC-1: by what the default order goes; the reform of July 2010 is a change of it (S0).
    /// </summary>
    public SearchMode Mode { get; init; } = SearchMode.Composite;

    /// <summary>SRC-1: the weight of how much of the title the words are that were looked for.</summary>
    public int RelevanceWeight { get; init; } = 200;

    /// <summary>SRC-1: the weight of how near a listing is to the buyer's taste, −1 to 1.</summary>
    public int TasteWeight { get; init; } = 100;

    /// <summary>SRC-1: the weight of the logarithm of one more than the sales of the last days.</summary>
    public int SalesWeight { get; init; } = 50;

    /// <summary>
    /// REP-5: the weight of how far a store's ratings are above those of the stores beside it, as a share of
    /// these.
    /// </summary>
    public int RatingWeight { get; init; } = 500;

    /// <summary>REP-5: the weight of the store's credit level, as a share of the highest.</summary>
    public int LevelWeight { get; init; } = 50;

    /// <summary>
    /// SRC-1: the weight of newness: 1 when it is published, 1/e at <see cref="NewWithin"/>.
    /// </summary>
    public int NewnessWeight { get; init; } = 50;

    /// <summary>SRC-1: the weight of the logarithm of the price over the median; it is taken off.</summary>
    public int PriceWeight { get; init; } = 30;

    /// <summary>SRC-1: how often an index is made again from what the market is then (assumed).</summary>
    public TimeSpan RebuildEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>SRC-1: the days of China time whose sales count, today included (S0: 30 days).</summary>
    public int SalesDays { get; init; } = 30;

    /// <summary>SRC-1: the age at which newness has fallen to 1/e (assumed).</summary>
    public TimeSpan NewWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// SRC-1: how long a listing stands before it ends and is put up again by itself (assumed: the seven days
    /// that sellers of 2010 could choose).
    /// </summary>
    public TimeSpan ListedWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// SRC-1: the listings that one index holds; of more those that sold most and the newest (assumed).
    /// </summary>
    public int ListingsMax { get; init; } = 100_000;

    /// <summary>The beginning of the time for which an index holds that was made at this moment.</summary>
    internal DateTimeOffset TurnOf(DateTimeOffset now) =>
        new(now.UtcTicks - (now.UtcTicks % RebuildEvery.Ticks), TimeSpan.Zero);

    internal void Check(PolicyCheck check)
    {
        check.That(
            Enum.IsDefined(Mode), nameof(Mode), Mode.ToString(), "delisting, composite or none");
        check.Between(RebuildEvery, TimeSpan.FromDays(1));
        check.Between(SalesDays, 1, SalesDaysMax);
        check.Span(NewWithin);
        check.That(
            ListedWithin >= TimeSpan.FromHours(1) && ListedWithin <= TimeSpan.FromDays(365),
            nameof(ListedWithin), ListedWithin.ToString("c", CultureInfo.InvariantCulture),
            "01:00:00 to 365.00:00:00");
        check.Between(ListingsMax, 1, ListingsLimit);
        check.Between(RelevanceWeight, 0, WeightMax);
        check.Between(TasteWeight, 0, WeightMax);
        check.Between(SalesWeight, 0, WeightMax);
        check.Between(RatingWeight, 0, WeightMax);
        check.Between(LevelWeight, 0, WeightMax);
        check.Between(NewnessWeight, 0, WeightMax);
        check.Between(PriceWeight, 0, WeightMax);
    }
}
