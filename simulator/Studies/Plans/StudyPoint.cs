namespace FlashSale.Simulator;

/// <summary>A point of a study: a scenario that is run on every seed.</summary>
/// <param name="Number">Its place in the plan, from 0.</param>
/// <param name="Name">What it is called: an arm's name, or the values of its factors.</param>
/// <param name="Levels">The value of each factor.</param>
/// <param name="Scenario">Its scenario, on the first seed.</param>
/// <param name="Recalibrated">
/// The keys that it changes and that are no interventions, so that it is another world; none of most points.
/// </param>
public sealed record StudyPoint(
    int Number, string Name, IReadOnlyList<FactorLevel> Levels, IStudiedScenario Scenario,
    IReadOnlyList<string> Recalibrated);
