namespace FlashSale.Simulator;

/// <summary>
/// Which resamples are drawn: a pure function of the study's design seed and of what they are for.
/// </summary>
/// <param name="Seed">The study's design seed; never that of a run.</param>
/// <param name="What">A number of the statistic, so that two do not share their draws.</param>
public readonly record struct BootstrapKey(ulong Seed, long What)
{
    /// <summary>The draws of one resample.</summary>
    internal Draws Of(int resample) => Draws.For(Draws.At(Seed, What, StudyStreams.Bootstrap, 0), resample,
        StudyStreams.Bootstrap);
}

/// <summary>The intervals of a statistic by resampling, at one confidence.</summary>
/// <param name="Percentile">Between the quantiles of the resamples.</param>
/// <param name="Basic">These mirrored at the statistic.</param>
/// <param name="BiasCorrected">
/// BCa: percentiles moved for bias and skewness (Efron, J. Am. Stat. Assoc. 82, 1987); the percentile
/// interval where all resamples are equal.
/// </param>
public sealed record BootstrapLimits(Interval Percentile, Interval Basic, Interval BiasCorrected);

/// <summary>Intervals by resampling: runs are drawn anew from the runs, with repetition.</summary>
public static class Bootstrap
{
    /// <summary>How many resamples a study takes.</summary>
    public const int Resamples = 1_000;

    /// <summary>The intervals of a mean.</summary>
    /// <param name="values">One a run.</param>
    /// <param name="confidence">As 0.95.</param>
    /// <param name="key">Which resamples.</param>
    /// <param name="resamples">How many.</param>
    public static BootstrapLimits OfMean(
        IReadOnlyList<double> values, double confidence, BootstrapKey key, int resamples = Resamples)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(values.Count, rows => MeanOf(values, rows), confidence, key, resamples);
    }

    /// <summary>The intervals of any statistic of rows.</summary>
    /// <param name="rows">How many rows there are, at least 2; a row is drawn whole.</param>
    /// <param name="statistic">The statistic of rows, given by their places.</param>
    /// <param name="confidence">As 0.95.</param>
    /// <param name="key">Which resamples.</param>
    /// <param name="resamples">How many.</param>
    internal static BootstrapLimits Of(
        int rows, Func<IReadOnlyList<int>, double> statistic, double confidence, BootstrapKey key,
        int resamples = Resamples)
    {
        var drawn = Drawn(rows, statistic, key, resamples);
        var seen = statistic([.. Enumerable.Range(0, rows)]);
        var tail = (1 - confidence) / 2;
        var percentile = Between(drawn, tail, 1 - tail);
        var below = (double)drawn.Count(value => value < seen) / resamples;
        if (below is <= 0 or >= 1)
        {
            return new BootstrapLimits(percentile, Mirrored(percentile, seen), percentile);
        }

        var (bias, acceleration) = (ExactMath.InverseNormal(below), Acceleration(rows, statistic));
        double Moved(double share)
        {
            var z = bias + ExactMath.InverseNormal(share);
            return ExactMath.NormalCdf(bias + (z / (1 - (acceleration * z))));
        }

        return new BootstrapLimits(
            percentile, Mirrored(percentile, seen), Between(drawn, Moved(tail), Moved(1 - tail)));
    }

    /// <summary>Percentile intervals of several statistics of the same resamples.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="statistics">All statistics of rows, given by their places.</param>
    /// <param name="confidence">As 0.95.</param>
    /// <param name="key">Which resamples.</param>
    internal static IReadOnlyList<Interval> PercentilesOf(
        int rows, Func<IReadOnlyList<int>, IReadOnlyList<double>> statistics, double confidence,
        BootstrapKey key)
    {
        var drawn = Enumerable.Range(0, Resamples)
            .Select(resample => statistics(RowsOf(rows, key.Of(resample)))).ToList();
        var tail = (1 - confidence) / 2;
        return
        [
            .. Enumerable.Range(0, drawn[0].Count).Select(statistic => Between(
                [.. drawn.Select(values => values[statistic]).Order()], tail, 1 - tail)),
        ];
    }

    private static double[] Drawn(
        int rows, Func<IReadOnlyList<int>, double> statistic, BootstrapKey key, int resamples)
    {
        var drawn = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            drawn[resample] = statistic(RowsOf(rows, key.Of(resample)));
        }

        Array.Sort(drawn);
        return drawn;
    }

    private static int[] RowsOf(int rows, Draws draws)
    {
        var chosen = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            chosen[row] = draws.Below(rows);
        }

        return chosen;
    }

    private static double MeanOf(IReadOnlyList<double> values, IReadOnlyList<int> rows)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            sum += values[rows[row]];
        }

        return sum / rows.Count;
    }

    private static Interval Between(IReadOnlyList<double> sorted, double low, double high) =>
        new(OrderStatistics.Quantile(sorted, low), OrderStatistics.Quantile(sorted, high));

    private static Interval Mirrored(Interval percentile, double seen) =>
        new((2 * seen) - percentile.High, (2 * seen) - percentile.Low);

    // From the statistic with each row left out: Σ d³ / (6 (Σ d²)^1.5).
    private static double Acceleration(int rows, Func<IReadOnlyList<int>, double> statistic)
    {
        IReadOnlyList<double> without = [.. Enumerable.Range(0, rows).Select(left =>
            statistic([.. Enumerable.Range(0, rows).Where(row => row != left)]))];
        var mean = ExactSum.Mean(without);
        var squares = ExactSum.Of([.. without.Select(value => (mean - value) * (mean - value))]);
        var cubes = ExactSum.Of([.. without.Select(value =>
            (mean - value) * (mean - value) * (mean - value))]);
        return squares == 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }
}
