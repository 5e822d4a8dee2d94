namespace FlashSale.Simulator;

/// <summary>
/// On what each number of a season rests: the one place that says it. A number that is not here is assumed,
/// and a shipped study moves it (MODELS section 1).
/// </summary>
internal static class SeasonNumbers
{
    /// <summary>Keys whose numbers were published or measured, and of all keys below them.</summary>
    /// <remarks>Where they come from stands in docs/reference/season.md.</remarks>
    public static IReadOnlyList<string> Published { get; } =
    [
        "season.zipfExponent",
        "season.averageOrderYuan",
        "season.priceSpread",
        "festivals.visits",
        "sellers.openingsPerDay",
        "sellers.exitsPerDay",
        "sellers.transit",
        "buyers.buysPerVisit",
        "buyers.neverPaysShare",
        "buyers.paysWithin",
        "buyers.receiving.confirmDelay",
        "buyers.returning.poorQualityShare",
        "buyers.rating.share",
        "buyers.rating.lateStarsLost",
        "accounts.costs.markUp",
        "accounts.costs.promotionShare",
        "accounts.costs.interestPerDay",
        "accounts.prices.youngDays",
        "choice.establishedWeight",
        "choice.establishedFrom",
        "choice.cartsPerBuy",
        "choice.frauds.penaltyDays",
        "demand.discounts.cheaperShare",
        "demand.discounts.halfPriceShare",
        "counterfeits.sellers.goodsShare",
        "counterfeits.enforcement.testsPerStoreYear",
        "counterfeits.enforcement.testYuan",
        "counterfeits.makers.arrestShare",
        "appeals.staffFromDays",
        "appeals.juryDays",
        "appeals.sellerBias",
        "appeals.biasUnlearned",
        "certification.newSellers",
        "certification.checks.secondClassFrom",
        "screening.thresholds.machineShare",
        "screening.reviewers.perMillion",
        "governance.protest.withoutStoreShare",
        "governance.answer.after",
        "governance.answer.delay",
    ];

    /// <summary>Keys that no study moves, and why.</summary>
    public static IReadOnlyList<(string Key, string Why)> Unmoved { get; } =
    [
        ("seed", "chance, which every trajectory draws anew"),
        ("season.startsOn", "a date"),
        ("season.warmUpDays", "measures are of fixed days"),
        ("season.days", "measures are of fixed days"),
        ("season.stores", "the size of what is simulated: counts are in proportion to it"),
        ("festivals", "what happens in this season, and no number of a model"),
        ("storms", "what happens in this season, and no number of a model"),
        ("certification.existing", "what happens in this season; the study certification moves it"),
        ("certification.checks.yuan", "counted for each check, and moves nothing"),
        ("screening.thresholds.acceptBelow", "given instead of being reckoned; here it is reckoned"),
        ("screening.thresholds.refuseFrom", "given instead of being reckoned; here it is reckoned"),
        ("policy", "rules, whose numbers docs/reference/rules.md has"),
        ("changes", "what happens in this season, and no number of a model"),
        ("demand.bursts", "what happens in this season, and no number of a model"),
        ("demand.wordOfMouth.seeding", "what happens in this season, and no number of a model"),
        ("trust.reportDays", "what happens in this season, and no number of a model"),
        ("counterfeits.cleanUps", "what happens in this season; the study cleanup-2013 moves it"),
        ("sellers.stockWeeks", "refused beside «accounts», which plans the stock"),
        ("appeals.jurorAccuracy", "only a jury has it; here staff decides"),
        ("appeals.jurorBlindAccuracy", "only a jury has it; here staff decides"),
        ("appeals.sellerJurors", "only a jury has it; here staff decides"),
        ("appeals.experienceCases", "only a jury has it; here staff decides"),
        ("appeals.reviewYuan", "counted for each decision, and moves nothing"),
        ("counterfeits.enforcement.samplePerMonth", "the width of an interval, and moves nothing"),
        ("governance.margin", "only where no account is kept; here all are"),
        ("governance.protest.unitsPerBuyer", "a limit that the platform may set; here it sets none"),
        ("governance.protest.yuanPerClick", "counted for each click, and moves nothing"),
        ("governance.protest.alertDeviations", "when an alert is counted, and moves nothing"),
        ("governance.costs", "counted for what is done, and moves nothing"),
        ("governance.mechanism", "the example of the mechanism report, which is computed and not played"),
    ];

    /// <summary>Whether a number was published, or is below a key that was.</summary>
    public static bool IsPublished(string key) => Published.Any(row => IsIn(key, row));

    /// <summary>Why no study moves a number; null if one has to.</summary>
    public static string? WhyUnmoved(string key) =>
        Unmoved.Where(row => IsIn(key, row.Key)).Select(row => row.Why).FirstOrDefault();

    private static bool IsIn(string key, string row) =>
        key == row || key.StartsWith(row + ".", StringComparison.Ordinal);
}
