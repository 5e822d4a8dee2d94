using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>Numbers as a report shows them: three or four digits that matter, with their unit.</summary>
internal static class Amounts
{
    private const double Billion = 1e9;
    private const double Million = 1e6;

    /// <summary>Money: «¥213.1 bn», «¥3.40 m», «¥1,234.50».</summary>
    public static string Yuan(decimal yuan)
    {
        var sign = yuan < 0 ? "−" : "";
        var size = Math.Abs((double)yuan);
        return size >= Million ? $"{sign}¥{Large(size)}" : Invariant($"{sign}¥{Math.Abs(yuan):#,0.##}");
    }

    /// <summary>Money to the fen, for the tables of the ledger.</summary>
    public static string YuanExact(decimal yuan) => Invariant($"{yuan:#,0.00}").Replace('-', '−');

    /// <summary>A count: «1.04 bn», «12.3 m», «175,000».</summary>
    public static string Count(double count) => count >= Million ? Large(count) : Invariant($"{count:#,0}");

    /// <summary>A count on an axis: «1 bn», «250 m», «175,000».</summary>
    public static string Tick(double count) => count switch
    {
        >= Billion => Invariant($"{count / Billion:#,0.##} bn"),
        >= Million => Invariant($"{count / Million:#,0.##} m"),
        _ => Invariant($"{count:#,0.##}"),
    };

    /// <summary>A mean of stars, with two decimals.</summary>
    public static string Stars(double mean) => Invariant($"{mean:0.00}");

    /// <summary>A count in full, for tables.</summary>
    public static string Whole(double count) => Invariant($"{count:#,0}");

    /// <summary>A rate rounded to three digits: «93,000/s», «5.25/s».</summary>
    public static string Rate(double perSecond) => Invariant($"{Digits(perSecond, 3):#,0.##}/s");

    /// <summary>A rate by the second, or by the hour below one a second: «93,000/s», «72/h».</summary>
    public static string Pace(double perSecond) => perSecond is 0 or >= 1
        ? Rate(perSecond) : Invariant($"{Digits(perSecond * 3_600, 3):#,0.##}/h");

    /// <summary>A rate by the day, as parcels are told: «86,400 a day», «432.0 m a day».</summary>
    public static string PerDay(double perSecond) =>
        $"{Count(Digits(perSecond * FestivalClock.DaySeconds, 3))} a day";

    /// <summary>A share in percent: «84.1 %»; «&lt; 0.1 %» where rounding leaves nothing.</summary>
    public static string Percent(double share, int decimals = 1)
    {
        var format = "F" + Invariant($"{decimals}");
        var least = decimals == 0 ? 1 : 0.1;
        return share is > 0 and < 0.000_5 && decimals <= 1
            ? $"< {least.ToString(format, Culture)} %" : (share * 100).ToString(format, Culture) + " %";
    }

    /// <summary>A difference in percent with its sign: «+1.2 %», «−0.4 %».</summary>
    public static string Change(double share) => (share < 0 ? "−" : "+") + Percent(Math.Abs(share));

    /// <summary>A number with at most so many decimals; «–» where there is none.</summary>
    public static string Number(double? value, int decimals) => value is { } number
        ? number.ToString("#,0." + new string('#', decimals), Culture).Replace('-', '−')
        : "–";

    /// <summary>Points of a share, always with one decimal: «1.0», «2.7».</summary>
    public static string Points(double points) => points.ToString("0.0", Culture);

    /// <summary>A length of time in words: «26 s», «9 minutes», «2.5 hours», «2.6 days».</summary>
    public static string Length(double seconds) => seconds switch
    {
        < 120 => Invariant($"{seconds:0.#} s"),
        < 7_200 => Invariant($"{seconds / 60:0.#} minutes"),
        < 2 * FestivalClock.DaySeconds => Invariant($"{seconds / 3_600:0.#} hours"),
        _ => Invariant($"{seconds / FestivalClock.DaySeconds:0.#} days"),
    };

    /// <summary>Something counted, rounded, in the singular or the plural: «12.3 m orders».</summary>
    public static string Counted(long count, string one, string many) =>
        $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>Something counted to the last, in the singular or the plural.</summary>
    public static string Plural(long count, string one, string many) =>
        $"{Whole(count)} {(count == 1 ? one : many)}";

    /// <summary>Names in a row: «east», «east and south», «east, south and north».</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>A value rounded to a number of digits that matter.</summary>
    public static double Digits(double value, int digits)
    {
        var unit = 1.0;
        while (Math.Abs(value) >= unit * 10)
        {
            unit *= 10;
        }

        var places = 1.0;
        for (var digit = 1; digit < digits; digit++)
        {
            places *= 10;
        }

        return Math.Round(value / unit * places) / places * unit;
    }

    private static System.Globalization.CultureInfo Culture =>
        System.Globalization.CultureInfo.InvariantCulture;

    private static string Large(double size)
    {
        var (value, unit) = size >= Billion * 0.9995 ? (size / Billion, "bn") : (size / Million, "m");
        return value >= 99.95 ? Invariant($"{value:#,0.0} {unit}") : Invariant($"{value:0.00} {unit}");
    }
}
