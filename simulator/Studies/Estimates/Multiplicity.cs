namespace FlashSale.Simulator;

/// <summary>What many comparisons at once cost in certainty.</summary>
/// <remarks>
/// Both ways hold whatever the comparisons have in common, and so under common seeds too; Dunnett's and
/// Tukey's assume independent arms and are not used.
/// </remarks>
public static class Multiplicity
{
    /// <summary>The confidence of each of so many intervals that all hold at once (Bonferroni).</summary>
    /// <param name="confidence">Of all together, as 0.95.</param>
    /// <param name="comparisons">How many, at least one.</param>
    public static double OfEach(double confidence, int comparisons)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(comparisons);
        return 1 - ((1 - confidence) / comparisons);
    }

    /// <summary>
    /// Holm's adjusted p-values (Scand. J. Statist. 6, 1979): the running maximum of (m − r + 1) p, at most
    /// 1.
    /// </summary>
    /// <returns>In the order given; one at most α is a difference among all.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        var highest = 0.0;
        foreach (var (at, rank) in Enumerable.Range(0, pValues.Count)
            .OrderBy(at => pValues[at]).Select((at, rank) => (at, rank)))
        {
            highest = Math.Max(highest, Math.Min(1, (pValues.Count - rank) * pValues[at]));
            adjusted[at] = highest;
        }

        return adjusted;
    }
}
