namespace FlashSale.Simulator;

/// <summary>What buyers' trust comes to at the end of a season (MODELS M11, measures).</summary>
internal sealed class TrustShape(SeasonRun run, BuyerTrust trust)
{
    private static readonly MarketKind[] Both = [MarketKind.Consumer, MarketKind.Brand];

    private readonly int _first = run.World.Calendar[
        Math.Min(run.World.Terms.WarmUpDays, run.World.Calendar.Days - 1)].Week;

    /// <summary>All of it.</summary>
    /// <param name="sums">The measured days as one row.</param>
    public TrustResults Of(SeasonRow sums)
    {
        var today = run.Recorder.Days.Count;
        trust.Returns.CloseAll(today);
        var (visits, lost) = (sums[SeasonMeasures.Visits], sums[SeasonMeasures.VisitsLost]);
        return new TrustResults(
            [.. Both.Select(MarketOf)],
            [.. Enumerable.Range(0, run.World.Regions.Count).Select(region => RegionOf(region, today))],
            sums[SeasonMeasures.BuyersLeft], sums[SeasonMeasures.BuyersBack], sums[SeasonMeasures.BuyersAway],
            visits + lost == 0 ? 0 : Rounded.To((double)lost / (visits + lost), 4),
            sums[SeasonMeasures.LateOrders], sums[SeasonMeasures.RefundsRefused],
            sums[SeasonMeasures.TakenForFakes], sums[SeasonMeasures.GoodOrders],
            trust.Returns.AfterBad, trust.Returns.AfterGood);
    }

    private MarketTrust MarketOf(MarketKind market)
    {
        List<double> weeks = [.. Weeks(market).GroupBy(week => week.Week).Select(week =>
            week.Sum(region => region.TrustSum) / 10_000.0 / Math.Max(1, week.Sum(region => region.Buyers)))];
        var start = trust.Levels.StartOf(market);
        return new MarketTrust(
            Words.Of(market), Rounded.To(start, 4), Rounded.To(weeks.DefaultIfEmpty(start).Min(), 4),
            Rounded.To(weeks.LastOrDefault(start), 4));
    }

    private RegionTrust RegionOf(int region, int today)
    {
        var (mood, days) = trust.Moods.LowestOf(
            region, Math.Min(run.World.Terms.WarmUpDays, today), today);
        return new RegionTrust(
            run.World.Regions[region].Name, Last(MarketKind.Consumer), Last(MarketKind.Brand),
            Rounded.To(mood, 4), days);

        double Last(MarketKind market) => Rounded.To(Weeks(market).Where(week => week.Region == region)
            .Select(week => week.Trust).LastOrDefault(trust.Levels.StartOf(market)), 4);
    }

    private IEnumerable<TrustWeek> Weeks(MarketKind market) => Enumerable.Range(0, trust.Weeks)
        .Select(trust.WeekAt).Where(week => week.Market == (int)market && week.Week >= _first);
}
