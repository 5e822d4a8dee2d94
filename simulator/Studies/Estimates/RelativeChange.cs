namespace FlashSale.Simulator;

/// <summary>
/// By which factor an arm differs from another on the same seeds: the mean of ln(second/first).
/// </summary>
/// <param name="LnRatio">The mean of the logarithms, seed by seed.</param>
public sealed record RelativeChange(Estimate LnRatio)
{
    /// <summary>The change as a share: 0.041 is «+4.1 %».</summary>
    public double Change => ExactMath.Exp(LnRatio.Mean) - 1;

    /// <summary>Its interval, as shares; null if a single run gives none.</summary>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    public Interval? Limits(double confidence) => LnRatio.Limits(confidence) is { } limits
        ? new Interval(ExactMath.Exp(limits.Low) - 1, ExactMath.Exp(limits.High) - 1) : null;

    /// <summary>
    /// Compares two arms by pairs; null if a value is not positive, for which no factor exists.
    /// </summary>
    public static RelativeChange? Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Concat(second).All(value => value > 0)
            ? new RelativeChange(Estimate.Of(
                [.. first.Zip(second, (one, other) => ExactMath.Ln(other / one))]))
            : null;
    }
}
