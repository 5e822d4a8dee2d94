namespace FlashSale.Simulator;

/// <summary>One run of a study that is to be there.</summary>
/// <param name="Key">Its name: the hash of all that decides it.</param>
/// <param name="Point">The number of its point in the plan.</param>
/// <param name="Scenario">What is run, with its seed.</param>
/// <param name="Horizon">The moment after which it stops; null for its end.</param>
/// <param name="Role">What it is for; it changes nothing of the run.</param>
public sealed record RunOrder(
    string Key, int Point, IStudiedScenario Scenario, TimeSpan? Horizon, RunRole Role = RunRole.Main)
{
    /// <summary>The past that it goes on from; null if it begins with its own opening.</summary>
    public RunPast? Past { get; init; }

    /// <summary>The seed of all its draws.</summary>
    public ulong Seed => Scenario.Seed;

    /// <summary>Whether its name is that of what it says, run by this code.</summary>
    public bool IsNamedBy(string code) => Key == RunKey.Of(code, Scenario, Horizon, Past)
        && (Past is null || Past == RunPast.Of(code, Past.Scenario, Past.At));

    /// <summary>Whether its run.sqlite is kept; it changes nothing of the run.</summary>
    public bool KeepsDatabase { get; init; }
}
