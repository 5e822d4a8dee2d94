namespace FlashSale.Simulator;

/// <summary>Published figures beside what came out of a season (MODELS M0).</summary>
internal static class SeasonChecks
{
    private const string Fitted = "fitted";
    private const string Predicted = "predicted";
    private const string Ages = "Taobao guide, one page";
    private const string OneReport =
        "one report of 2012: 10,000 openings and closures a day of 6 million stores";

    /// <summary>All checks of a season.</summary>
    public static IReadOnlyList<SeasonCheck> Of(
        SellerAges ages, IReadOnlyList<StoreClass> classes, SalesConcentration sales, long openings,
        long exits, bool hasFestivals) =>
    [
        Share("sellers for less than 1 year (report)", 0.46, ages.UnderOneYear, 0.03, Fitted, OneReport),
        Share("sellers for less than 2 years (report)", 0.70, ages.UnderTwoYears, 0.03, Fitted, OneReport),
        Share(
            "sellers for less than 3 years (report)", 0.84, ages.UnderThreeYears, 0.03, Fitted, OneReport),
        Share("sellers for less than 1 year (guide)", 0.30, ages.UnderOneYear, 0.03, Predicted, Ages),
        Share("sellers for less than 2 years (guide)", 0.60, ages.UnderTwoYears, 0.03, Predicted, Ages),
        Share("sellers for less than 3 years (guide)", 0.90, ages.UnderThreeYears, 0.03, Predicted, Ages),
        Share("stores above 100,000 yuan a year", 0.05, 1 - classes[0].Share, 0.01, Predicted,
            "Taobao guide, one page"),
        Share("orders of the top 10 % of stores", 0.55, sales.Top10PercentOrders, 0.05, Fitted,
            "Olist: 1,574 sellers, a tenth of its orders"),
        .. hasFestivals || exits == 0 ? (IEnumerable<SeasonCheck>)[] :
        [
            Of("openings over exits", "ratio", 1, Rounded.To((double)openings / exits, 4), 0.05, Fitted,
                "a steady state: both rates are the report's"),
        ],
    ];

    private static SeasonCheck Share(
        string name, double published, double simulated, double within, string kind, string source) =>
        Of(name, "share", published, simulated, within, kind, source);

    private static SeasonCheck Of(
        string name, string unit, double published, double simulated, double within, string kind,
        string source) => new(
            name, unit, published, simulated, within, kind, source,
            Math.Abs(simulated - published) <= within + 1e-9);
}
