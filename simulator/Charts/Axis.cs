namespace FlashSale.Simulator;

/// <summary>One axis of a chart: the range it shows, its ticks, and how a value is written on it.</summary>
/// <param name="Title">What is measured, in which unit; it stands beside the axis.</param>
/// <param name="From">The value at its start.</param>
/// <param name="To">The value at its end.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal factors; then both ends are above 0.</param>
/// <param name="Ticks">Where it is marked.</param>
/// <param name="Label">How a tick is written.</param>
internal sealed record Axis(
    string Title, double From, double To, bool IsLogarithmic, IReadOnlyList<double> Ticks,
    Func<double, string> Label)
{
    private const int TicksWanted = 6;

    private static readonly double[] Rounds = [1, 2, 5];

    /// <summary>
    /// How an exact value is written where it is pointed at and in the table; as a tick where nothing else is
    /// said.
    /// </summary>
    public Func<double, string>? Exact { get; init; }

    /// <summary>From 0 to a round number at or above the highest value.</summary>
    public static Axis FromZero(string title, double highest, Func<double, string> label)
    {
        var end = double.IsFinite(highest) && highest > 0 ? highest : 1;
        var step = NiceStep(end / (TicksWanted - 1));
        return Linear(title, 0, Math.Ceiling(end / step - 1e-9) * step, step, label);
    }

    /// <summary>
    /// Equal steps from a round value at or below the lowest to one at or above the highest.
    /// </summary>
    public static Axis Around(string title, double lowest, double highest, Func<double, string> label)
    {
        var (low, high) = double.IsFinite(lowest) && double.IsFinite(highest) ? (lowest, highest) : (0, 1);
        var length = high > low ? high - low : Math.Max(1, Math.Abs(high));
        var step = NiceStep(length / (TicksWanted - 1));
        var from = Math.Floor(low / step + 1e-9) * step;
        var to = Math.Ceiling(high / step - 1e-9) * step;
        return Linear(title, from, to > from ? to : from + step, step, label);
    }

    /// <summary>Equal steps from one value to another.</summary>
    public static Axis Linear(
        string title, double from, double to, double step, Func<double, string> label)
    {
        var first = Math.Ceiling(from / step - 1e-9);
        var count = (int)Math.Floor(to / step - first + 1e-9) + 1;
        var ticks = Enumerable.Range(0, Math.Max(0, count)).Select(n => (first + n) * step);
        return new Axis(title, from, to, false, [.. ticks], label);
    }

    /// <summary>Powers of ten between two values.</summary>
    public static Axis Logarithmic(string title, double from, double to, Func<double, string> label)
    {
        var ticks = new List<double>();
        for (var tick = PowerOfTenAtMost(from); tick <= to * (1 + 1e-9); tick *= 10)
        {
            if (tick >= from * (1 - 1e-9))
            {
                ticks.Add(tick);
            }
        }

        return new Axis(title, from, to, true, ticks, label);
    }

    /// <summary>
    /// From a round value at or below the lowest to one at or above the highest, both of them marked: powers
    /// of ten, and 2 and 5 times them where there is room.
    /// </summary>
    public static Axis LogarithmicAround(
        string title, double lowest, double highest, Func<double, string> label)
    {
        var low = double.IsFinite(lowest) && lowest > 0 ? lowest : 1;
        var from = RoundAtMost(low);
        var to = RoundAtLeast(double.IsFinite(highest) ? Math.Max(highest, from * 2) : from * 2);
        var isShort = to / from <= 100 * (1 + 1e-9);
        var ticks = new List<double>();
        for (var power = PowerOfTenAtMost(from); power <= to * (1 + 1e-9); power *= 10)
        {
            ticks.AddRange(Rounds.Select(round => round * power).Where(tick =>
                tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9) && (isShort || IsMarked(tick, power))));
        }

        return new Axis(title, from, to, true, ticks, label);

        bool IsMarked(double tick, double power) =>
            tick == power || tick <= from * (1 + 1e-9) || tick >= to * (1 - 1e-9);
    }

    /// <summary>An exact value as text.</summary>
    public string Text(double value) => (Exact ?? Label)(value);

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Holds(double value) =>
        double.IsFinite(value) && value >= From * (1 - 1e-12) - 1e-12 && value <= To * (1 + 1e-12) + 1e-12
        && (!IsLogarithmic || value > 0);

    /// <summary>How far along the axis a value is, from 0 to 1; values outside are at its ends.</summary>
    public double PartAt(double value)
    {
        if (IsLogarithmic)
        {
            var part = ExactMath.Ln(Math.Max(value, From) / From) / ExactMath.Ln(To / From);
            return Math.Clamp(part, 0, 1);
        }

        return Math.Clamp((value - From) / (To - From), 0, 1);
    }

    /// <summary>The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a step.</summary>
    internal static double NiceStep(double step)
    {
        var power = PowerOfTenAtMost(step);
        double[] steps = [1, 2, 2.5, 5, 10];
        return steps.Select(nice => nice * power).First(nice => nice >= step * (1 - 1e-9));
    }

    private static double RoundAtMost(double value)
    {
        var power = PowerOfTenAtMost(value);
        return Rounds.Select(round => round * power).Last(round => round <= value * (1 + 1e-9));
    }

    private static double RoundAtLeast(double value)
    {
        var power = PowerOfTenAtMost(value);
        return Rounds.Append(10).Select(round => round * power).First(round => round >= value * (1 - 1e-9));
    }

    private static double PowerOfTenAtMost(double value)
    {
        var power = 1.0;
        while (power > value * (1 + 1e-9))
        {
            power /= 10;
        }

        while (power * 10 <= value * (1 + 1e-9))
        {
            power *= 10;
        }

        return power;
    }
}
