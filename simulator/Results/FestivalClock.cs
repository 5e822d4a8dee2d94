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

    /// <summary>The characters of a <see cref="Date"/>.</summary>
    public const int DateLength = 14;

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
        string.Create(DateLength, (day, seconds), (chars, at) => WriteDate(chars, at.day, at.seconds));

    /// <summary>Whether a text is the date of a moment.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, DateOnly day, long seconds)
    {
        Span<char> date = stackalloc char[DateLength];
        WriteDate(date, day, seconds);
        return text.SequenceEqual(date);
    }

    /// <summary>Writes a <see cref="Date"/>: a timeline has one in each of its rows.</summary>
    public static void WriteDate(Span<char> chars, DateOnly day, long seconds)
    {
        "00-00 00:00:00".CopyTo(chars);
        var at = At(day, seconds);
        TwoDigits(chars, at.Month);
        TwoDigits(chars[3..], at.Day);
        TwoDigits(chars[6..], at.Hour);
        TwoDigits(chars[9..], at.Minute);
        TwoDigits(chars[12..], at.Second);
    }

    private static void TwoDigits(Span<char> chars, int number) =>
        (chars[0], chars[1]) = ((char)('0' + (number / 10)), (char)('0' + (number % 10)));

    private static DateTime At(DateOnly day, long seconds) =>
        day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds);
}
