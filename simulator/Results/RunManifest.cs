namespace FlashSale.Simulator;

/// <summary>What a run can be repeated from, known before it begins.</summary>
public sealed record RunManifest
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario in one sentence, for people; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>A hash of the scenario as it was read, defaults filled in.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>
    /// The festival whose published facts the run is compared with; null if it stands for no year.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>The festival's day, which begins at its midnight in China.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The trouble that the scenario planned.</summary>
    public IReadOnlyList<RunShock> Shocks { get; init; } = [];

    /// <summary>The seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How much of the festival is simulated.</summary>
    public required SampleScale Scale { get; init; }

    /// <summary>The commit that the program was built from.</summary>
    public required string Commit { get; init; }

    /// <summary>The command line that repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>What the scenario sets, in its own order, as it should be shown to people.</summary>
    public IReadOnlyList<RunParameter> Parameters { get; init; } = [];

    /// <summary>What the run was calibrated to, and what acted afterwards.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>What a run of a world was made from.</summary>
    internal static RunManifest Of(World world, RunStamp stamp) => new()
    {
        Scenario = world.Scenario.Name,
        Title = world.Scenario.Description,
        ScenarioHash = world.Scenario.Hash,
        Year = world.Scenario.Festival.IsSinglesDay ? world.Scenario.Festival.Year : null,
        Day = DateOnly.FromDateTime(world.Scenario.Festival.Midnight.DateTime),
        Shocks = [.. world.Scenario.Shocks.Select(RunShock.Of)],
        Seed = world.Scenario.Seed,
        Scale = new SampleScale(world.Scenario.Scale),
        Commit = stamp.Commit,
        Command = stamp.Command,
        Parameters = world.Scenario.Parameters(),
        Calibration = Calibration.Of(world),
    };
}

/// <summary>One setting of a scenario, as text.</summary>
/// <param name="Name">Its name in the scenario file, such as «payments.capacity».</param>
/// <param name="Value">Its value with unit.</param>
public sealed record RunParameter(string Name, string Value);
