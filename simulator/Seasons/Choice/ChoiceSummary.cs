using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>What buyers saw and chose in the measured days of a season (MODELS M8).</summary>
public sealed record ChoiceSummary
{
    [Figure("views", "of listings' pages for each order placed", Name = "Views a buy")]
    public double ViewsPerBuy { get; init; }

    [Figure("listings", "put into carts for each order placed")]
    public double CartsPerBuy { get; init; }

    [Figure("yuan", "that what was found is worth to buyers above its price, for each visit that searches",
        Name = "Surplus a visit")]
    public double SurplusYuanPerVisit { get; init; }

    [Figure("share", "of views that was recommended and not searched for")]
    public double RecommendedShare { get; init; }

    [Figure("share", "of listings on sale for the last 90 days, or all measured ones, that sold in them",
        Name = "Listings that sell")]
    public double SoldInQuarterShare { get; init; }

    [Figure("–", "exponent of the Zipf law that listings' sales fit best", Name = "Zipf exponent")]
    public double ZipfExponent { get; init; }

    [Figure("–", "Gini coefficient of sales over the listings that sold")]
    public double Gini { get; init; }

    [Figure("share", "of sales of the top 1 % of the listings that sold", Name = "Top 1 % of listings")]
    public double Top1PercentSales { get; init; }

    [Figure("share", "of sales of the top 10 % of the listings that sold", Name = "Top 10 % of listings")]
    public double Top10PercentSales { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FraudSummary? Frauds { get; init; }

    public IReadOnlyList<ClassLooks> Classes { get; init; } = [];

    public IReadOnlyList<DecileLooks> Deciles { get; init; } = [];

    public IReadOnlyList<SearchReform> Reforms { get; init; } = [];
}

/// <summary>What cheating in search brings, and what becomes of it: truth (rule SRC-2).</summary>
public sealed record FraudSummary(
    [Figure("share", "of stores that cheat in search")] double StoresShare,
    [Figure("share", "of views that they have")] double ViewsShare,
    [Figure("share", "of GMV that they have")] double GmvShare,
    [Figure("times", "GMV of a store that cheats over that of one that does not")] double Gain,
    [Figure("share", "of the listings on first pages that are theirs")] double FirstPageShare,
    [Figure("share", "of the listings on first pages that are copies of others")] double FirstPageCopies,
    [Figure("stores", "found out, each time counted")] long Found);

/// <summary>Who is looked at, by what stores sell a year.</summary>
public sealed record ClassLooks(
    [Figure("–", "below-100-thousand, to-1-million or above-1-million yuan a year")] string Class,
    [Figure("share", "of the views of stores of a class")] double ViewsShare,
    [Figure("share", "of the GMV of these")] double GmvShare);

/// <summary>Who is looked at, by tenths of the stores.</summary>
public sealed record DecileLooks(
    [Figure("–", "1 for the tenth of the stores that sells least, 10 for that which sells most")] int Decile,
    [Figure("share", "of views")] double ViewsShare,
    [Figure("share", "of GMV")] double GmvShare);

/// <summary>Who won and who lost by a change of search: the four weeks after against the four before.
/// </summary>
public sealed record SearchReform(
    [Figure("–", "the day from which it holds, from 0")] int Day,
    [Figure("stores", "open in all these weeks")] int Stores,
    [Figure("share", "of them that sells a tenth more, or better")] double GainedShare,
    [Figure("share", "of them that sells a tenth less, or worse")] double LostShare,
    [Figure("share", "change of GMV of those below 100,000 yuan a year before")] double SmallGmvChange,
    [Figure("share", "change of GMV of the others")] double OtherGmvChange);
