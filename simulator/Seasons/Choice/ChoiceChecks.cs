namespace FlashSale.Simulator;

/// <summary>Published figures beside what buyers saw and chose (MODELS M8).</summary>
internal static class ChoiceChecks
{
    private const string Funnel = "Tianchi: 2 million orders of nine days, 2017";
    private const string Products = "two shops' products: UCI 2011, cosmetics on 11.11.2016";

    /// <summary>All checks of a season in which buyers search.</summary>
    public static IReadOnlyList<SeasonCheck> Of(ChoiceSummary choice) =>
    [
        SeasonChecks.Of("page views a buy", "views", 44, choice.ViewsPerBuy, 3, "fitted", Funnel),
        SeasonChecks.Of("carts a buy", "listings", 2.7, choice.CartsPerBuy, 0.2, "fitted", Funnel),
        SeasonChecks.Of("Zipf exponent of listings' sales (0.65–0.90)", "exponent", 0.775,
            choice.ZipfExponent, 0.125, "predicted", Products),
        SeasonChecks.Of("sales of the top 1 % of listings (9–29 %)", "share", 0.19,
            choice.Top1PercentSales, 0.10, "predicted", Products),
        SeasonChecks.Of("sales of the top 10 % of listings (45–74 %)", "share", 0.595,
            choice.Top10PercentSales, 0.145, "predicted", Products),
        SeasonChecks.Of("listings that sell in a quarter", "share", 0.98, choice.SoldInQuarterShare, 0.02,
            "predicted", "Taobao guide: of the first 10,000 titles, of another shop"),
    ];
}
