using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>How the points of a study go on from one past.</summary>
/// <param name="At">The moment, counted from midnight.</param>
/// <param name="Points">Each point.</param>
public sealed record ForkFound(string At, IReadOnlyList<ForkedPoint> Points)
{
    /// <summary>The points whose fork did not end as the run of the whole.</summary>
    [JsonIgnore]
    public IReadOnlyList<ForkedPoint> Differing =>
        [.. Points.Where(point => point is { ForkState: { } fork, WholeState: { } whole } && fork != whole)];

    /// <summary>Whether every point that differs in its course only was compared.</summary>
    [JsonIgnore]
    public bool IsChecked => Points.All(point => point.FromThenOn.Count > 0 || point.WholeState is not null);

    /// <summary>How the runs were forked; null if they were not.</summary>
    internal static ForkFound? Of(StudyRuns runs) => runs.Plan.Study.Fork is not { } fork ? null
        : new ForkFound(fork.Moment, [.. runs.Plan.Points.Select(point => PointOf(runs, point))]);

    private static ForkedPoint PointOf(StudyRuns runs, StudyPoint point)
    {
        var plan = runs.Plan;
        var held = plan.Study.Kind.BesideCourse(plan.Study.Base, point.Scenario);
        var key = plan.Wholes.FirstOrDefault(whole => whole.Point == point.Number)?.Key;
        var whole = runs.Wholes.FirstOrDefault(outcome => outcome.Key == key && outcome.HasFigures);
        var fork = key is null ? null : runs.Of(point.Number, plan.Seeds[0])?.Outcome;
        return new ForkedPoint(
            point.Name, held, key is null ? null : plan.Seeds[0],
            fork is { HasFigures: true } ? fork.StateHash : null, whole?.StateHash);
    }
}

/// <summary>A point that goes on from the past.</summary>
/// <param name="Point">Its name.</param>
/// <param name="FromThenOn">
/// The paths of what it sets otherwise than the base from the moment on; none of a point whose course alone
/// differs.
/// </param>
/// <param name="Seed">On which such a point was compared with a run of the whole; null of others.</param>
/// <param name="ForkState">The hash of the state in which its fork ended.</param>
/// <param name="WholeState">The hash of the state in which the run of the whole ended.</param>
public sealed record ForkedPoint(
    string Point, IReadOnlyList<string> FromThenOn, ulong? Seed, string? ForkState, string? WholeState);
