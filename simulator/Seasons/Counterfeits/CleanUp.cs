using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// A day of the year on which the platform removes and punishes at once whatever it takes for a fake, as in
/// December 2013 (rules TRU-8, GOV-3; MODELS study 4).
/// </summary>
public sealed record CleanUp
{
    private const string Form = "MM-dd";

    /// <summary>Month and day, such as «12-03».</summary>
    public required string Day { get; init; }

    /// <summary>The share of fakes on sale that it finds (assumed).</summary>
    public double FindsShare { get; init; } = 0.8;

    /// <summary>The share of genuine listings that it hits (assumed).</summary>
    public double ErrorShare { get; init; } = 0.01;

    /// <summary>Whether it falls on a day.</summary>
    internal bool IsOn(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture) == Day;

    internal static CleanUp Read(Block block)
    {
        var usual = new CleanUp { Day = "" };
        var cleanUp = new CleanUp
        {
            Day = block.Text("day", null, Form.Length),
            FindsShare = block.Share("findsShare", usual.FindsShare),
            ErrorShare = block.Share("errorShare", usual.ErrorShare),
        };
        const string leapYear = "2012-";
        if (!DateOnly.TryParseExact(leapYear + cleanUp.Day, "yyyy-" + Form, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _))
        {
            block.Refuse("day", $"«{cleanUp.Day}» is no day of a year", "month and day, such as 12-03");
        }

        return cleanUp;
    }
}
