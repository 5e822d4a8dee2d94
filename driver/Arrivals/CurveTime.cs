using System.Globalization;

namespace FlashSale.Driver;

/// <summary>How a time is written.</summary>
internal enum TimeForm
{
    /// <summary>As a number of the column's unit.</summary>
    Number = 1,

    /// <summary>As a time of day.</summary>
    Clock,

    /// <summary>As a date, perhaps with a time of day.</summary>
    Date,

    /// <summary>As a date and a time of day with its offset.</summary>
    DateWithOffset,
}

/// <summary>What the first column of a curve's table says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UnitSeconds">How long a row is if there is but one, and what its numbers count.</param>
/// <param name="Allowed">What may stand in it.</param>
internal sealed record CurveTime(string Name, int UnitSeconds, string Allowed)
{
    private const string Dates =
        "2019-11-10, 2019-11-10 23:00 or 2019-11-10 23:00:00, all with an offset such as +08:00 or none";
    private const string Digits = "0123456789";
    private const int DigitsMax = 9;

    private static readonly CurveTime[] All =
    [
        new("second", 1, "a whole number of seconds from 0 on"),
        new("minute", 60, $"a whole number of minutes, 9:05, or {Dates}"),
        new("hour", 3_600, $"a whole number of hours, 9:00, or {Dates}"),
        new("datetime_hour", 3_600, Dates),
        new("date", 86_400, Dates),
    ];

    private static readonly string[] ClockForms = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"];
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss",
    ];

    private static readonly string[] OffsetForms =
    [
        "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'",
    ];

    /// <summary>Whether rows are rates, and not orders that were counted.</summary>
    public bool IsRates => UnitSeconds == 1;

    private bool IsDates => Allowed == Dates;

    /// <summary>The column of a name; null if there is none.</summary>
    public static CurveTime? Named(string name) => Array.Find(All, one => one.Name == name);

    /// <summary>When a row begins, in seconds, and how that is written; null if the text is no such
    /// time.</summary>
    public (TimeForm Form, long At)? Parse(string text)
    {
        const DateTimeStyles style = DateTimeStyles.None;
        var culture = CultureInfo.InvariantCulture;
        if (!IsDates && text.Length is > 0 and <= DigitsMax && text.All(Digits.Contains))
        {
            return (TimeForm.Number, long.Parse(text, culture) * UnitSeconds);
        }

        if (IsRates)
        {
            return null;
        }

        if (!IsDates && TimeOnly.TryParseExact(text, ClockForms, culture, style, out var clock))
        {
            return (TimeForm.Clock, clock.Ticks / TimeSpan.TicksPerSecond);
        }

        if (DateTime.TryParseExact(text, DateForms, culture, style, out var date))
        {
            return (TimeForm.Date, date.Ticks / TimeSpan.TicksPerSecond);
        }

        return DateTimeOffset.TryParseExact(
            text, OffsetForms, culture, DateTimeStyles.AssumeUniversal, out var moment)
            ? (TimeForm.DateWithOffset, moment.UtcTicks / TimeSpan.TicksPerSecond)
            : null;
    }
}
