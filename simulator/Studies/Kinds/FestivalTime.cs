namespace FlashSale.Simulator;

/// <summary>
/// Seconds from the festival's midnight: rows of a second in the first hour, of a minute else.
/// </summary>
internal sealed class FestivalTime : StudiedTime
{
    private const int HourSeconds = 3_600;

    private static readonly IRunColumn[] Drawn = [Measures.Paid, Measures.QueuedPayments, Measures.Gmv];

    // Half a minute in the first hour, then half an hour.
    private static readonly int[] Moments =
    [
        .. Enumerable.Range(1, 120).Select(at => at * 30),
        .. Enumerable.Range(3, 46).Select(at => at * 1_800),
    ];

    public override string Table => "timeline.csv";

    public override string Unit => "s";

    public override long UnitSeconds => 1;

    public override string RateWord => "a second";

    public override string MomentForm => "a length since midnight: 26s, 10min, 1d 6h, -5min";

    public override (string At, string From, string Until) Example => ("10min", "0s", "1h");

    public override string Heading => "The first hour";

    public override string InTitle => "in the first hour";

    public override (string Wrong, string Allowed)? WrongMoment(MeasureScope scope, double seconds) =>
        seconds != Math.Floor(seconds) || (seconds is < 0 or > HourSeconds && seconds % 60 != 0)
            ? ("lies within a row of timeline.csv", "whole seconds in the first hour, whole minutes else")
            : scope.Horizon is { } horizon && seconds > horizon.TotalSeconds
                ? ($"is later than the horizon {FileWords.Of(horizon)}, where runs stop",
                    "a moment before the horizon, or a later horizon")
            : null;

    public override IReadOnlyList<int> MomentsOf(Study study) =>
        [.. Moments.Where(moment => study.Horizon is not { } end || moment <= end.TotalSeconds)];

    public override IReadOnlyList<IRunColumn> DrawnOf(Study study) => Drawn;

    public override (Axis Axis, double Until) AxisOf(Study study)
    {
        var last = study.Horizon is { } end ? Math.Min(HourSeconds, end.TotalSeconds) : HourSeconds;
        return (TimeAxis.Linear("time since midnight", 0, last), HourSeconds);
    }
}
