namespace FlashSale.Simulator;

/// <summary>The moment up to which all points of a study share one past.</summary>
/// <param name="At">The moment, counted from midnight: what happens then is no part of the past.</param>
public sealed record AskedFork(TimeSpan At)
{
    /// <summary>The moment as files write it.</summary>
    public string Moment => FileWords.Of(At);

    /// <summary>Where it stands in the file, for messages.</summary>
    internal YamlNode? Place { get; init; }

    /// <summary>Reads the block «fork».</summary>
    /// <param name="block">The study.</param>
    /// <param name="past">The base, whose market must be open by then.</param>
    /// <param name="horizon">The moment after which runs stop; null for their end.</param>
    internal static AskedFork? Read(Block block, IStudiedScenario past, TimeSpan? horizon) =>
        block.Section<AskedFork?>("fork", null, inner => ReadAt(inner, past, horizon));

    private static AskedFork ReadAt(Block block, IStudiedScenario past, TimeSpan? horizon)
    {
        var (earliest, latest, step) = past.Studied.ForksOf(past, horizon);
        var at = block.Length("at", null, earliest, latest);
        if (at.Ticks % step.Ticks != 0)
        {
            var (unit, example) = past.Studied.ForkWords;
            block.Refuse("at", $"{FileWords.Of(at)} is no whole {unit}", $"whole {unit}s: {example}");
        }

        return new AskedFork(at) { Place = block.Find("at") };
    }
}
