using System.Text.Json.Serialization;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>Whether the figures of a load test can be believed.</summary>
public enum LoadVerdict
{
    /// <summary>What was planned was issued, in time.</summary>
    Sound = 1,

    /// <summary>The driver was late: its own delay is in the figures.</summary>
    DriverSaturated,

    /// <summary>
    /// As many orders as allowed waited for answers and others were dropped: the market was not given the
    /// planned load.
    /// </summary>
    InFlightFull,
}

/// <summary>Who stopped a load before its time.</summary>
public enum StopCause
{
    /// <summary>Whoever started it, by a signal.</summary>
    User = 1,

    /// <summary>A gate of latency or of errors, with --abort-early.</summary>
    Gate,
}

/// <summary>summary.json of a load test.</summary>
public sealed record DriveSummary
{
    /// <summary>What marks the file as one of a load test.</summary>
    public const string KindWord = "flashsale-drive";

    /// <summary>What marks the file as one of a load test.</summary>
    public string Kind { get; init; } = KindWord;

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>A hash of the scenario as it was read.</summary>
    public string ScenarioHash { get; init; } = "";

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; }

    /// <summary>How commands travelled: single, batch, stream – or by which other means.</summary>
    public required string Way { get; init; }

    /// <summary>What an order was made of.</summary>
    public required string Mix { get; init; }

    /// <summary>The rate's shape in words.</summary>
    public string Curve { get; init; } = "";

    /// <summary>
    /// What a person should know of the table of rates: its gaps, columns that are not read.
    /// </summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The highest planned rate, in orders a second.</summary>
    public double PeakPlanned { get; init; }

    /// <summary>The most orders done in one second.</summary>
    public long PeakDone { get; init; }

    /// <summary>Driver processes.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>CPU time of the driver over wall time: 1 is a whole core.</summary>
    public double DriverCores { get; init; }

    /// <summary>The commit that the driver was built from.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The machine, for people.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The command line that repeats it.</summary>
    public string Command { get; init; } = "";

    /// <summary>Whether it was stopped early.</summary>
    public bool IsPartial { get; init; }

    /// <summary>After how many seconds, warm-up included; null if all of it was driven.</summary>
    public double? StoppedAfterSeconds { get; init; }

    /// <summary>How long it was planned, warm-up included.</summary>
    public int PlannedSeconds { get; init; }

    /// <summary>Who stopped it; null if nobody did.</summary>
    public StopCause? StoppedBy { get; init; }

    /// <summary>Whether the figures can be believed.</summary>
    public required LoadVerdict Verdict { get; init; }

    /// <summary>The whole load without its warm-up.</summary>
    public required PhaseFigures All { get; init; }

    /// <summary>Each phase, the warm-up too.</summary>
    public required IReadOnlyList<PhaseFigures> Phases { get; init; }

    /// <summary>Every gate.</summary>
    public IReadOnlyList<GateCheck> Gates { get; init; } = [];

    /// <summary>What trouble was made, and how long the market took to recover.</summary>
    public IReadOnlyList<ChaosOutcome> Chaos { get; init; } = [];

    /// <summary>The audit of the market afterwards; null if it was not asked.</summary>
    public AuditSummary? Audit { get; init; }

    /// <summary>What the processes of the market used; null if they did not tell.</summary>
    public MarketUse? Use { get; init; }

    /// <summary>What an order cost; null where the silo was no part of the driver's process.</summary>
    public OrderCost? Cost { get; init; }

    /// <summary>What became of the events of orders; null if the market does not tell.</summary>
    public StreamFigures? Streams { get; init; }

    /// <summary>
    /// The latencies of the whole load: microseconds not exceeded, and how many there were.
    /// </summary>
    public IReadOnlyList<LatencyCount> Latencies { get; init; } = [];

    /// <summary>
    /// Whether the figures are sound, every gate was judged and holds, and the audit passed if there was one.
    /// </summary>
    public bool Passed => Verdict == LoadVerdict.Sound && Gates.All(gate => gate.Passed)
        && Audit?.Passed != false && StoppedAfterSeconds != 0;

    /// <summary>
    /// Whether the exit code is 0. Who stops a load asks for what there is: then its audit decides, and
    /// nothing at all is no success.
    /// </summary>
    [JsonIgnore]
    public bool Succeeded => StoppedBy == StopCause.User
        ? StoppedAfterSeconds != 0 && Audit?.Passed != false
        : StoppedBy is null && Passed;

    /// <summary>Whether the figures can be believed.</summary>
    /// <param name="all">The whole load without its warm-up.</param>
    /// <param name="lateMsP99Max">How late 99 % of its orders may have begun.</param>
    public static LoadVerdict VerdictOf(PhaseFigures all, double lateMsP99Max)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Dropped > 0 ? LoadVerdict.InFlightFull
            : all.PacerLagMs.P99 > lateMsP99Max ? LoadVerdict.DriverSaturated
            : LoadVerdict.Sound;
    }
}

/// <summary>One bucket of latencies.</summary>
/// <param name="Ms">The longest latency that falls in it.</param>
/// <param name="Count">Orders in it.</param>
public sealed record LatencyCount(double Ms, long Count);
