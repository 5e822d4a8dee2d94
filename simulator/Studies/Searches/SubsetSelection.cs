namespace FlashSale.Simulator;

/// <summary>Which arms may be the best after a fixed number of common seeds.</summary>
public static class SubsetSelection
{
    /// <summary>
    /// Keeps each arm whose mean is at least every other mean less t S/√n of their differences, at
    /// 1 − α/(k − 1): the best is among them as surely as asked.
    /// </summary>
    /// <param name="arms">The measure of each arm, one a seed in the same order.</param>
    /// <param name="isMoreBetter">Whether more is better, else less.</param>
    /// <param name="confidence">As 0.95.</param>
    /// <returns>The places of the arms kept.</returns>
    public static IReadOnlyList<int> Of(
        IReadOnlyList<IReadOnlyList<double>> arms, bool isMoreBetter, double confidence)
    {
        ArgumentNullException.ThrowIfNull(arms);
        var each = Multiplicity.OfEach(confidence, Math.Max(1, arms.Count - 1));
        return
        [
            .. Enumerable.Range(0, arms.Count).Where(arm => arms.All(other =>
            {
                var difference = isMoreBetter
                    ? Estimate.OfPairs(arms[arm], other) : Estimate.OfPairs(other, arms[arm]);
                return ReferenceEquals(other, arms[arm]) || difference.LowerLimit(each) is not > 0;
            })),
        ];
    }
}
