namespace FlashSale.Simulator;

/// <summary>The measured rows of a Sobol analysis, with their common mean taken off.</summary>
internal sealed class SobolRows(double[] a, double[] b, IReadOnlyList<double[]> mixed)
{
    /// <summary>V, over the rows of A and B together.</summary>
    public double Variance(IReadOnlyList<int> rows)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var at = 0; at < rows.Count; at++)
        {
            var (one, other) = (a[rows[at]], b[rows[at]]);
            sum += one + other;
            squares += (one * one) + (other * other);
        }

        var count = 2.0 * rows.Count;
        return (squares / count) - (sum / count * (sum / count));
    }

    /// <summary>S, T and T − S of every column, one after the other; 0 where nothing varies.</summary>
    public IReadOnlyList<double> Indices(IReadOnlyList<int> rows)
    {
        var variance = Variance(rows);
        var indices = new double[3 * mixed.Count];
        for (var column = 0; column < mixed.Count && variance > 0; column++)
        {
            var (first, total) = (0.0, 0.0);
            var of = mixed[column];
            for (var at = 0; at < rows.Count; at++)
            {
                var row = rows[at];
                var change = of[row] - a[row];
                first += b[row] * change;
                total += change * change;
            }

            indices[3 * column] = first / rows.Count / variance;
            indices[(3 * column) + 1] = total / 2 / rows.Count / variance;
            indices[(3 * column) + 2] = indices[(3 * column) + 1] - indices[3 * column];
        }

        return indices;
    }
}
