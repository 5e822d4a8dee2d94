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
        long exits, SeasonScenario season, SellerResults? accounts, ChoiceSummary? choice,
        TrustResults? trust) =>
    [
        .. Reported(ages, accounts is null ? Fitted : Predicted),
        Share("sellers for less than 1 year (guide)", 0.30, ages.UnderOneYear, 0.03, Predicted, Ages),
        Share("sellers for less than 2 years (guide)", 0.60, ages.UnderTwoYears, 0.03, Predicted, Ages),
        Share("sellers for less than 3 years (guide)", 0.90, ages.UnderThreeYears, 0.03, Predicted, Ages),
        Share("stores above 100,000 yuan a year", 0.05, 1 - classes[0].Share, 0.01, Predicted,
            "Taobao guide, one page"),
        Share("orders of the top 10 % of stores", 0.55, sales.Top10PercentOrders, 0.05,
            choice is null ? Fitted : Predicted,
            "Olist: 1,574 sellers, a tenth of its orders"),
        .. season.Festivals.Count > 0 || exits == 0 ? (IEnumerable<SeasonCheck>)[] :
        [
            Of("openings over exits", "ratio", 1, Rounded.To((double)openings / exits, 4), 0.05,
                Fitted, "a steady state: both rates are the report's"),
        ],
        .. accounts is null ? [] : Earned(accounts),
        .. choice is null ? [] : ChoiceChecks.Of(choice),
        .. season.Demand?.Network is { } network ? NetworkChecks.Of(network) : [],
        .. trust is null ? [] : Trusted(trust, season.Storms ?? []),
    ];

    // Where sellers have accounts, exits are no rate but a result.
    private static IEnumerable<SeasonCheck> Reported(SellerAges ages, string kind) =>
    [
        Share("sellers for less than 1 year (report)", 0.46, ages.UnderOneYear, 0.03, kind, OneReport),
        Share("sellers for less than 2 years (report)", 0.70, ages.UnderTwoYears, 0.03, kind, OneReport),
        Share("sellers for less than 3 years (report)", 0.84, ages.UnderThreeYears, 0.03, kind, OneReport),
    ];

    // What was published has a sign and an order, no size.
    private static IEnumerable<SeasonCheck> Trusted(
        TrustResults trust, IReadOnlyList<SeasonStorm> storms) =>
    [
        Of("orders after a bad order, against those after a good one", "ratio", 0.85,
            Rounded.To((trust.OrdersAfterBad ?? 1) / Math.Max(0.01, trust.OrdersAfterGood ?? 1), 4), 0.15,
            Predicted, "Nosko and Tadelis 2015: a bad purchase costs the platform; sign and order only"),
        .. trust.Regions.Where(region => storms.Any(storm => storm.Region == region.Region)).Select(region =>
            Of($"days until the mood of {region.Region} is back", "days", 28,
                region.DaysToRecovery ?? 999, 28, Predicted,
                "2008: confidence fell sharply, and volume doubled in the year: within weeks")),
    ];

    // Wages and rent were fitted to openings over exits with the median profit in view.
    private static IEnumerable<SeasonCheck> Earned(SellerResults accounts)
    {
        const double weeksPerMonth = 52.0 / 12;
        yield return Of("median profit of a store below 100,000 yuan a year", "yuan/month", 500,
            Rounded.To(accounts.Profits[1].MedianYuan * weeksPerMonth, 2), 400, Fitted,
            "«a few hundred yuan a month»: one report of 2012");
        yield return Share("stores that lose, of those with more than a tenth unsold", 1,
            accounts.Unsold.LosingAboveTenth, 0.5, Predicted,
            "Taobao guide: more than 10 % unsold is a loss; here of most of them");
    }

    private static SeasonCheck Share(
        string name, double published, double simulated, double within, string kind, string source) =>
        Of(name, "share", published, simulated, within, kind, source);

    /// <summary>A check of one figure.</summary>
    public static SeasonCheck Of(
        string name, string unit, double published, double simulated, double within, string kind,
        string source) => new(
            name, unit, published, simulated, within, kind, source,
            Math.Abs(simulated - published) <= within + 1e-9);
}
