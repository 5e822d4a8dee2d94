namespace FlashSale.Simulator;

/// <summary>Whether a measure rises or falls along a factor.</summary>
public enum Monotony
{
    /// <summary>No step between neighbours is beyond chance.</summary>
    NotTold = 1,

    /// <summary>Some steps rise beyond chance, none falls.</summary>
    Rises,

    /// <summary>Some steps fall beyond chance, none rises.</summary>
    Falls,

    /// <summary>A step rises and another falls, both beyond chance.</summary>
    Contradicted,
}

/// <summary>A measure at several values of a factor, on the same seeds.</summary>
public static class Sweep
{
    /// <summary>Judges the steps between neighbours: paired differences, Holm over all of them.</summary>
    /// <param name="points">
    /// Values by point in order of the factor, each one a seed in the same order.
    /// </param>
    /// <param name="confidence">Of all steps together, as 0.95.</param>
    public static Monotony MonotonyOf(IReadOnlyList<IReadOnlyList<double>> points, double confidence)
    {
        ArgumentNullException.ThrowIfNull(points);
        var steps = points.Zip(points.Skip(1), Estimate.OfPairs).ToList();
        var adjusted = Multiplicity.Holm([.. steps.Select(step => step.PValue)]);
        var told = steps.Where((_, at) => adjusted[at] <= 1 - confidence).ToList();
        return (told.Any(step => step.Mean > 0), told.Any(step => step.Mean < 0)) switch
        {
            (true, true) => Monotony.Contradicted,
            (true, false) => Monotony.Rises,
            (false, true) => Monotony.Falls,
            _ => Monotony.NotTold,
        };
    }
}
