using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A day of every year on which more buyers come, in the curve of a festival (rule DEM-3).</summary>
public sealed record SeasonFestival
{
    private const string Form = "MM-dd";

    /// <summary>Its name, such as «double-11».</summary>
    public required string Name { get; init; }

    /// <summary>Month and day, such as «11-11».</summary>
    public required string Day { get; init; }

    /// <summary>
    /// Visits of the day as a multiple of an ordinary day's (F: the parcels of 2015 were 15 ordinary days').
    /// </summary>
    public required double Visits { get; init; }

    /// <summary>Whether it falls on a day.</summary>
    internal bool IsOn(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture) == Day;

    internal static SeasonFestival Read(Block block)
    {
        var festival = new SeasonFestival
        {
            Name = block.Text("name", null, Limits.NameLengthMax),
            Day = block.Text("day", null, Form.Length),
            Visits = block.Number("visits", null, new(0, 100)),
        };
        const string leapYear = "2012-";
        if (!DateOnly.TryParseExact(leapYear + festival.Day, "yyyy-" + Form, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _))
        {
            block.Refuse("day", $"«{festival.Day}» is no day of a year", "month and day, such as 11-11");
        }

        return festival;
    }
}
