using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Numbers with their chance: the half width to two digits, the mean to the same decimal.</summary>
/// <remarks>
/// Never without a unit. Differences of shares are in points, relative changes and shares themselves in
/// percent. From a million on «m» and «bn» stand before the unit.
/// </remarks>
internal static class StudyNumber
{
    private const double Million = 1e6;
    private const double Billion = 1e9;
    private const int Digits = 2;
    private const int DigitsOfTables = 4;
    private const double SmallestWritten = 1e-4;

    /// <summary>
    /// A difference with its half width: «2.1 ± 0.4 points» – with two digits of the latter.
    /// </summary>
    public static string WithHalf(double value, double half, JudgedMeasure measure)
    {
        var form = FormOf(measure, Math.Max(Math.Abs(value), half), isDifference: true);
        var decimals = DecimalsOf(half * form.Factor);
        return $"{Text(value * form.Factor, decimals)} ± {Text(half * form.Factor, decimals)}{form.Unit}";
    }

    /// <summary>From where to where a difference may lie: «−4.0 to +1.2 s».</summary>
    public static string Range(Interval limits, JudgedMeasure measure)
    {
        var largest = Math.Max(Math.Abs(limits.Low), Math.Abs(limits.High));
        var form = FormOf(measure, largest, isDifference: true);
        var decimals = DecimalsOf((limits.High - limits.Low) / 2 * form.Factor);
        return $"{Signed(limits.Low * form.Factor, decimals)} to "
            + $"{Signed(limits.High * form.Factor, decimals)}{form.Unit}";
    }

    /// <summary>A size with its interval: «2.13 points (1.71 to 2.52)».</summary>
    public static string WithLimits(double value, Interval limits, JudgedMeasure measure) =>
        WithLimits(value, limits, measure, isDifference: true);

    /// <summary>A level with its interval: «6.9 stores (5.6 to 8.2)», «2.1 % (1.7 to 2.5)».</summary>
    public static string LevelWithLimits(double value, Interval limits, JudgedMeasure measure) =>
        WithLimits(value, limits, measure, isDifference: false);

    /// <summary>A relative change with its interval, as shares: «4.1 % (1.3 to 7.0)».</summary>
    public static string Change(double change, Interval limits)
    {
        var decimals = DecimalsOf((limits.High - limits.Low) / 2 * 100);
        return $"{Text(change * 100, decimals)} % "
            + $"({Text(limits.Low * 100, decimals)} to {Text(limits.High * 100, decimals)})";
    }

    /// <summary>A difference that is exact, as far as it goes: «0.1 points», «3 s».</summary>
    public static string Exactly(double value, JudgedMeasure measure)
    {
        var form = FormOf(measure, Math.Abs(value), isDifference: true);
        return Factor(value * form.Factor) + form.Unit;
    }

    /// <summary>A level of a measure, to two digits: «0.71 %», «12 s».</summary>
    public static string Level(double value, JudgedMeasure measure) =>
        OfForm(value, FormOf(measure, Math.Abs(value), isDifference: false));

    /// <summary>A difference of a measure by itself, to two digits: «0.31 points».</summary>
    public static string Difference(double value, JudgedMeasure measure) =>
        OfForm(value, FormOf(measure, Math.Abs(value), isDifference: true));

    /// <summary>A level that is read off a chart, to four digits: «84.12 %».</summary>
    public static string LevelRead(double value, JudgedMeasure measure) =>
        OfForm(value, FormOf(measure, Math.Abs(value), isDifference: false), DigitsOfTables);

    /// <summary>A difference that is read off a chart, to four digits: «−6.764 points».</summary>
    public static string DifferenceRead(double value, JudgedMeasure measure) =>
        OfForm(value, FormOf(measure, Math.Abs(value), isDifference: true), DigitsOfTables);

    /// <summary>A level that is exact, as far as it goes: «1 %», «5 s».</summary>
    public static string LevelExactly(double value, JudgedMeasure measure)
    {
        var form = FormOf(measure, Math.Abs(value), isDifference: false);
        return Factor(value * form.Factor) + form.Unit;
    }

    /// <summary>A number to two digits: «1.9», «120,000».</summary>
    public static string TwoDigits(double value) => Text(value, DecimalsOf(value));

    /// <summary>
    /// A number of a table, without a unit, to four digits: «0.8412», «212,900,000,000», «1.1E−17».
    /// </summary>
    public static string FourDigits(double value) => value != 0 && Math.Abs(value) < SmallestWritten
        ? value.ToString("G2", CultureInfo.InvariantCulture).Replace('-', '−')
        : Text(value, DecimalsOf(value, DigitsOfTables));

    /// <summary>A share in whole percent: «62 %».</summary>
    public static string Percent(double share) => $"{Text(share * 100, 0)} %";

    /// <summary>A share in whole percent without the sign, for ends of intervals: «62».</summary>
    public static string PercentEnd(double share) => Text(share * 100, 0);

    /// <summary>A value of a factor as the file writes it, with separators: «118,000», «0.095».</summary>
    public static string Factor(double value) =>
        value.ToString("#,0.##########", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A number to two digits, at least two decimals: «0.21».</summary>
    public static string Index(double value) => Text(value, 2);

    private static string WithLimits(
        double value, Interval limits, JudgedMeasure measure, bool isDifference)
    {
        var form = FormOf(measure, Math.Max(Math.Abs(value), Math.Abs(limits.High)), isDifference);
        var decimals = Math.Min(
            DecimalsOf((limits.High - limits.Low) / 2 * form.Factor),
            DecimalsOf(value * form.Factor, DigitsOfTables)); // of what hardly varies
        return $"{Text(value * form.Factor, decimals)}{form.Unit} "
            + $"({Text(limits.Low * form.Factor, decimals)} to {Text(limits.High * form.Factor, decimals)})";
    }

    private static string OfForm(double value, (double Factor, string Unit) form, int digits = Digits)
    {
        var shown = value * form.Factor;
        return Text(shown, DecimalsOf(shown, digits)) + form.Unit;
    }

    private static (double Factor, string Unit) FormOf(
        JudgedMeasure measure, double size, bool isDifference) =>
        (measure, size) switch
        {
            ({ Shown: ShownDifference.InPercent }, _) when isDifference => (100, " %"),
            ({ Unit: JudgedMeasure.Share }, _) => (100, isDifference ? " points" : " %"),
            (_, >= Billion) => (1 / Billion, $" bn {measure.Unit}"),
            (_, >= Million) => (1 / Million, $" m {measure.Unit}"),
            _ => (1, $" {measure.Unit}"),
        };

    /// <summary>How many decimals show so many digits; below 0: so many places are rounded.</summary>
    private static int DecimalsOf(double value, int digits = Digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return 0;
        }

        var written = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        return digits - 1 - int.Parse(written.AsSpan(written.IndexOf('E') + 1), CultureInfo.InvariantCulture);
    }

    private static string Text(double value, int decimals)
    {
        var rounded = value;
        for (var place = 0; place < -decimals; place++)
        {
            rounded /= 10;
        }

        rounded = decimals < 0 ? Math.Round(rounded) : rounded;
        for (var place = 0; place < -decimals; place++)
        {
            rounded *= 10;
        }

        var text = rounded.ToString($"N{Math.Max(0, decimals)}", CultureInfo.InvariantCulture);
        return text.TrimStart('-').Trim('0', '.', ',').Length == 0
            ? text.TrimStart('-') : text.Replace('-', '−');
    }

    private static string Signed(double value, int decimals)
    {
        var text = Text(value, decimals);
        return value > 0 ? "+" + text : text;
    }
}
