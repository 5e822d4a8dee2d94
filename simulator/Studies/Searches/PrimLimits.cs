namespace FlashSale.Simulator;

/// <summary>From where to where each factor of a box goes; without a limit to infinity.</summary>
internal sealed record PrimLimits(double[] Low, double[] High)
{
    /// <summary>The lower side of a factor, and the upper one.</summary>
    public static readonly IReadOnlyList<bool> BothSides = [false, true];

    /// <summary>A box without limits.</summary>
    public static PrimLimits All(int factors) => new(
        [.. Enumerable.Repeat(double.NegativeInfinity, factors)],
        [.. Enumerable.Repeat(double.PositiveInfinity, factors)]);

    /// <summary>Whether a point lies in the box, but for one factor that is not asked.</summary>
    public bool Holds(IReadOnlyList<double> point, int but = -1)
    {
        for (var factor = 0; factor < Low.Length; factor++)
        {
            if (factor != but && !(point[factor] > Low[factor] && point[factor] < High[factor]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same with one limit moved.</summary>
    public PrimLimits With(int factor, bool isUpper, double limit) => isUpper
        ? this with { High = Moved(High, factor, limit) } : this with { Low = Moved(Low, factor, limit) };

    /// <summary>The same with a factor free.</summary>
    public PrimLimits Without(int factor) => With(factor, isUpper: false, double.NegativeInfinity)
        .With(factor, isUpper: true, double.PositiveInfinity);

    /// <summary>Whether a side has a limit.</summary>
    public bool IsLimited(int factor, bool isUpper) =>
        double.IsFinite(isUpper ? High[factor] : Low[factor]);

    /// <summary>The sides that have a limit, by factor.</summary>
    public IEnumerable<(int Factor, bool IsUpper, double Limit)> Sides() =>
        from factor in Enumerable.Range(0, Low.Length)
        from isUpper in BothSides
        where IsLimited(factor, isUpper)
        select (factor, isUpper, isUpper ? High[factor] : Low[factor]);

    private static double[] Moved(double[] limits, int factor, double limit)
    {
        var moved = (double[])limits.Clone();
        moved[factor] = limit;
        return moved;
    }
}
