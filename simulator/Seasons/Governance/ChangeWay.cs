namespace FlashSale.Simulator;

/// <summary>What came of a way to change the rules, over some seeds (rule GOV-2).</summary>
/// <param name="Name">The way.</param>
/// <param name="ParticipantsShare">The most protesters of a day, as a share of all sellers.</param>
/// <param name="ProtestDays">Days of protest.</param>
/// <param name="HoardedUnitHours">For how long protesters kept goods from others.</param>
/// <param name="Concessions">Of the platform.</param>
/// <param name="Costs">The six costs.</param>
public sealed record ChangeWay(
    string Name, double ParticipantsShare, double ProtestDays, double HoardedUnitHours, double Concessions,
    SixCosts Costs)
{
    /// <summary>The means over seeds of an arm.</summary>
    public static ChangeWay Of(
        ChangeArm arm, IReadOnlyList<SeasonResult> old, IReadOnlyList<SeasonResult> changed)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(changed);
        List<GovernanceFigures> figures = [.. changed.Select(result => result.Summary.Governance!)];
        return new ChangeWay(
            arm.Name, figures.Average(one => one.ParticipantsShare),
            figures.Average(one => one.Protests.Sum(protest => (double)protest.Days)),
            figures.Average(one => (double)one.HoardedUnitHours),
            figures.Average(one => (double)one.Concessions), SixCosts.Of(arm.Scenario, old, changed));
    }
}
