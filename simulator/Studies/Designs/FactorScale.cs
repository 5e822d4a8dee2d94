namespace FlashSale.Simulator;

/// <summary>How the coordinate of a factor, from 0 to 1, becomes its value.</summary>
public enum FactorSpacing
{
    /// <summary>Evenly from low to high.</summary>
    Linear = 1,

    /// <summary>Evenly in the logarithm; both ends are positive.</summary>
    Log,

    /// <summary>As often as a triangle is high: low and high at its feet, its top between.</summary>
    Triangle,
}

/// <summary>The values of a factor, in its own unit.</summary>
/// <param name="Low">The value at 0.</param>
/// <param name="High">The value at 1.</param>
/// <param name="Spacing">What lies between.</param>
/// <param name="Top">Where the triangle is highest; of no other spacing.</param>
public sealed record FactorScale(
    double Low, double High, FactorSpacing Spacing = FactorSpacing.Linear, double? Top = null)
{
    /// <summary>The value at a coordinate.</summary>
    /// <param name="coordinate">From 0 to 1.</param>
    /// <exception cref="InvalidOperationException">The ends do not fit the spacing.</exception>
    public double At(double coordinate) => Spacing switch
    {
        FactorSpacing.Linear => Low + (coordinate * (High - Low)),
        FactorSpacing.Log when Low > 0 && High > 0 => coordinate switch
        {
            <= 0 => Low,
            >= 1 => High,
            _ => Low * ExactMath.Pow(High / Low, coordinate),
        },
        FactorSpacing.Triangle when Top is { } top && Low < High && top >= Low && top <= High =>
            OfTriangle(coordinate, top),
        _ => throw new InvalidOperationException(
            $"{Spacing} from {Low} to {High} with top {Top}: "
            + "log needs positive ends, a triangle a top between"),
    };

    /// <summary>So many values from low to high, evenly by the spacing.</summary>
    /// <param name="steps">How many, at least 2.</param>
    public IReadOnlyList<double> Levels(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        return [.. Enumerable.Range(0, steps).Select(step => At((double)step / (steps - 1)))];
    }

    private double OfTriangle(double coordinate, double top)
    {
        var width = High - Low;
        return coordinate * width <= top - Low
            ? Low + Math.Sqrt(coordinate * width * (top - Low))
            : High - Math.Sqrt((1 - coordinate) * width * (High - top));
    }
}
