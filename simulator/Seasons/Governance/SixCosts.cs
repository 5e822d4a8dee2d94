namespace FlashSale.Simulator;

/// <summary>The six costs of a change of the rules, in yuan (rule GOV-2); a gain is below 0.</summary>
/// <param name="Design">Work on it before, consultation and vote.</param>
/// <param name="Opportunity">Income of the platform under the old rule that ends for good.</param>
/// <param name="TimeLag">Income lost between the announcement and the new steady state.</param>
/// <param name="Risk">How far what the worst tenth of seeds gain by it lies below the mean gain.</param>
/// <param name="Conflict">What a protest costs stores and the platform.</param>
/// <param name="Running">Carrying it out, and its errors.</param>
public sealed record SixCosts(
    double Design, double Opportunity, double TimeLag, double Risk, double Conflict, double Running)
{
    private const int DaysToSettle = 28;
    private const double WorstShare = 0.1;

    /// <summary>All of them.</summary>
    public double Sum => Design + Opportunity + TimeLag + Risk + Conflict + Running;

    /// <summary>The costs of an arm, from the same seeds under the old rule and under the arm.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of both.</exception>
    public static SixCosts Of(
        SeasonScenario arm, IReadOnlyList<SeasonResult> old, IReadOnlyList<SeasonResult> changed)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(changed);
        if (old.Count == 0 || old.Count != changed.Count)
        {
            throw new ArgumentException("arms are compared seed by seed", nameof(changed));
        }

        var (from, until) = (ChangeArms.ForkDay(arm), SettledOn(arm));
        var costs = (arm.Governance ?? new()).Costs;
        return new SixCosts(
            DesignOf(arm, costs),
            MeanLoss(old, changed, until, int.MaxValue),
            MeanLoss(old, changed, from, until),
            RiskOf(old, changed),
            changed.Average(ConflictOf),
            changed.Average(result => RunningOf(arm, result, costs)));
    }

    // When the last step has been in force for so long that what follows is the new state.
    private static int SettledOn(SeasonScenario arm) => arm.Changes.Count == 0 ? int.MaxValue
        : arm.Changes.Max(change => SeasonPolicies.DayOf(change.EndsAt)) + DaysToSettle;

    private static double DesignOf(SeasonScenario arm, CostHabits costs) => arm.Changes.Sum(change =>
        change.Terms is not { } terms ? 0
        : (terms.DesignDays * costs.StaffDayYuan)
            + (terms.Consulted ? costs.ConsultationYuan : 0) + (terms.Voted ? costs.VoteYuan : 0));

    private static double MeanLoss(
        IReadOnlyList<SeasonResult> old, IReadOnlyList<SeasonResult> changed, int from, int until) =>
        Enumerable.Range(0, old.Count).Average(seed =>
            IncomeOf(old[seed], from, until) - IncomeOf(changed[seed], from, until));

    // Of what the change brings, seed by seed: what all seeds share is no risk of it.
    private static double RiskOf(IReadOnlyList<SeasonResult> old, IReadOnlyList<SeasonResult> changed)
    {
        List<double> gains = [.. Enumerable.Range(0, old.Count).Select(seed =>
            IncomeOf(changed[seed], 0, int.MaxValue) - IncomeOf(old[seed], 0, int.MaxValue)).Order()];
        var worst = Math.Max(1, (int)Math.Floor(gains.Count * WorstShare));
        return gains.Average() - gains.Take(worst).Average();
    }

    // Commission, and where accounts are kept annual fees and promotion, which are 0 else.
    private static double IncomeOf(SeasonResult result, int from, int until) => (double)result.Days
        .Where(day => day.First >= from && day.First < until)
        .Sum(day => day.Yuan(SeasonMeasures.Commission) + day.Yuan(SeasonMeasures.AnnualFees)
            + day.Yuan(SeasonMeasures.Promotion));

    private static double ConflictOf(SeasonResult result) => (double)result.Days
        .Sum(day => day.Yuan(SeasonMeasures.ProtestLost) + day.Yuan(SeasonMeasures.ProtestClickCosts));

    // Wide cover makes work, ease spares it; errors are left where the rule or those who apply it are poor.
    private static double RunningOf(SeasonScenario arm, SeasonResult result, CostHabits costs)
    {
        const double daysPerWeek = 7;
        var weeks = result.Days.Count(day => day.First >= ChangeArms.ForkDay(arm)) / daysPerWeek;
        var rules = result.Days.Count == 0 ? 0 : result.Days[^1][SeasonMeasures.ControlLevel];
        return arm.Changes.Sum(change => change.Terms is not { } terms ? 0
            : weeks * rules * costs.RuleWeekYuan
                * (1 + terms.Coverage - terms.Ease + 1 - (terms.Soundness * terms.StaffQuality)));
    }
}
