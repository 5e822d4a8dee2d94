namespace FlashSale.Simulator;

/// <summary>
/// Looks for the arms that may be the best after a fixed number of common seeds, and takes the mean of the
/// first of them again on fresh ones.
/// </summary>
/// <param name="Arms">How many arms, 2 to 50.</param>
/// <param name="IsMoreBetter">Whether more is better, else less.</param>
/// <param name="Confidence">That the best is among those kept, as 0.95.</param>
/// <param name="Seeds">Seeds of each arm.</param>
/// <param name="FreshSeeds">Seeds on which the first one's mean is estimated again.</param>
public sealed record SubsetSearch(int Arms, bool IsMoreBetter, double Confidence, int Seeds, int FreshSeeds)
{
    /// <summary>The orders of the next round, or the answer.</summary>
    public SearchStep<SelectAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var wanted = Enumerable.Range(0, Arms).Select(arm => new SearchOrder(arm, new SeedBlock(0, Seeds)))
            .ToList();
        var values = wanted.ConvertAll(order => measured(order));
        if (values.Contains(null))
        {
            return new(wanted, new SelectAnswer(
                [.. Enumerable.Range(0, Arms)], false, new int?[Arms], null, null));
        }

        var arms = values.OfType<IReadOnlyList<double>>().ToList();
        var answer = Kept(arms);
        var fresh = new SearchOrder(answer.Survivors[0], new SeedBlock(1, FreshSeeds));
        return measured(fresh) is { } winner
            ? SearchStep<SelectAnswer>.End(answer with { Winner = Estimate.Of(winner) })
            : new([fresh], answer);
    }

    private SelectAnswer Kept(List<IReadOnlyList<double>> arms)
    {
        var means = arms.ConvertAll(Estimate.Of);
        var order = Enumerable.Range(0, Arms)
            .OrderByDescending(arm => (IsMoreBetter ? 1 : -1) * means[arm].Mean).ThenBy(arm => arm).ToList();
        var kept = SubsetSelection.Of(arms, IsMoreBetter, Confidence);
        var survivors = order.Where(kept.Contains).ToList();
        return new SelectAnswer(
            survivors, survivors.Count == 1,
            [.. means.Select((mean, arm) => kept.Contains(arm) ? (int?)null : mean.Runs)], null, null)
        {
            Rounds = [new([.. order.Select(arm => (arm, means[arm], !kept.Contains(arm)))])],
        };
    }
}
