using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// What the values of one measure over seeds, or their paired differences, are to be warned of.
/// </summary>
public static class SeedWarnings
{
    private const int SeedsFew = 10;
    private const int SeedsToTellOutliers = 5;
    private const double ModifiedZMax = 3.5;
    private const double ModifiedZOfFew = 10;
    private const double NormalMad = 0.6745;
    private const double NormalMeanDeviation = 1.253314;
    /// <summary>Above this share of failed seeds there is no verdict.</summary>
    internal const double FailedShareMax = 0.05;

    /// <summary>Below ten seeds intervals lean on normality.</summary>
    public static StudyWarning? FewSeeds(int seeds) => seeds >= SeedsFew ? null : new StudyWarning(
        WarningCodes.FewSeeds, Invariant($"Only {seeds} seeds: intervals lean on normality."));

    /// <summary>Values that lean to one side: |g₁| above 2√(6/n), twice its error under normality.</summary>
    /// <param name="what">Whose values: «third-more less as-published».</param>
    /// <param name="measure">The measure.</param>
    /// <param name="values">One a seed, in order of seed.</param>
    /// <param name="confidence">Of the interval, as 0.95.</param>
    /// <param name="key">Of the resampling.</param>
    /// <returns>Null unless they lean; else both intervals, and whether an end moves by a quarter.</returns>
    public static StudyWarning? Skewed(
        string what, JudgedMeasure measure, IReadOnlyList<double> values, double confidence,
        BootstrapKey key)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(values);
        if (Estimate.Of(values).Limits(confidence) is not { } plain || plain.High <= plain.Low
            || Math.Abs(Skewness(values)) <= 2 * Math.Sqrt(6.0 / values.Count))
        {
            return null;
        }

        var resampled = Bootstrap.OfMean(values, confidence, key).BiasCorrected;
        var moved = Math.Max(
            Math.Abs(resampled.Low - plain.Low), Math.Abs(resampled.High - plain.High));
        var verdict = moved > (plain.High - plain.Low) / 4 ? "they differ" : "they agree";
        return new StudyWarning(
            WarningCodes.Skewed,
            $"{measure.Name}, {what}, leans to one side (g = {StudyNumber.Index(Skewness(values))}): by t "
            + $"{StudyNumber.Range(plain, measure)}, by BCa {StudyNumber.Range(resampled, measure)}; "
            + $"{verdict}.");
    }

    /// <summary>
    /// Seeds far from all others: 0.6745 |x − median|/MAD above 3.5 (Iglewicz and Hoaglin 1993), of n
    /// values above 3.5 (1 + 10/n). Kept.
    /// </summary>
    /// <remarks>
    /// MAD of a few is itself by chance: 3.5 alone would name a value in 19 of 100 normal samples of 5 and
    /// in 13 of 10; so it does in 3 and in 1 (drawn 6,000 times each). Where more than half the values are
    /// equal, the mean distance takes the place of MAD.
    /// </remarks>
    /// <param name="what">Whose values.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="values">One a seed.</param>
    /// <param name="repeat">The command that repeats the run of a value, by its place.</param>
    public static IEnumerable<StudyWarning> Outliers(
        string what, JudgedMeasure measure, IReadOnlyList<double> values, Func<int, string> repeat)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(repeat);
        if (values.Count < SeedsToTellOutliers)
        {
            yield break;
        }

        var median = Median(values);
        var distances = values.Select(value => Math.Abs(value - median)).ToList();
        var typical = Median(distances) / NormalMad;
        typical = typical > 0 ? typical : NormalMeanDeviation * ExactSum.Mean(distances);
        var farthest = ModifiedZMax * (1 + (ModifiedZOfFew / values.Count)) * typical;
        for (var at = 0; at < values.Count; at++)
        {
            if (distances[at] > farthest)
            {
                yield return new StudyWarning(
                    WarningCodes.Outlier,
                    $"{measure.Name}, {what}, is {StudyNumber.LevelRead(values[at], measure)} in one run, "
                    + $"{StudyNumber.LevelRead(median, measure)} in the median; it is kept: {repeat(at)}")
                {
                    Among = measure.Name,
                };
            }
        }
    }

    /// <summary>Common seeds made the interval wider: VRF below 1.</summary>
    public static StudyWarning? PairingHurts(string what, PairedDifference pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs.Worth is not < 1 ? null : new StudyWarning(
            WarningCodes.PairingHurts,
            $"{what}: pairing hurt here (worth {StudyNumber.Index(pairs.Worth.Value)} of independent seeds); "
            + "the arms react to chance in opposite ways.");
    }

    /// <summary>The smallest difference of a seed that is not 0 is one order of the sample.</summary>
    /// <param name="what">Whose differences.</param>
    /// <param name="differences">One a seed.</param>
    /// <param name="oneOrder">What one order of the sample is worth in the measure, above 0.</param>
    public static StudyWarning? SampleNoise(
        string what, IReadOnlyList<double> differences, double oneOrder)
    {
        ArgumentNullException.ThrowIfNull(differences);
        const double barely = 1.5;
        var smallest = differences.Select(Math.Abs).Where(difference => difference > 0)
            .DefaultIfEmpty(double.PositiveInfinity).Min();
        return smallest >= barely * oneOrder ? null : new StudyWarning(
            WarningCodes.SampleNoise,
            $"{what}: the smallest difference is one order of the sample; a larger scale shows more.");
    }

    /// <summary>
    /// Seeds failed in an arm and were left out of its pairs; above 5 % no verdict is given.
    /// </summary>
    public static StudyWarning? FailedSeeds(string what, int failed, int seeds) => failed == 0 ? null
        : new StudyWarning(
            WarningCodes.FailedSeeds,
            Invariant($"{what}: {failed} of {seeds} seeds failed and were left out of their pairs")
            + (failed > FailedShareMax * seeds
                ? "; no verdict, the failed may be the interesting ones." : "."))
        {
            Among = "the points",
        };

    /// <summary>The skewness g₁ of values: the third central moment over the second to the 3/2.</summary>
    internal static double Skewness(IReadOnlyList<double> values)
    {
        var mean = ExactSum.Mean(values);
        var second = ExactSum.Mean([.. values.Select(value => (value - mean) * (value - mean))]);
        var third = ExactSum.Mean([.. values.Select(value =>
            (value - mean) * (value - mean) * (value - mean))]);
        return second == 0 ? 0 : third / (second * Math.Sqrt(second));
    }

    private static double Median(IReadOnlyList<double> values) =>
        OrderStatistics.Quantile([.. values.Order()], 0.5);
}
