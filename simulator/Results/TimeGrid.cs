namespace FlashSale.Simulator;

/// <summary>
/// The rows of a run's timeline: minutes before midnight, seconds on the day, minutes after it.
/// </summary>
/// <remarks>
/// What happens outside the span is counted in its first or last row, so that nothing is lost.
/// </remarks>
internal readonly struct TimeGrid
{
    private const long MinuteMs = 60_000;
    private const int DayMinutes = FestivalClock.DaySeconds / 60;

    private readonly int _minutesBefore;

    /// <summary>A grid over a span of time in ms since midnight; it always holds the whole day.</summary>
    public TimeGrid(long startAtMs, long endAtMs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startAtMs, endAtMs);
        _minutesBefore = (int)(Math.Max(0, -startAtMs + MinuteMs - 1) / MinuteMs);
        var minutesAfter = (int)(Math.Max(0, endAtMs - FestivalClock.DayMs) / MinuteMs) + 1;
        Rows = _minutesBefore + FestivalClock.DaySeconds + minutesAfter;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>The row of midnight.</summary>
    public int Midnight => _minutesBefore;

    /// <summary>One more than the row of the day's last second.</summary>
    public int DayEnd => _minutesBefore + FestivalClock.DaySeconds;

    /// <summary>The row of a moment.</summary>
    public int RowAt(long atMs)
    {
        if (FestivalClock.IsOnTheDay(atMs))
        {
            return _minutesBefore + (int)(atMs / 1_000);
        }

        if (atMs < 0)
        {
            var minutesEarlier = (MinuteMs - 1 - atMs) / MinuteMs;
            return (int)Math.Max(0, _minutesBefore - minutesEarlier);
        }

        return (int)Math.Min(Rows - 1, DayEnd + (atMs - FestivalClock.DayMs) / MinuteMs);
    }

    /// <summary>The second at which a row starts, counted from midnight.</summary>
    public long SecondsAt(int row) =>
        row < Midnight ? (row - Midnight) * 60L
        : row < DayEnd ? row - Midnight
        : (DayMinutes + row - (long)DayEnd) * 60;

    /// <summary>How many seconds a row is long.</summary>
    public int SecondsOf(int row) => row >= Midnight && row < DayEnd ? 1 : 60;
}
