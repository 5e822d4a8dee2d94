namespace FlashSale.Simulator;

/// <summary>Where the rates of a load test come from.</summary>
public enum LoadShape
{
    /// <summary>From the scenario's festival, from its midnight on (rules DEM-3, CAP-1).</summary>
    Midnight = 1,

    /// <summary>The peak all the time.</summary>
    Constant,

    /// <summary>From a first rate evenly to the peak.</summary>
    Ramp,
}

/// <summary>A stretch of a load test with gates of its own.</summary>
/// <param name="Name">Its name, in kebab-case.</param>
/// <param name="Until">When it ends, counted from the end of the warm-up.</param>
/// <param name="Gates">What must hold in it.</param>
public sealed record LoadPhase(string Name, TimeSpan Until, LoadGates Gates);

/// <summary>
/// How a scenario is put on a real market as load. It decides nothing of a simulation, and is no part of the
/// scenario's hash.
/// </summary>
public sealed record LoadPlan
{
    /// <summary>The longest load test.</summary>
    public static readonly TimeSpan LongestDuration = TimeSpan.FromHours(6);

    /// <summary>The shape of the rates.</summary>
    public LoadShape Shape { get; init; } = LoadShape.Midnight;

    /// <summary>The highest rate, in orders a second.</summary>
    public double Peak { get; init; } = 1_000;

    /// <summary>The first rate of a ramp, in orders a second.</summary>
    public double FirstRate { get; init; }

    /// <summary>How many seconds of the festival pass in one of the test.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How long it is, without the warm-up.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the load rises to half the peak before anything counts.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How late in ms 99 % of the orders may begin by the driver's own fault, for its figures to be sound.
    /// </summary>
    public double DriverLateMsP99Max { get; init; } = 50;

    /// <summary>Its phases, in their order; after the last one the rest is a phase of its own.</summary>
    public IReadOnlyList<LoadPhase> Phases { get; init; } = [];

    /// <summary>What must hold for all of it.</summary>
    public LoadGates Gates { get; init; } = new();

    // What a load test calls stretches of its own.
    private static readonly string[] TakenNames = ["all", "warm-up", "load", "rest", "drain"];

    internal static LoadPlan Read(Block block)
    {
        var (usual, second) = (new LoadPlan(), TimeSpan.FromSeconds(1));
        var plan = new LoadPlan
        {
            Shape = block.Choice<LoadShape>("shape", usual.Shape),
            Peak = block.Number("peak", usual.Peak, new(0.001, 10e6)),
            FirstRate = block.Number("firstRate", usual.FirstRate, new(0, 10e6)),
            Speed = block.Number("speed", usual.Speed, new(0.001, 100_000)),
            Duration = WholeSeconds(block, "duration", usual.Duration, second),
            WarmUp = WholeSeconds(block, "warmUp", usual.WarmUp, TimeSpan.Zero),
            DriverLateMsP99Max = block.Number(
                "driverLateMsP99Max", usual.DriverLateMsP99Max, new(1, 60_000)),
            Phases = block.Blocks("phases", usual.Phases, itemsMax: 50, ReadPhase),
            Gates = block.Section("gates", usual.Gates, LoadGates.Read),
        };
        Check(block, plan);
        return plan;
    }

    // A load test counts seconds: a part of one would be cut off without a word.
    private static TimeSpan WholeSeconds(Block block, string key, TimeSpan usual, TimeSpan from)
    {
        var length = block.Length(key, usual, from, LongestDuration);
        if (length.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            block.Refuse(key, "this is not a whole number of seconds", "whole seconds, such as 90s");
        }

        return length;
    }

    private static LoadPhase ReadPhase(Block block) => new(
        block.Text("name", null, Limits.NameLengthMax),
        block.Length("until", null, TimeSpan.FromSeconds(1), LongestDuration),
        block.Section("gates", new LoadGates(), LoadGates.Read));

    private static void Check(Block block, LoadPlan plan)
    {
        var untils = plan.Phases.Select(phase => phase.Until).ToList();
        if (untils.Zip(untils.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            block.Refuse("phases", "the phases do not follow each other", "each until after the one before");
        }

        if (untils.Any(until => until > plan.Duration || until.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            block.Refuse(
                "phases", "a phase does not end at a second of the test",
                $"1s to {FileWords.Of(plan.Duration)}");
        }

        if (plan.Phases.Count > 0)
        {
            block.NamesOnce("phases", plan.Phases.Select(phase => phase.Name));
        }

        if (plan.Phases.FirstOrDefault(phase => TakenNames.Contains(phase.Name)) is { } taken)
        {
            block.Refuse("phases", $"a phase is called «{taken.Name}»",
                $"names other than {string.Join(", ", TakenNames)}");
        }
    }
}
