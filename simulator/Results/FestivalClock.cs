using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// The clock of a run: milliseconds since midnight of the festival's day, China time; before midnight they
/// are negative.
/// </summary>
internal static class FestivalClock
{
    /// <summary>Seconds in a day.</summary>
    public const int DaySeconds = 86_400;

    /// <summary>Milliseconds in a day.</summary>
    public const long DayMs = DaySeconds * 1_000L;

    private const string DateForm = "MM-dd HH:mm:ss";

    /// <summary>Whether a moment is on the festival's day: what is paid then is GMV.</summary>
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
    /// <param name="day">The festival's day.</param>
    /// <param name="seconds">Seconds since its midnight.</param>
    public static string Date(DateOnly day, long seconds) =>
        At(day, seconds).ToString(DateForm, CultureInfo.InvariantCulture);

    /// <summary>Whether a text is the date of a moment.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, DateOnly day, long seconds)
    {
        Span<char> date = stackalloc char[DateForm.Length];
        return At(day, seconds).TryFormat(date, out var length, DateForm, CultureInfo.InvariantCulture)
            && text.SequenceEqual(date[..length]);
    }

    private static DateTime At(DateOnly day, long seconds) =>
        day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds);
}
