namespace FlashSale.Simulator;

/// <summary>
/// The universal scalability law: what n silos do together, X(n) = λn / (1 + σ(n − 1) + κn(n − 1)).
/// </summary>
/// <remarks>Rule CAP-5. After Gunther (2007). With σ = κ = 0 twice the silos do twice as much.</remarks>
/// <param name="PerSilo">λ: what one silo alone does, orders a second.</param>
/// <param name="Contention">σ: the share of the work that only one silo at a time can do.</param>
/// <param name="Coherency">κ: what every pair of silos costs.</param>
public readonly record struct ScalingLaw(double PerSilo, double Contention, double Coherency)
{
    /// <summary>How many numbers the law has.</summary>
    public const int Parameters = 3;

    /// <summary>
    /// The number of silos after which more do less, or after which all more together would add less than
    /// a tenth; infinite if there is none.
    /// </summary>
    public double SilosUsefulMax
    {
        get
        {
            var rest = Math.Max(0, 1 - Contention);
            var peak = Coherency > 0 ? Math.Sqrt(rest / Coherency) : double.PositiveInfinity;
            var nineTenths = Contention > 0 ? 9 * rest / Contention : double.PositiveInfinity;
            return Math.Max(1, Math.Min(peak, nineTenths));
        }
    }

    /// <summary>What so many silos do together, orders a second.</summary>
    public double OrdersPerSecond(double silos) =>
        PerSilo * silos / (1 + Contention * (silos - 1) + Coherency * silos * (silos - 1));

    /// <summary>
    /// The law that comes nearest to measured peaks: n/X is linear in the unknowns, every peak weighs the
    /// same, and no unknown is negative.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than three sizes.</exception>
    public static ScalingLaw Fit(IReadOnlyList<(int Silos, double PerSecond)> peaks)
    {
        ArgumentNullException.ThrowIfNull(peaks);
        if (peaks.Select(peak => peak.Silos).Distinct().Count() < Parameters)
        {
            throw new ArgumentException("A scaling law needs three sizes of a cluster.", nameof(peaks));
        }

        // With both terms, with one of them, with none: the best that has no negative number.
        (int[] Terms, double[] Values, double Error)? best = null;
        foreach (var terms in new int[][] { [0, 1, 2], [0, 1], [0, 2], [0] })
        {
            var values = LeastSquares(peaks, terms);
            var error = Error(peaks, terms, values);
            if (values.All(
                value => value >= 0) && values[0] > 0 && (best is null || error < best.Value.Error))
            {
                best = (terms, values, error);
            }
        }

        var (chosen, found, _) = best!.Value; // one term alone is always positive
        double Of(int term) => Array.IndexOf(chosen, term) is >= 0 and var at ? found[at] / found[0] : 0;
        return new ScalingLaw(1 / found[0], Of(1), Of(2));
    }

    /// <summary>The law with given losses that comes nearest to measured peaks.</summary>
    public static ScalingLaw FitPerSilo(
        IReadOnlyList<(int Silos, double PerSecond)> peaks, double contention, double coherency)
    {
        var one = new ScalingLaw(1, contention, coherency);
        return one with
        {
            PerSilo = peaks.Average(peak => peak.PerSecond / one.OrdersPerSecond(peak.Silos)),
        };
    }

    private static double Term(int term, (int Silos, double PerSecond) peak)
    {
        var (silos, weight) = ((double)peak.Silos, peak.PerSecond / peak.Silos);
        return weight * (term switch { 0 => 1, 1 => silos - 1, _ => silos * (silos - 1) });
    }

    private static double Error(
        IReadOnlyList<(int Silos, double PerSecond)> peaks, int[] terms, double[] values) =>
        peaks.Sum(peak =>
        {
            var miss = 1 - terms.Select((term, at) => values[at] * Term(term, peak)).Sum();
            return miss * miss;
        });

    // The normal equations, solved by elimination with the largest pivot.
    private static double[] LeastSquares(IReadOnlyList<(int Silos, double PerSecond)> peaks, int[] terms)
    {
        var size = terms.Length;
        var rows = terms.Select(row => terms.Select(column =>
                peaks.Sum(peak => Term(row, peak) * Term(column, peak)))
            .Append(peaks.Sum(peak => Term(row, peak))).ToArray()).ToArray();
        for (var pivot = 0; pivot < size; pivot++)
        {
            var largest = Enumerable.Range(pivot, size - pivot).MaxBy(row => Math.Abs(rows[row][pivot]));
            (rows[pivot], rows[largest]) = (rows[largest], rows[pivot]);
            for (var row = 0; row < size; row++)
            {
                var factor = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
                for (var column = pivot; column <= size; column++)
                {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => rows[row][size] / rows[row][row])];
    }
}
