namespace FlashSale.Simulator;

/// <summary>Waiting times without memory, by their mean (in whatever unit the mean has).</summary>
public readonly struct Exponential
{
    /// <summary>Waiting times with a mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not positive.</exception>
    public Exponential(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        Mean = mean;
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The value that is not exceeded with a probability in (0, 1).</summary>
    public double Quantile(double probability) => -Mean * ExactMath.Ln(1 - probability);

    /// <summary>The probability of a value of at most x.</summary>
    public double Cdf(double x) => x <= 0 ? 0 : 1 - ExactMath.Exp(-x / Mean);

    /// <summary>One value; uses one draw.</summary>
    public double Draw(ref Draws draws) => -Mean * ExactMath.Ln(draws.Unit());
}
