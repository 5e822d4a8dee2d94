namespace FlashSale.Simulator;

/// <summary>An arm against another on the same seeds, and what the common seeds were worth.</summary>
/// <remarks>
/// D̄ ± t S_D/√n over the differences D of each seed. The correlation needs no correction: it is inside S_D.
/// The means of the arms have intervals of their own; that these overlap says nothing about the difference.
/// </remarks>
/// <param name="First">The mean of the arm that is compared with.</param>
/// <param name="Second">The mean of the other.</param>
/// <param name="Difference">The second less the first, seed by seed.</param>
/// <param name="Correlation">ρ̂ of the two arms over seeds; null where an arm does not vary.</param>
/// <param name="Worth">
/// How many times the runs independent seeds would take: (S₁² + S₂²)/S_D²; null where no difference varies.
/// </param>
public sealed record PairedDifference(
    Estimate First, Estimate Second, Estimate Difference, double? Correlation, double? Worth)
{
    /// <summary>Compares two arms by pairs; both are given in the same order of seeds.</summary>
    /// <exception cref="ArgumentException">One arm has more values than the other.</exception>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException("a pair has two values: as many seeds as the first", nameof(second));
        }

        var (one, other) = (Estimate.Of(first), Estimate.Of(second));
        var difference = Estimate.OfPairs(first, second);
        var freedom = Math.Max(1, first.Count - 1);
        var product = one.Deviation * other.Deviation;
        var apart = (one.Deviation * one.Deviation) + (other.Deviation * other.Deviation);
        return new PairedDifference(
            one, other, difference,
            product > 0 ? ExactSum.OfProducts(first, second) / freedom / product : null,
            difference.Deviation > 0 ? apart / (difference.Deviation * difference.Deviation) : null);
    }
}
