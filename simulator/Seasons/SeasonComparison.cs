namespace FlashSale.Simulator;

/// <summary>A published figure beside the mean of several seasons on other seeds.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Published">What was published.</param>
/// <param name="Mean">The mean of what came out.</param>
/// <param name="Low">The lower end of its 95 % interval; the mean where one seed gives none.</param>
/// <param name="High">The upper end.</param>
/// <param name="Kind">Whether a number of the model was chosen by it.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="IsMet">Whether the mean is as near as the check allows.</param>
public sealed record SeasonComparison(
    string Name, string Unit, double Published, double Mean, double Low, double High, string Kind,
    string Source, bool IsMet)
{
    private const double Confidence = 0.95;

    /// <summary>All checks that the seasons have, in their order.</summary>
    public static IReadOnlyList<SeasonComparison> Of(IReadOnlyList<SeasonSummary> seasons)
    {
        ArgumentNullException.ThrowIfNull(seasons);
        return Of([.. seasons.Select(season => season.Checks)]);
    }

    /// <summary>
    /// The same of the checks of each seed; a seed in which nothing happened that could be compared is left
    /// out of that comparison.
    /// </summary>
    public static IReadOnlyList<SeasonComparison> Of(IReadOnlyList<IReadOnlyList<SeasonCheck>> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return seeds.Count == 0 ? [] : [.. seeds.MaxBy(checks => checks.Count)!.Select(check =>
        {
            var estimate = Estimate.Of([.. seeds.SelectMany(checks => checks)
                .Where(one => one.Name == check.Name).Select(one => one.Simulated)]);
            var limits = estimate.Limits(Confidence) ?? new Interval(estimate.Mean, estimate.Mean);
            return new SeasonComparison(
                check.Name, check.Unit, check.Published, Rounded.To(estimate.Mean, 4),
                Rounded.To(limits.Low, 4), Rounded.To(limits.High, 4), check.Kind, check.Source,
                Math.Abs(estimate.Mean - check.Published) <= check.Within + 1e-9);
        })];
    }

    /// <summary>A value as people read it.</summary>
    public string Text(double value) =>
        Unit == "share" ? Amounts.Percent(value) : Amounts.Number(value, 3);

    /// <summary>The mean with its interval.</summary>
    public string WithInterval => $"{Text(Mean)} ({Text(Low)} to {Text(High)})";
}
