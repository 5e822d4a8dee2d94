namespace FlashSale.Simulator;

/// <summary>
/// The three protests that the guide tells of, as seasons: July 2010, October 2011, December 2013 (rule
/// GOV-3, MODELS M17).
/// </summary>
/// <remarks>
/// All have the same thresholds. How large a loss was is not published: that of 2011 was chosen so that as
/// many protest as did, and fits therefore; what the others do follows.
/// </remarks>
public static class GovernanceHistories
{
    private const int ChangeDay = 45;

    /// <summary>The names of the histories.</summary>
    public static IReadOnlyList<string> Names { get; } = ["search-2010", "fees-2011", "clean-up-2013"];

    /// <summary>The season of a history; null if there is none of this name.</summary>
    public static SeasonScenario? Find(string name) => name switch
    {
        "search-2010" => Search2010,
        "fees-2011" => Fees2011,
        "clean-up-2013" => CleanUp2013,
        _ => null,
    };

    // Half of the stores lost views at once; the platform explained itself only.
    private static SeasonScenario Search2010 => Season(
        "search-2010", new DateOnly(2010, 5, 24), days: 120, averageOrderYuan: 107,
        new ChangeTerms { Hits = [new ChangeHit { Stores = 0.5, Loss = 0.5 }] }, [],
        new PlatformAnswer { After = TimeSpan.FromDays(14), Measures = [AnswerMeasure.Explain] });

    // Deposits from 10,000 to 150,000 yuan, the annual fee from 6,000 to 30,000 or 60,000: of brand stores.
    private static SeasonScenario Fees2011 => Season(
        "fees-2011", new DateOnly(2011, 8, 26), days: 60, averageOrderYuan: 1_800,
        new ChangeTerms
        {
            EqualForBothMarkets = false,
            Hits = [new ChangeHit { Scope = ChangeScope.Brand, Loss = FeeLoss }],
        },
        [new PolicySetting("stores.brandDepositMiddle", "150000")],
        new PlatformAnswer
        {
            After = TimeSpan.FromDays(7),
            Measures = [AnswerMeasure.Delay, AnswerMeasure.HalfDeposit],
        }) with
    {
        Policy = [new PolicySetting("stores.brandDepositMiddle", "10000")],
        Sellers = new SellerHabits { BrandShare = FeeStores },
    };

    // Goods of some stores were deleted before Double 12, without evidence.
    private static SeasonScenario CleanUp2013 => Season(
        "clean-up-2013", new DateOnly(2013, 10, 19), days: 60, averageOrderYuan: 107,
        new ChangeTerms
        {
            Hits =
            [
                new ChangeHit
                {
                    Scope = ChangeScope.Consumer, Stores = CleanUpStores, Loss = 0.6, IsPunishment = true,
                },
            ],
        },
        [],
        new PlatformAnswer
        {
            After = TimeSpan.FromDays(3),
            Measures = [AnswerMeasure.Explain, AnswerMeasure.Appeals],
        });

    /// <summary>The loss of a brand store by the annual fee of 2011 (fitted to 5,500 of 50,000).</summary>
    private const double FeeLoss = 0.25;

    private const double FeeStores = 0.5;
    private const double CleanUpStores = 0.06;
    private const double FeeProtesters = 0.11;
    private const double SearchDays = 56;
    private const double CleanUpToFees = 0.64; // 3,500 of 5,500
    private const double ClickYuan = 200; // 3 million yuan in 5 days of 3,000 people
    private const string OneNewspaper = "one or two newspapers (L19), denominators assumed";

    /// <summary>What was published beside what came out of the three, each played on one seed.</summary>
    public static IReadOnlyList<SeasonCheck> Compare(
        SeasonSummary search, SeasonSummary fees, SeasonSummary cleanUp)
    {
        var (days, share) = (DaysOf(search), ShareOf(fees, FeeStores));
        return
        [
            Of("2011: brand stores' sellers who protest", "share", FeeProtesters, share, 0.03, "fitted"),
            Of("2010: days until calm", "days", SearchDays, days, 14, "predicted"),
            Of("2010: yuan of clicks a participant and day", "yuan", ClickYuan,
                ClicksOf(search), 100, "predicted"),
            Of("2013 to 2011: participants, of as many sellers hit", "ratio", CleanUpToFees,
                share > 0 ? Rounded.To(ShareOf(cleanUp, CleanUpStores) / share, 4) : 0, 0.3, "predicted"),
        ];
    }

    private static SeasonCheck Of(
        string name, string unit, double published, double simulated, double within, string kind) => new(
            name, unit, published, simulated, within, kind, OneNewspaper,
            Math.Abs(simulated - published) <= within + 1e-9);

    private static double DaysOf(SeasonSummary season) =>
        season.Governance!.Protests.Count == 0 ? 0 : season.Governance.Protests.Max(one => one.Days);

    private static double ShareOf(SeasonSummary season, double ofStores) =>
        Rounded.To(season.Governance!.ParticipantsShare / ofStores, 4);

    private static double ClicksOf(SeasonSummary season)
    {
        var personDays = season.Governance!.ParticipantDays;
        return personDays == 0 ? 0 : Rounded.To((double)season.Governance.ClicksYuan / personDays, 4);
    }

    private static SeasonScenario Season(
        string name, DateOnly startsOn, int days, double averageOrderYuan, ChangeTerms terms,
        IReadOnlyList<PolicySetting> policy, PlatformAnswer answer) => new()
        {
            Name = name,
            Season = new SeasonTerms
            {
                StartsOn = startsOn,
                WarmUpDays = 30,
                Days = days,
                Stores = 1_000,
                AverageOrderYuan = averageOrderYuan,
            },
            Changes =
            [
                new PolicyChange { At = TimeSpan.FromDays(ChangeDay), Policy = policy, Terms = terms },
            ],
            Governance = new GovernanceHabits { Answer = answer },
        };
}
