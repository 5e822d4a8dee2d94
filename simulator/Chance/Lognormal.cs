namespace FlashSale.Simulator;

/// <summary>Positive values whose logarithm is normal, optionally cut off at a largest value.</summary>
/// <remarks>
/// Cut off means that larger values do not occur: the rest is scaled up, nothing piles up at the cut.
/// </remarks>
public readonly struct Lognormal
{
    private readonly double _mu;
    private readonly double _kept;

    /// <summary>Values with a median and a spread.</summary>
    /// <param name="median">The median before the cut.</param>
    /// <param name="sigma">The standard deviation of the logarithm before the cut.</param>
    /// <param name="max">The largest value, or none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive.</exception>
    public Lognormal(double median, double sigma, double max = double.PositiveInfinity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(median);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        _mu = ExactMath.Ln(median);
        Sigma = sigma;
        Max = max;
        _kept = double.IsPositiveInfinity(max) ? 1 : ExactMath.NormalCdf((ExactMath.Ln(max) - _mu) / sigma);
    }

    /// <summary>The standard deviation of the logarithm before the cut.</summary>
    public double Sigma { get; }

    /// <summary>The largest value.</summary>
    public double Max { get; }

    /// <summary>The value that is not exceeded with a probability in (0, 1).</summary>
    public double Quantile(double probability) =>
        Math.Min(Max, ExactMath.Exp(_mu + Sigma * ExactMath.InverseNormal(probability * _kept)));

    /// <summary>The probability of a value of at most x.</summary>
    public double Cdf(double x) => x <= 0 ? 0
        : x >= Max ? 1
        : ExactMath.NormalCdf((ExactMath.Ln(x) - _mu) / Sigma) / _kept;

    /// <summary>One value; uses one draw.</summary>
    public double Draw(ref Draws draws) => Quantile(draws.Unit());
}
