namespace FlashSale.Simulator;

/// <summary>What moved the demand of a season, when it is over (MODELS M10).</summary>
internal sealed class DemandShape(SeasonRun run, DemandTerms terms, SeasonDemand demand)
{
    /// <summary>The summary of what was measured.</summary>
    /// <param name="sums">The measured days as one row.</param>
    public DemandSummary Of(SeasonRow sums)
    {
        var (real, fake) = (sums[SeasonMeasures.Discounts], sums[SeasonMeasures.FakeDiscounts]);
        var referred = sums[SeasonMeasures.ReferredOrders];
        return new DemandSummary
        {
            Elasticity = Rounded.To(demand.Elasticity ?? 0, 3),
            FakeDiscountShare = Rounded.To(fake / Math.Max(1.0, real + fake), 4),
            BuyersGrown = Rounded.To(demand.BuyersGrown, 4),
            Reproduction = Rounded.To(referred / Math.Max(1.0, sums[SeasonMeasures.Placed]), 4),
            SeedingYuanPerOrder = Rounded.To(demand.SeedingCost.Fen / 100.0 / Math.Max(1, referred), 2),
            Festivals = Festivals(),
            Bursts = demand.Bursts,
        };
    }

    private IReadOnlyList<FestivalShift> Festivals()
    {
        var days = run.Recorder.Days;
        var festivals = Enumerable.Range(0, days.Count)
            .Where(day => run.World.Calendar[day].IsFestival).ToList();
        var ordinary = days.Where(day => day.First >= run.World.Terms.WarmUpDays
            && !festivals.Any(one => day.First >= one - terms.Waiting.WaitingDays
                && day.First <= one + terms.Waiting.DipDays)).ToList();
        var mean = ordinary.Count == 0 ? 0 : ordinary.Average(day => day.Yuan(SeasonMeasures.Gmv));
        return
        [
            .. festivals.Where(day => day >= run.World.Terms.WarmUpDays).Select(day => new FestivalShift(
                day, Shift(day - terms.Waiting.WaitingDays, terms.Waiting.WaitingDays), Shift(day, 1),
                Shift(day + 1, terms.Waiting.DipDays))),
        ];

        decimal Shift(int from, int number) => Math.Round(
            days.Where(day => day.First >= from && day.First < from + number)
                .Sum(day => day.Yuan(SeasonMeasures.Gmv) - mean), 2);
    }
}
