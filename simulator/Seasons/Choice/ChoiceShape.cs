namespace FlashSale.Simulator;

/// <summary>What buyers saw and chose, when a season is over (MODELS M8).</summary>
internal sealed class ChoiceShape(SeasonRun run, SeasonShape shape, BuyerChoice choice)
{
    private const int Tenths = 10;
    private const int QuarterDays = 90;

    /// <summary>The summary of what was measured.</summary>
    /// <param name="sums">The measured days as one row.</param>
    public ChoiceSummary Of(SeasonRow sums)
    {
        List<long> sold = [.. choice.Sales.Measured.Where(sales => sales > 0).Order()];
        var orders = Math.Max(1.0, sums[SeasonMeasures.Placed]);
        var views = Math.Max(1.0, sums[SeasonMeasures.PageViews]);
        var visits = Math.Max(1.0, sums[SeasonMeasures.Visits]);
        return new ChoiceSummary
        {
            ViewsPerBuy = Rounded.To(views / orders, 2),
            CartsPerBuy = Rounded.To(sums[SeasonMeasures.Carts] / orders, 2),
            SurplusYuanPerVisit = Rounded.To((double)sums.Yuan(SeasonMeasures.Surplus) / visits, 2),
            RecommendedShare = Rounded.To(sums[SeasonMeasures.RecommendedViews] / views, 4),
            SoldInQuarterShare = SoldInQuarterShare(sums.Days),
            ZipfExponent = Inequality.ZipfExponent(sold),
            Gini = Inequality.Gini(sold),
            Top1PercentSales = Inequality.TopShare(sold, 0.01),
            Top10PercentSales = Inequality.TopShare(sold, 0.10),
            Frauds = run.World.Scenario.Choice!.Frauds is null ? null : Frauds(sums),
            Classes = Classes(),
            Deciles = Deciles(),
            Reforms = SearchReforms.Of(run),
        };
    }

    // Of listings that stood in open stores all the time.
    private double SoldInQuarterShare(int measuredDays)
    {
        var days = Math.Min(QuarterDays, measuredDays);
        var (sums, since) = (choice.Sales.SumsOf(days), run.Now.AddDays(-days));
        var stood = Enumerable.Range(0, run.Market.View.Listings).Where(listing =>
            run.Market.View.Listing(new ListingId(listing)) is { } one
            && run.Stores[one.Store.Value].IsOpen
            && run.Market.View.PublishedAt(new ListingId(listing)) <= since).ToList();
        return stood.Count == 0 ? 0 : Rounded.To((double)stood.Count(sums.ContainsKey) / stood.Count, 4);
    }

    private FraudSummary Frauds(SeasonRow sums)
    {
        var all = Stores().Where(shape.WasOpen).ToList();
        var cheating = all.Where(choice.Frauds.Cheats).ToList();
        var (places, frauds, copies) = choice.Tally.FirstPagesSeen;
        var (share, gmv) = ((double)cheating.Count / Math.Max(1, all.Count), ShareOfGmv(cheating, all));
        return new FraudSummary(
            Rounded.To(share, 4), ShareOfViews(cheating, all), gmv,
            share is > 0 and < 1 && gmv < 1 ? Rounded.To(gmv / share / ((1 - gmv) / (1 - share)), 3) : 0,
            Rounded.To(frauds / Math.Max(1.0, places), 4), Rounded.To(copies / Math.Max(1.0, places), 4),
            sums[SeasonMeasures.FraudsFound]);
    }

    private IReadOnlyList<ClassLooks> Classes()
    {
        var stores = Stores().Where(store => shape.ClassOf(store) is not null).ToList();
        return
        [
            .. SeasonShape.ClassNames.Select(name =>
            {
                var own = stores.Where(store => shape.ClassOf(store) == name).ToList();
                return new ClassLooks(name, ShareOfViews(own, stores), ShareOfGmv(own, stores));
            }),
        ];
    }

    private IReadOnlyList<DecileLooks> Deciles()
    {
        List<int> stores =
        [
            .. Stores().Where(shape.WasOpen)
                .OrderBy(store => run.Stores[store].MeasuredFen).ThenBy(store => store),
        ];
        return
        [
            .. Enumerable.Range(0, Tenths).Select(tenth =>
            {
                var (from, until) = (tenth * stores.Count / Tenths, (tenth + 1) * stores.Count / Tenths);
                var own = stores[from..until];
                return new DecileLooks(tenth + 1, ShareOfViews(own, stores), ShareOfGmv(own, stores));
            }),
        ];
    }

    private IEnumerable<int> Stores() => Enumerable.Range(0, run.Stores.Count);

    private double ShareOfViews(List<int> own, List<int> all) => Share(own, all, choice.Tally.Of);

    private double ShareOfGmv(List<int> own, List<int> all) =>
        Share(own, all, store => run.Stores[store].MeasuredFen);

    private static double Share(List<int> own, List<int> all, Func<int, long> value) =>
        all.Sum(value) is > 0 and var whole ? Rounded.To((double)own.Sum(value) / whole, 4) : 0;
}
