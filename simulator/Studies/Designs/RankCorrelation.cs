namespace FlashSale.Simulator;

/// <summary>How much two factors of a sample hang together, by the ranks of its points.</summary>
internal static class RankCorrelation
{
    /// <summary>The two factors that hang together most, and their correlation; of one factor 0.</summary>
    /// <param name="points">The points; no two have the same coordinate in a factor.</param>
    public static (int One, int Other, double Correlation) Largest(
        IReadOnlyList<IReadOnlyList<double>> points)
    {
        var factors = points.Count == 0 ? 0 : points[0].Count;
        var ranks = Enumerable.Range(0, factors).Select(factor => RanksOf(points, factor)).ToList();
        var square = factors == 0 ? 0 : ExactSum.OfProducts(ranks[0], ranks[0]);
        return square == 0 ? (0, 0, 0) : (
            from one in Enumerable.Range(0, factors)
            from other in Enumerable.Range(0, one)
            select (other, one, ExactSum.OfProducts(ranks[one], ranks[other]) / square))
            .DefaultIfEmpty().MaxBy(pair => Math.Abs(pair.Item3));
    }

    private static double[] RanksOf(IReadOnlyList<IReadOnlyList<double>> points, int factor)
    {
        var ranks = new double[points.Count];
        foreach (var (point, rank) in Enumerable.Range(0, points.Count)
            .OrderBy(point => points[point][factor]).Select((point, rank) => (point, rank)))
        {
            ranks[point] = rank;
        }

        return ranks;
    }
}
