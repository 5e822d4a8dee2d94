namespace FlashSale.Simulator;

/// <summary>How well a factor is known from a loss: which of its values fit as well as the best.</summary>
/// <param name="Best">The place of the value with the smallest mean loss.</param>
/// <param name="From">The first place around it that is not worse beyond chance.</param>
/// <param name="To">The last such place.</param>
public sealed record LossProfile(int Best, int From, int To)
{
    /// <summary>Whether one value alone is left.</summary>
    public bool IsIdentified => From == To;

    /// <summary>Compares the loss at all values of a factor with the smallest, on the same seeds.</summary>
    /// <param name="losses">
    /// The loss by value in order of the factor, each one a seed in the same order.
    /// </param>
    /// <param name="confidence">Of all comparisons together (Holm), as 0.95.</param>
    public static LossProfile Of(IReadOnlyList<IReadOnlyList<double>> losses, double confidence)
    {
        ArgumentNullException.ThrowIfNull(losses);
        var best = Enumerable.Range(0, losses.Count).MinBy(at => ExactSum.Mean(losses[at]));
        var worse = losses.Select(loss => Estimate.OfPairs(losses[best], loss)).ToList();
        var others = Enumerable.Range(0, losses.Count).Where(at => at != best).ToList();
        var adjusted = others.Zip(Multiplicity.Holm([.. others.Select(at => worse[at].PValue)]))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        bool Fits(int at) => at == best || adjusted[at] > 1 - confidence;
        var (from, to) = (best, best);
        while (from > 0 && Fits(from - 1))
        {
            from--;
        }

        while (to < losses.Count - 1 && Fits(to + 1))
        {
            to++;
        }

        return new LossProfile(best, from, to);
    }
}
