namespace FlashSale.Simulator;

/// <summary>The result of a season: a value from which every report can be written.</summary>
/// <param name="Summary">The season in numbers.</param>
/// <param name="Measures">What is measured: of the models that are on.</param>
/// <param name="Days">Every day, the warm-up's too.</param>
/// <param name="Weeks">Every week, from Monday on.</param>
public sealed record SeasonResult(
    SeasonSummary Summary, IReadOnlyList<SeasonMeasure> Measures, IReadOnlyList<SeasonRow> Days,
    IReadOnlyList<SeasonRow> Weeks)
{
    internal static SeasonResult Of(SeasonRun run, RunStamp stamp, Season season)
    {
        var days = run.Recorder.Days;
        return new SeasonResult(
            SummaryOf(run, stamp, season), SeasonMeasures.Of(run.World.Scenario), [.. days],
            [.. days.GroupBy(day => run.World.Calendar[day.First].Week)
                .Select(week => SeasonRow.Of([.. week]))]);
    }

    private static SeasonSummary SummaryOf(SeasonRun run, RunStamp stamp, Season season)
    {
        var measured = run.Recorder.Days.Where(day => day.First >= run.World.Terms.WarmUpDays).ToList();
        var sums = measured.Count == 0 ? Nothing : SeasonRow.Of(measured);
        var shape = new SeasonShape(run);
        var (ages, classes, sales) = (shape.Ages(), shape.Classes(), shape.Concentration());
        var accounts = AccountsOf(run, season, sums);
        var choice = season.Parts.Choice is { } searching
            ? new ChoiceShape(run, shape, searching).Of(sums) : null;
        var demand = DemandOf(run, season, sums);
        var trust = season.Parts.Trust is { } buyers ? new TrustShape(run, buyers).Of(sums) : null;
        var fakes = season.Parts.Counterfeits is { } model ? CounterfeitFigures.Of(run, model, sums) : null;
        var appeals = AppealsOf(run, season, sums);
        var (certified, screened) = (CertifiedOf(run, season, sums), ScreenedOf(run, season, sums));
        IReadOnlyList<SeasonCheck> published =
        [
            .. SeasonChecks.Of(ages, classes, sales, sums[SeasonMeasures.Openings],
                sums[SeasonMeasures.Exits], run.World.Scenario, accounts, choice, trust),
            .. ChecksOf(fakes), .. ChecksOf(appeals, season.Scenario),
            .. ChecksOf(certified, season.Scenario), .. ChecksOf(screened, season.Scenario),
        ];
        return Shaped(shape, Counted(sums, Played(run, stamp, season))) with
        {
            Days = measured.Count,
            Ages = ages,
            Classes = classes,
            Concentration = sales,
            Governance = season.Parts.Governance?.Figures,
            Accounts = accounts,
            Trust = trust,
            Checks = published,
            Choice = choice,
            Demand = demand,
            Counterfeits = fakes,
            Appeals = appeals,
            Certification = certified,
            Screening = screened,
            Audit = AuditOf(run, season),
        };
    }

    private static SellerResults? AccountsOf(SeasonRun run, Season season, SeasonRow sums) =>
        season.Parts.Accounts is { } own ? new AccountShape(run, own).Of(sums) : null;

    private static DemandSummary? DemandOf(SeasonRun run, Season season, SeasonRow sums) =>
        season.Parts.Demand is { } moving
            ? new DemandShape(run, season.Scenario.Demand!, moving).Of(sums) : null;

    private static AppealFigures? AppealsOf(SeasonRun run, Season season, SeasonRow sums) =>
        season.Parts.Counterfeits?.Appeals is { } court ? AppealFigures.Of(run, court, sums) : null;

    private static AuditSummary AuditOf(SeasonRun run, Season season)
    {
        var audit = SeasonAudit.Of(run, season);
        return new AuditSummary(audit.All(check => check.Passed), audit);
    }

    private static CertificationFigures? CertifiedOf(SeasonRun run, Season season, SeasonRow sums) =>
        season.Parts.Certification is { } office ? CertificationFigures.Of(run, office.Sellers, sums) : null;

    private static ScreeningFigures? ScreenedOf(SeasonRun run, Season season, SeasonRow sums) =>
        season.Parts.Screening is { } desk ? ScreeningFigures.Of(run, desk, sums) : null;

    private static SeasonSummary Shaped(SeasonShape shape, SeasonSummary season) =>
        season with { Sellers = shape.Sellers, TruthTypes = shape.Types() };

    private static IReadOnlyList<SeasonCheck> ChecksOf(CounterfeitFigures? fakes) =>
        fakes is null ? [] : CounterfeitChecks.Of(fakes);

    private static IReadOnlyList<SeasonCheck> ChecksOf(AppealFigures? appeals, SeasonScenario scenario) =>
        appeals is null ? [] : AppealChecks.Of(appeals, scenario.Appeals!.Decider);

    private static IReadOnlyList<SeasonCheck> ChecksOf(
        CertificationFigures? certified, SeasonScenario scenario) =>
        certified is null ? [] : CertificationChecks.Of(certified, scenario.Certification!);

    private static IReadOnlyList<SeasonCheck> ChecksOf(
        ScreeningFigures? screened, SeasonScenario scenario) =>
        screened is null ? [] : ScreeningChecks.Of(screened, scenario);

    // What was played, by which program, and how long it took.
    private static SeasonSummary Played(SeasonRun run, RunStamp stamp, Season season)
    {
        var placed = run.Recorder.Days.Sum(day => day[SeasonMeasures.Placed]);
        return new SeasonSummary
        {
            Scenario = run.World.Scenario.Name,
            Title = run.World.Scenario.Description,
            ScenarioHash = run.World.Scenario.Hash,
            Seed = run.World.Seed,
            StartsOn = run.World.Terms.StartsOn,
            WarmUpDays = run.World.Terms.WarmUpDays,
            Commit = stamp.Commit,
            Command = stamp.Command,
            Partial = !season.IsOver,
            OrdersPlacedInAll = placed,
            Stores = run.Stores.Open,
            StateHash = season.StateHash(),
            Events = season.Events,
            WallSeconds = Rounded.To(stamp.Wall.TotalSeconds, 3),
            OrdersPerWallSecond = Rounded.To(placed / Math.Max(0.001, stamp.Wall.TotalSeconds), 0),
            PeakRssBytes = stamp.PeakRssBytes,
            Machine = stamp.Machine,
        };
    }

    private static SeasonSummary Counted(SeasonRow sums, SeasonSummary season) => season with
    {
        Visits = sums[SeasonMeasures.Visits],
        OrdersPlaced = sums[SeasonMeasures.Placed],
        OrdersPaid = sums[SeasonMeasures.Paid],
        RepeatedShare = Rounded.To(
            sums[SeasonMeasures.Repeated] / (double)Math.Max(1, sums[SeasonMeasures.Placed]), 4),
        SoldOut = sums[SeasonMeasures.SoldOut],
        GmvYuan = sums.Yuan(SeasonMeasures.Gmv),
        RefundedYuan = sums.Yuan(SeasonMeasures.Refunded),
        CommissionYuan = sums.Yuan(SeasonMeasures.Commission),
        Openings = sums[SeasonMeasures.Openings],
        Exits = sums[SeasonMeasures.Exits],
    };

    private static SeasonRow Nothing { get; } = new(0, 0, new long[SeasonMeasures.All.Count]);
}
