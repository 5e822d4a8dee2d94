namespace FlashSale.Simulator;

/// <summary>Points of which each factor has one in every layer: as many layers as points.</summary>
/// <param name="Points">The points of the unit cube.</param>
/// <param name="DistanceMin">The smallest distance of two of them.</param>
/// <param name="RankCorrelationMax">
/// The largest |rank correlation| of two factors; 0.1 at most where as few points allow that.
/// </param>
public sealed record LatinHypercube(
    IReadOnlyList<IReadOnlyList<double>> Points, double DistanceMin, double RankCorrelationMax)
{
    private const int Attempts = 100;
    private const double CorrelationMax = 0.1;
    private const double WorkMax = 2e8; // distances of coordinates, over all attempts

    /// <summary>
    /// Draws up to 100 hypercubes and takes that with the largest smallest distance among those whose factors
    /// hang together by 0.1 at most; if there is none, that with the least.
    /// </summary>
    /// <remarks>
    /// x = (π(i) − u)/n with a permutation π for each factor and a draw u for each point (McKay, Beckman and
    /// Conover 1979). Fewer attempts are made where there are so many points that comparing all pairs takes
    /// long.
    /// </remarks>
    /// <param name="points">How many points, at least 1.</param>
    /// <param name="factors">Of how many factors, at least 1.</param>
    /// <param name="designSeed">The key of all draws.</param>
    public static LatinHypercube Of(int points, int factors, ulong designSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factors);
        var attempts = Math.Clamp((int)Math.Min(Attempts, WorkMax / points / points / factors), 1, Attempts);
        var best = Attempt(points, factors, designSeed, 0);
        for (var attempt = 1; attempt < attempts; attempt++)
        {
            var other = Attempt(points, factors, designSeed, attempt);
            best = IsBetter(other, best) ? other : best;
        }

        return best;
    }

    private static bool IsBetter(LatinHypercube one, LatinHypercube other) =>
        (one.RankCorrelationMax <= CorrelationMax, other.RankCorrelationMax <= CorrelationMax) switch
        {
            (true, true) => one.DistanceMin > other.DistanceMin,
            (false, false) => one.RankCorrelationMax < other.RankCorrelationMax,
            (var isLoose, _) => isLoose,
        };

    private static LatinHypercube Attempt(int points, int factors, ulong designSeed, int attempt)
    {
        var rows = Enumerable.Range(0, points).Select(_ => new double[factors]).ToList();
        for (var factor = 0; factor < factors; factor++)
        {
            var key = ((long)attempt * factors) + factor;
            var layers = Permutation(points, Draws.For(designSeed, key, StudyStreams.HypercubeLayer));
            var places = Draws.For(designSeed, key, StudyStreams.HypercubePlace);
            for (var point = 0; point < points; point++)
            {
                rows[point][factor] = (layers[point] + 1 - places.Unit()) / points;
            }
        }

        return new LatinHypercube(
            rows, SmallestDistance(rows), Math.Abs(RankCorrelation.Largest(rows).Correlation));
    }

    /// <summary>The numbers from 0 to n − 1 in a drawn order (Fisher–Yates).</summary>
    internal static int[] Permutation(int count, Draws draws)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var left = count; left > 1; left--)
        {
            var chosen = draws.Below(left);
            (order[left - 1], order[chosen]) = (order[chosen], order[left - 1]);
        }

        return order;
    }

    private static double SmallestDistance(List<double[]> rows)
    {
        var smallest = double.PositiveInfinity;
        for (var one = 0; one < rows.Count; one++)
        {
            for (var other = one + 1; other < rows.Count; other++)
            {
                var square = 0.0;
                for (var factor = 0; factor < rows[one].Length; factor++)
                {
                    var apart = rows[one][factor] - rows[other][factor];
                    square += apart * apart;
                }

                smallest = Math.Min(smallest, square);
            }
        }

        return Math.Sqrt(smallest);
    }
}
