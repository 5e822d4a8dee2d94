namespace FlashSale.Simulator;

/// <summary>A mean over runs with its interval; the run is what repeats, never a buyer of it.</summary>
/// <param name="Runs">How many values, or pairs.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation; 0 of a single one.</param>
/// <param name="Error">The standard error of the mean; 0 of a single one.</param>
/// <param name="Freedom">Degrees of freedom; 0 if there is no interval.</param>
public sealed record Estimate(int Runs, double Mean, double Deviation, double Error, double Freedom)
{
    /// <summary>The mean of values.</summary>
    public static Estimate Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var mean = values.Count == 0 ? 0 : values.Sum() / values.Count;
        var freedom = Math.Max(0, values.Count - 1);
        var deviation = freedom == 0
            ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / freedom);
        return new Estimate(
            values.Count, mean, deviation, deviation / Math.Sqrt(Math.Max(1, values.Count)), freedom);
    }

    /// <summary>The mean difference of pairs that share their chance: the second less the first.</summary>
    public static Estimate OfPairs(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        Of([.. first.Zip(second, (one, other) => other - one)]);

    /// <summary>The difference of two means that share nothing (Welch): the second less the first.</summary>
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
    public double? HalfWidth(double confidence) => Freedom <= 0
        ? null : StudentT.Quantile(1 - ((1 - confidence) / 2), Freedom) * Error;
}
