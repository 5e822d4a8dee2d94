namespace FlashSale.Simulator;

/// <summary>An arm of a comparison of ways to change the rules.</summary>
/// <param name="Name">The old rule, as planned, at once, or in steps.</param>
/// <param name="Scenario">The season of it.</param>
public sealed record ChangeArm(string Name, SeasonScenario Scenario);

/// <summary>Ways to change the rules of a season, which differ in nothing else (rules GOV-1, GOV-2).
/// </summary>
public static class ChangeArms
{
    /// <summary>The name of the arm in which nothing changes.</summary>
    public const string Old = "old rule";

    /// <summary>The old rule, the change as planned, at once, and in steps.</summary>
    /// <param name="scenario">A season with changes.</param>
    /// <param name="steps">In how many steps.</param>
    /// <param name="apart">Days between two of them.</param>
    public static IReadOnlyList<ChangeArm> Of(SeasonScenario scenario, int steps, int apart)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var last = TimeSpan.FromDays(scenario.Season.DaysInAll - 1);
        return
        [
            new(Old, scenario with { Changes = [] }),
            new("as planned", scenario),
            new("at once", scenario with
            {
                Changes = [.. scenario.Changes.Select(change => change with { Until = null, Steps = 1 })],
            }),
            new("in steps", scenario with
            {
                Changes = [.. scenario.Changes.Select(change => InSteps(change, steps, apart, last))],
            }),
        ];
    }

    /// <summary>The day on which the first arm begins to differ from the others.</summary>
    public static int ForkDay(SeasonScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Changes.Count == 0 ? 0
            : scenario.Changes.Min(change => SeasonPolicies.DayOf(change.AnnouncedAt));
    }

    // As many steps as the season has days for.
    private static PolicyChange InSteps(PolicyChange change, int steps, int apart, TimeSpan last)
    {
        var fitting = Math.Min(steps, 1 + (int)((last - change.At).TotalDays / apart));
        return fitting < 2
            ? change with { Until = null, Steps = 1 }
            : change with { Until = change.At + TimeSpan.FromDays((fitting - 1) * apart), Steps = fitting };
    }
}
