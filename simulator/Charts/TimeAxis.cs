namespace FlashSale.Simulator;

/// <summary>Axes of time, in seconds, marked at times that people say.</summary>
internal static class TimeAxis
{
    private const int TicksMax = 9;
    private const int Minute = 60;
    private const int Hour = 3_600;
    private const int Day = FestivalClock.DaySeconds;

    private static readonly double[] Times = [1, 10, Minute, 10 * Minute, Hour, 6 * Hour, Day];

    private static readonly double[] Steps =
    [
        1, 2, 5, 10, 20, 30, Minute, 2 * Minute, 5 * Minute, 10 * Minute, 20 * Minute, 30 * Minute,
        Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 2 * Day, 5 * Day, 10 * Day, 20 * Day, 50 * Day,
        100 * Day, 500 * Day,
    ];

    /// <summary>Seconds on a logarithmic scale, marked at 1 s, 10 s, 1 min … 24 h.</summary>
    public static Axis Logarithmic(string title, double from, double to) =>
        new(title, from, to, true, [.. Times.Where(time => time >= from && time <= to)], InOneUnit)
        {
            Exact = Exactly,
        };

    /// <summary>Seconds from one time to another, where it ends, marked at round times.</summary>
    public static Axis Linear(string title, double from, double to)
    {
        var end = double.IsFinite(to) && to > from ? to : from + 1;
        var step = Steps.FirstOrDefault(step => (end - from) / step <= TicksMax - 1, Steps[^1]);
        Func<double, string> label = step switch
        {
            < Minute when end <= 3 * Minute => seconds => Amounts.Number(seconds, 0) + " s",
            < Minute => seconds => Parts(seconds, Minute, "min"),
            < Hour when end <= 3 * Hour => seconds => Amounts.Number(seconds / Minute, 0) + " min",
            < Hour => seconds => Parts(seconds, Hour, "h"),
            < Day => seconds => Amounts.Number(seconds / Hour, 0) + " h",
            _ => seconds => Amounts.Number(seconds / Day, 0) + " d",
        };
        return Axis.Linear(title, from, end, step, label) with { Exact = Exactly };
    }

    // The second that it is in: 00:00:26, and after the day +2d 07:30:00.
    private static string Exactly(double seconds) =>
        seconds == Day ? "24:00:00" : FestivalClock.Text((long)Math.Floor(seconds + 1e-6));

    private static string InOneUnit(double seconds) => seconds switch
    {
        < Minute => Amounts.Number(seconds, 0) + " s",
        < Hour => Amounts.Number(seconds / Minute, 0) + " min",
        _ => Amounts.Number(seconds / Hour, 0) + " h",
    };

    private static string Parts(double seconds, double whole, string unit)
    {
        var parts = (long)Math.Round(seconds * 60 / whole);
        return FormattableString.Invariant($"{parts / 60}:{Math.Abs(parts % 60):00} {unit}");
    }
}
