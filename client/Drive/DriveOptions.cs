using FlashSale.Driver;

namespace FlashSale.Client;

/// <summary>What the user asked to drive; null where the scenario decides.</summary>
internal sealed record DriveOptions
{
    /// <summary>The scenario when nothing else is asked for.</summary>
    public const string ScenarioUsual = "midnight-2016-load";

    /// <summary>A shipped scenario's name or a file.</summary>
    public string Scenario { get; init; } = ScenarioUsual;

    /// <summary>Where the API is.</summary>
    public string Url { get; init; } = ServedUrls.Usual;

    /// <summary>
    /// Where the processes of the market tell their metrics, with «;» between them; null for
    /// <see cref="Url"/>.
    /// </summary>
    public string? Metrics { get; init; }

    /// <summary>How commands travel.</summary>
    public Way Way { get; init; } = Way.Single;

    /// <summary>What an order is made of.</summary>
    public OrderMix Mix { get; init; } = OrderMix.Buy;

    /// <summary>How orders lie in their seconds.</summary>
    public Spacing Spacing { get; init; } = Spacing.Poisson;

    /// <summary>A table of rates or a recorded trace instead of the scenario's shape.</summary>
    public string? Curve { get; init; }

    /// <summary>The column of the table; null for the one that is called so.</summary>
    public string? Column { get; init; }

    /// <summary>The first second of the table that is played.</summary>
    public int? From { get; init; }

    /// <summary>A constant rate instead of the scenario's shape.</summary>
    public double? Rate { get; init; }

    /// <summary>The highest rate.</summary>
    public double? Peak { get; init; }

    /// <summary>Seconds of the curve in one of the test.</summary>
    public double? Speed { get; init; }

    /// <summary>Seconds, without the warm-up.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds of the warm-up.</summary>
    public int? WarmUp { get; init; }

    /// <summary>Connections or streams.</summary>
    public int? Connections { get; init; }

    /// <summary>Orders that may wait for an answer.</summary>
    public int? InFlight { get; init; }

    /// <summary>How many buyers there are; null for as many as the scenario's orders a buyer make.</summary>
    public int? Buyers { get; init; }

    /// <summary>Driver processes.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>A file of trouble.</summary>
    public string? Chaos { get; init; }

    /// <summary>What was given of the load, for messages; the scenario's load if nothing was.</summary>
    public string WordsOfLoad()
    {
        (string Name, object? Value)[] all =
        [
            ("--rate", Rate), ("--curve", Curve), ("--peak", Peak), ("--speed", Speed), ("--from", From),
            ("--duration", Duration), ("--warm-up", WarmUp), ("--buyers", Buyers), ("--scale", Scale),
        ];
        var given = all.Where(option => option.Value is not null)
            .Select(option => FormattableString.Invariant($"{option.Name} {option.Value}"))
            .ToList();
        return given.Count == 0 ? $"the load of {Scenario}" : string.Join(" with ", given);
    }

    /// <summary>Whether to stop when a gate can no longer hold.</summary>
    public bool AbortEarly { get; init; }

    /// <summary>Whether to search for the highest rate that holds.</summary>
    public bool FindPeak { get; init; }

    /// <summary>The part of another process's load that this one issues.</summary>
    public string? Part { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The share of stores and listings.</summary>
    public double? Scale { get; init; }

    /// <summary>The folder for the results.</summary>
    public string? Out { get; init; }

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }

    /// <summary>Whether people need no words.</summary>
    public bool Quiet { get; init; }
}
