namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>How right the platform's verdicts are, judged by the truth (TRU-1).</summary>
public sealed record PenaltyFigures(
    [Figure("verdicts", "of guilty")] long Guilty,
    [Figure("verdicts", "of those, without a fake: truth")] long Wrong,
    [Figure("share", "of verdicts that are right: precision")] double Precision,
    [Figure("share", "of fakes on sale on a measured day, found guilty: recall")] double Recall,
    [Figure("sellers", "found guilty")] long Sellers,
    [Figure("share", "of those who had a fake at some verdict: precision by sellers")] double SellerPrecision,
    [Figure("–", "honest sellers found guilty, per 10,000")] double HonestPer10000,
    [Figure("stores", "closed without a fake that day: truth")] long WrongClosures,
    [Figure("store-days", "of stores without a fake, hidden or suspended: truth")] long WrongDaysOff)
#pragma warning restore CS1591
{
    internal static PenaltyFigures Of(SeasonRun run, CounterfeitModel model, SeasonRow sums)
    {
        var (right, all, listings) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        for (var row = 0; row < model.Penalties.Count; row++)
        {
            ref readonly var one = ref model.Penalties[row];
            if (one.Day >= run.World.Terms.WarmUpDays)
            {
                all.Add(one.Seller);
                if (one.WasFake == 1)
                {
                    right.Add(one.Seller);
                    if (one.Listing >= 0)
                    {
                        listings.Add(one.Listing);
                    }
                }
            }
        }

        var honest = Enumerable.Range(0, run.Stores.Owners)
            .Where(owner => run.Stores.OwnerAt(owner).Type == SellerType.Honest).ToList();
        var (guilty, wrong) = (sums[SeasonMeasures.Penalties], sums[SeasonMeasures.WrongPenalties]);
        return new PenaltyFigures(
            guilty, wrong, CounterfeitFigures.Ratio(guilty - wrong, guilty),
            CounterfeitFigures.Ratio(listings.Count, model.Truth.FakesSeen), all.Count,
            CounterfeitFigures.Ratio(right.Count, all.Count),
            CounterfeitFigures.Ratio(10_000.0 * honest.Count(all.Contains), honest.Count),
            sums[SeasonMeasures.WrongClosures], sums[SeasonMeasures.WrongDaysOff]);
    }
}
