namespace FlashSale.Simulator;

/// <summary>A mean over runs with its interval; the run is what repeats, never a buyer of it.</summary>
/// <remarks>
/// Buyers of one run share its queues, so they are no independent observations. A festival ends by itself: no
/// warm-up is left out and no batches are formed (Law, Simulation Modeling and Analysis, chapter 9).
/// </remarks>
/// <param name="Runs">How many values, or pairs.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, by n − 1; 0 of a single one.</param>
/// <param name="Error">The standard error of the mean; 0 of a single one.</param>
/// <param name="Freedom">Degrees of freedom; 0 if there is no interval.</param>
public sealed record Estimate(int Runs, double Mean, double Deviation, double Error, double Freedom)
{
    /// <summary>The mean of values, given in order of seed.</summary>
    public static Estimate Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var freedom = Math.Max(0, values.Count - 1);
        var deviation = freedom == 0
            ? 0 : Math.Sqrt(ExactSum.OfProducts(values, values) / freedom);
        return new Estimate(
            values.Count, ExactSum.Mean(values), deviation, deviation / Math.Sqrt(Math.Max(1, values.Count)),
            freedom);
    }

    /// <summary>The mean difference of pairs that share their chance: the second less the first.</summary>
    public static Estimate OfPairs(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        Of([.. first.Zip(second, (one, other) => other - one)]);

    /// <summary>The difference of two means that share nothing (Welch): the second less the first.</summary>
    /// <remarks>
    /// Never for runs that share their seeds: what they have in common would count as error.
    /// </remarks>
    public static Estimate OfApart(Estimate first, Estimate second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (first.Error * first.Error, second.Error * second.Error);
        var freedom = first.Freedom < 1 || second.Freedom < 1 || a + b <= 0
            ? Math.Min(first.Freedom, second.Freedom)
            : (a + b) * (a + b) / ((a * a / first.Freedom) + (b * b / second.Freedom));
        return new Estimate(
            Math.Min(first.Runs, second.Runs), second.Mean - first.Mean, 0, Math.Sqrt(a + b), freedom);
    }

    /// <summary>Half the width of the interval; null if a single run gives none.</summary>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    public double? HalfWidth(double confidence) => Freedom <= 0
        ? null : StudentT.Quantile(1 - ((1 - confidence) / 2), Freedom) * Error;

    /// <summary>The interval around the mean; null if a single run gives none.</summary>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    public Interval? Limits(double confidence) =>
        HalfWidth(confidence) is { } half ? new Interval(Mean - half, Mean + half) : null;

    /// <summary>The largest value that the mean may have, as sure as asked; null of a single run.</summary>
    /// <param name="confidence">One-sided, from 0.5 to below 1.</param>
    public double? UpperLimit(double confidence) => Freedom <= 0
        ? null : Mean + (StudentT.Quantile(confidence, Freedom) * Error);

    /// <summary>The smallest value that the mean may have, as sure as asked; null of a single run.</summary>
    /// <param name="confidence">One-sided, from 0.5 to below 1.</param>
    public double? LowerLimit(double confidence) => Freedom <= 0
        ? null : Mean - (StudentT.Quantile(confidence, Freedom) * Error);

    /// <summary>
    /// How probable a mean that far from 0 would be by chance alone (two-sided); 1 of a single run.
    /// </summary>
    public double PValue => Freedom <= 0 || Mean == 0 ? 1
        : Error == 0 ? 0
        : 2 * StudentT.Above(Math.Abs(Mean) / Error, Freedom);
}
