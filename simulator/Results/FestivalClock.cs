using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// The clock of a run: milliseconds since midnight of 11 November, China time; before midnight they are
/// negative.
/// </summary>
internal static class FestivalClock
{
    /// <summary>Seconds in a day.</summary>
    public const int DaySeconds = 86_400;

    /// <summary>Milliseconds in a day.</summary>
    public const long DayMs = DaySeconds * 1_000L;

    // Of no year in particular: only month, day and time of day are shown.
    private static readonly DateTime Midnight = new(2001, 11, 11, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Whether a moment is on 11 November: what is paid then is GMV.</summary>
    public static bool IsOnTheDay(long atMs) => atMs is >= 0 and < DayMs;

    /// <summary>
    /// The time of day, «00:00:26»; after the day with the days that have passed, «+2d 07:30:00».
    /// </summary>
    public static string Text(long seconds)
    {
        var days = Math.DivRem(seconds, DaySeconds, out var rest);
        if (rest < 0)
        {
            days--;
            rest += DaySeconds;
        }

        var clock = TimeSpan.FromSeconds(rest).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        return days == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{days:+0;-0}d {clock}");
    }

    /// <summary>Month, day and time, «11-11 00:00:26», which sorts as time passes within a year.</summary>
    public static string Date(long seconds) =>
        Midnight.AddSeconds(seconds).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
