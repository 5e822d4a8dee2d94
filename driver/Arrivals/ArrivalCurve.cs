using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>How many orders are to begin in each second of a load test.</summary>
/// <remarks>
/// The plan is exact: <see cref="Counts"/> are whole orders whose running sum never leaves that of the rates
/// by more than half an order, so what is issued over any stretch is what the curve holds there. A curve may
/// hold more than can be driven; what can be is said by <see cref="LoadBounds"/>, in one place.
/// </remarks>
public sealed class ArrivalCurve
{
    /// <summary>The longest curve, in seconds: a hundred days, as long as a recorded season.</summary>
    public const int SecondsMax = 100 * 86_400;

    private readonly Lazy<int[]> _counts;

    /// <summary>A curve of rates, one for each second.</summary>
    /// <exception cref="ArgumentException">
    /// There is no second or more than <see cref="SecondsMax"/>, or a rate is negative or no number.
    /// </exception>
    public ArrivalCurve(IEnumerable<double> perSecond)
    {
        PerSecond = [.. perSecond];
        if (PerSecond.Count is 0 or > SecondsMax)
        {
            throw new ArgumentException($"1 to {SecondsMax} seconds", nameof(perSecond));
        }

        if (PerSecond.Any(rate => !(rate >= 0 && double.IsFinite(rate))))
        {
            throw new ArgumentException("rates are numbers from 0 on", nameof(perSecond));
        }

        _counts = new Lazy<int[]>(() => WholeOrders(PerSecond));
    }

    /// <summary>Orders a second, second by second.</summary>
    public IReadOnlyList<double> PerSecond { get; }

    /// <summary>Whole orders of each second.</summary>
    /// <exception cref="OverflowException">They are more than can be driven.</exception>
    public IReadOnlyList<int> Counts => _counts.Value;

    /// <summary>All orders.</summary>
    /// <exception cref="OverflowException">They are more than can be driven.</exception>
    public long Total => Counts.Sum(count => (long)count);

    /// <summary>Orders by the rates, before they are made whole.</summary>
    public double Expected => PerSecond.Sum();

    /// <summary>How long it is, in seconds.</summary>
    public int Seconds => PerSecond.Count;

    /// <summary>The highest rate.</summary>
    public double Peak => PerSecond.Max();

    /// <summary>The same rate all the time.</summary>
    public static ArrivalCurve Constant(double rate, int seconds) => new(Enumerable.Repeat(rate, seconds));

    /// <summary>A rate that rises or falls evenly.</summary>
    public static ArrivalCurve Ramp(double from, double to, int seconds) => new(
        Enumerable.Range(0, seconds).Select(second => from + ((to - from) * (second + 0.5) / seconds)));

    /// <summary>Orders by moments: what a running sum says, cut into seconds of the test.</summary>
    /// <param name="ordersBy">Orders by so many seconds of the curve's own time; it never falls.</param>
    /// <param name="seconds">How long the test is.</param>
    /// <param name="speed">How many seconds of the curve's own time pass in one of the test.</param>
    public static ArrivalCurve Of(Func<double, double> ordersBy, int seconds, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(ordersBy);
        return new ArrivalCurve(Enumerable.Range(0, seconds).Select(second =>
            Math.Max(0, ordersBy((second + 1) * speed) - ordersBy(second * speed))));
    }

    /// <summary>
    /// Orders a second from the midnight of a festival on, as its demand and its gateway make them (rules
    /// DEM-3, CAP-1).
    /// </summary>
    public static ArrivalCurve Midnight(Scenario scenario, int seconds, double speed = 1)
    {
        var festival = FluidFestival.Of(scenario);
        return Of(festival.PlacedBy, seconds, speed);
    }

    /// <summary>The same shape with another highest rate.</summary>
    /// <exception cref="InvalidOperationException">The curve is flat at 0.</exception>
    public ArrivalCurve WithPeak(double peak) => Peak is > 0 and var highest
        ? new(PerSecond.Select(rate => rate / highest * peak))
        : throw new InvalidOperationException("a curve without orders has no peak to scale");

    /// <summary>The same orders in less time: a recorded day in an hour with a speed of 24.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not positive.</exception>
    public ArrivalCurve Faster(double speed) => Faster(speed, 0, (int)Math.Ceiling(Seconds / speed));

    /// <summary>A part of the same orders in less time.</summary>
    /// <param name="speed">How many seconds of the curve pass in one of the test.</param>
    /// <param name="from">The first second, in the test's time.</param>
    /// <param name="seconds">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not positive.</exception>
    public ArrivalCurve Faster(double speed, int from, int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        var by = new double[Seconds + 1];
        for (var second = 0; second < Seconds; second++)
        {
            by[second + 1] = by[second] + PerSecond[second];
        }

        return Of(at => ByTime(by, at + (from * speed)), seconds, speed);
    }

    /// <summary>This curve and then another one.</summary>
    public ArrivalCurve Then(ArrivalCurve next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new ArrivalCurve(PerSecond.Concat(next.PerSecond));
    }

    private static double ByTime(double[] by, double at)
    {
        var second = (int)Math.Min(at, by.Length - 2);
        var part = Math.Min(at - second, 1);
        return by[second] + (part * (by[second + 1] - by[second]));
    }

    private static int[] WholeOrders(IReadOnlyList<double> rates)
    {
        var counts = new int[rates.Count];
        var (sum, planned) = (0.0, 0L);
        for (var second = 0; second < counts.Length; second++)
        {
            sum += rates[second];
            counts[second] = (int)((long)Math.Floor(sum + 0.5) - planned);
            planned += counts[second];
        }

        return counts;
    }
}
