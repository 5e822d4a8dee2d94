namespace FlashSale.Simulator;

/// <summary>A polynomial along a factor, fitted for each seed alone.</summary>
/// <remarks>
/// Points of one seed hang together, so least squares over all runs at once would give intervals that are
/// wrong. The powers are of u = (x − middle)/half range, which keeps the equations well conditioned.
/// </remarks>
public sealed record SweepFit
{
    private const int DegreeMax = 5;
    private readonly IReadOnlyList<IReadOnlyList<double>> _ofSeeds;

    private SweepFit(double middle, double halfRange, IReadOnlyList<IReadOnlyList<double>> ofSeeds)
    {
        (Middle, HalfRange, _ofSeeds) = (middle, halfRange, ofSeeds);
        Coefficients =
        [
            .. Enumerable.Range(0, ofSeeds[0].Count)
                .Select(power => Estimate.Of([.. ofSeeds.Select(one => one[power])])),
        ];
    }

    /// <summary>The middle of the factor's values, where u is 0.</summary>
    public double Middle { get; }

    /// <summary>Half their range: u is 1 at its end.</summary>
    public double HalfRange { get; }

    /// <summary>The mean over seeds of each coefficient, of power 0 first.</summary>
    public IReadOnlyList<Estimate> Coefficients { get; }

    /// <summary>Fits.</summary>
    /// <param name="factor">The values of the factor, all different, at least two.</param>
    /// <param name="points">The measure by point, each one value a seed in the same order.</param>
    /// <param name="degree">1 for a line; at most 5, and fewer than there are points.</param>
    public static SweepFit Of(
        IReadOnlyList<double> factor, IReadOnlyList<IReadOnlyList<double>> points, int degree)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, Math.Min(DegreeMax, factor.Count - 1));
        var (low, high) = (factor.Min(), factor.Max());
        var (middle, half) = ((low + high) / 2, (high - low) / 2);
        IReadOnlyList<double> scaled = [.. factor.Select(x => (x - middle) / half)];
        return new SweepFit(
            middle, half,
            [
                .. Enumerable.Range(0, points[0].Count).Select(seed =>
                    (IReadOnlyList<double>)LeastSquares(
                        scaled, [.. points.Select(point => point[seed])], degree)),
            ]);
    }

    /// <summary>The curve at a value of the factor: its mean over seeds.</summary>
    public Estimate At(double factor)
    {
        var u = (factor - Middle) / HalfRange;
        return Estimate.Of([.. _ofSeeds.Select(one => one.Reverse()
            .Aggregate(0.0, (sum, coefficient) => (sum * u) + coefficient))]);
    }

    private static double[] LeastSquares(IReadOnlyList<double> u, IReadOnlyList<double> y, int degree)
    {
        var size = degree + 1;
        var rows = new double[size, size + 1];
        for (var point = 0; point < u.Count; point++)
        {
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < size; column++)
                {
                    rows[row, column] += Power(u[point], row + column);
                }

                rows[row, size] += Power(u[point], row) * y[point];
            }
        }

        return Solved(rows, size);
    }

    private static double Power(double x, int power)
    {
        var result = 1.0;
        for (var time = 0; time < power; time++)
        {
            result *= x;
        }

        return result;
    }

    // Elimination, with the largest of a column as its pivot.
    private static double[] Solved(double[,] rows, int size)
    {
        for (var column = 0; column < size; column++)
        {
            var best = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(rows[row, column]));
            for (var cell = 0; cell <= size; cell++)
            {
                (rows[column, cell], rows[best, cell]) = (rows[best, cell], rows[column, cell]);
            }

            for (var row = 0; row < size; row++)
            {
                var times = row == column ? 0 : rows[row, column] / rows[column, column];
                for (var cell = column; cell <= size; cell++)
                {
                    rows[row, cell] -= times * rows[column, cell];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => rows[row, size] / rows[row, row])];
    }
}
