namespace FlashSale.Simulator;

/// <summary>Fills the fields of a <see cref="RunSummary"/> from what was recorded.</summary>
internal static class SummaryFields
{
    private static readonly (string Stage, string Counts, Measure Measure)[] FunnelStages =
    [
        ("visited", "buyers", Measures.Visited), ("carted", "carts", Measures.Carted),
        ("checkout-tried", "checkouts", Measures.CheckoutsTried), ("placed", "orders", Measures.Placed),
        ("paid", "orders", Measures.Paid), ("confirmed", "orders", Measures.Confirmed),
        ("rated", "orders", Measures.Rated),
    ];

    /// <summary>The stages of the funnel.</summary>
    public static IReadOnlyList<string> Stages { get; } = [.. FunnelStages.Select(one => one.Stage)];

    /// <summary>What a stage of the funnel, by name or index, counts; null if there is none.</summary>
    public static string? CountsOf(string stage) => FunnelStages
        .Where((one, at) => one.Stage == stage || FileWords.Whole(stage) == at).FirstOrDefault().Counts;

    /// <summary>
    /// All fields but the clock, the parcels and the comparison, which need the published year or the
    /// timeline.
    /// </summary>
    public static RunSummary Of(
        RunRecorder recorder, RunTotals totals, RunManifest manifest, RunEnding ending)
    {
        var scale = manifest.Scale;
        var ratings = Ratings(recorder.Ratings, totals[Measures.Rated], scale);
        var regions = RegionDelivery.Of(recorder, manifest);
        return Numbers(totals, manifest, ending, Full, ratings) with
        {
            Title = manifest.Title,
            Year = manifest.Year,
            PeakOrdersLevel = PeakLevel.Of(totals.OrdersPerSecond, scale),
            PeakPaymentsLevel = PeakLevel.Of(totals.PaymentsPerSecond, scale),
            PaymentPlateau = PaymentPlateau.Find(totals.PaymentsPerSecond, scale),
            Bottlenecks = Bottleneck.Find(recorder.Passages, ending.EndAtMs, scale),
            PaymentQueue = Queue(recorder, totals, scale),
            Date = manifest.Day,
            Shocks = manifest.Shocks,
            DeliveryDays = recorder.DeliveryTimes.DaysTo(_ => true),
            RegionDelivery = regions,
            HitDelivery = HitDelivery.Of(recorder.DeliveryTimes, regions),
            Coupons = Coupons(recorder.Coupons, ending, scale),
            Funnel = Funnel(totals, scale),
            Categories = Amounts(recorder.Labels.Categories, recorder.Categories, scale),
            Regions = Amounts(recorder.Labels.Regions, recorder.Regions, scale),
            Refusals = Counts(recorder.Labels.Refusals, recorder.Refusals, scale),
            AbandonReasons = Counts(recorder.Labels.AbandonReasons, recorder.AbandonReasons, scale),
            CloseReasons = Counts(recorder.Labels.CloseReasons, recorder.CloseReasons, scale),
            RefundReasons = Amounts(recorder.Labels.RefundReasons, recorder.RefundReasons, scale),
            HotListings = [.. ending.HotListings.Select(listing => Hot(listing, scale))],
            Parameters = manifest.Parameters,
            Calibration = manifest.Calibration,
            Machine = ending.Machine,
        };

        long Full(Measure measure) => measure.AtFullScale(totals[measure], scale, ending.CatalogueScale);
    }

    private static RunSummary Numbers(
        RunTotals totals, RunManifest manifest, RunEnding ending, Func<Measure, long> full,
        RatingsSummary ratings)
    {
        var scale = manifest.Scale;
        return new RunSummary
        {
            Scenario = manifest.Scenario,
            ScenarioHash = manifest.ScenarioHash,
            Seed = manifest.Seed,
            Scale = scale.Share,
            Commit = manifest.Commit,
            Command = manifest.Command,
            Partial = ending.IsPartial,
            SimulatedDays = Rounded.To((double)ending.EndAtMs / FestivalClock.DayMs, 5),
            GmvYuan = Yuan(full(Measures.Gmv)),
            OrdersPlaced = full(Measures.Placed),
            OrdersPaid = full(Measures.Paid),
            OrdersConfirmed = full(Measures.Confirmed),
            RefundedYuan = Yuan(full(Measures.Refunded)),
            PeakOrdersPerSecond = scale.Count(totals.Orders.Value),
            PeakOrdersAt = totals.Orders.At,
            PeakPaymentsPerSecond = scale.Count(totals.Payments.Value),
            PeakPaymentsAt = totals.Payments.At,
            Day = Day(totals, scale),
            Ratings = ratings,
            SoldOutListings = full(Measures.SoldOut),
            Retries = full(Measures.Retried),
            Abandoned = full(Measures.Abandoned),
            BuyersGaveUp = scale.Count(ending.BuyersGaveUp),
            Escrow = Escrow(totals, ending.Escrow, scale),
            Audit = new AuditSummary(ending.Checks.All(check => check.Passed), ending.Checks),
            StateHash = ending.StateHash,
            Sample = Sample(totals, ending),
            Events = ending.Events,
            WallSeconds = Rounded.To(ending.Wall.TotalSeconds, 2),
            OrdersPerWallSecond = Speed(totals[Measures.Placed], ending.Wall),
            PeakRssBytes = ending.PeakRssBytes,
        };
    }

    private static double Speed(long orders, TimeSpan wall) =>
        Rounded.To(orders / Math.Max(0.001, wall.TotalSeconds), 0);

    private static DaySummary Day(RunTotals totals, SampleScale scale) => new(
        scale.Count(totals.DayPlaced),
        scale.Count(totals.DayPaid),
        totals.DayPaid == 0 ? 0 : Math.Round(totals.Gmv.Yuan / totals.DayPaid, 2));

    private static PaymentQueueSummary Queue(RunRecorder recorder, RunTotals totals, SampleScale scale) =>
        new(
        scale.Count(totals.Queue.Value),
        totals.Queue.At,
        new WaitSeconds(
            Seconds(recorder.PaymentWaits.QuantileMs(0.5)),
            Seconds(recorder.PaymentWaits.QuantileMs(0.9)),
            Seconds(recorder.PaymentWaits.QuantileMs(0.99))));

    private static RatingsSummary Ratings(RatingTally ratings, long rated, SampleScale scale)
    {
        var (poor, medium, good) = ratings.Credits();
        return new RatingsSummary(
            scale.Count(rated),
            ratings.Component(0),
            ratings.Component(1),
            ratings.Component(2),
            ratings.Component(3),
            ratings.SharePerStar(),
            new CreditCounts(
                scale.Count(good), scale.Count(medium), scale.Count(poor), scale.Count(ratings.ByDefault)));
    }

    private static EscrowSummary Escrow(RunTotals totals, EscrowTotals end, SampleScale scale) => new(
        scale.Amount(Money.FromFen(totals.EscrowFen.Value)).Yuan,
        totals.EscrowFen.At,
        scale.Amount(end.Held).Yuan);

    private static CouponSummary Coupons(Tally used, RunEnding ending, SampleScale scale) => new(
        ending.CouponStores, ending.CouponStoresOut, scale.Count(used.CountOf(0)),
        scale.Amount(used.AmountOf(0)).Yuan);

    private static IReadOnlyList<FunnelStage> Funnel(RunTotals totals, SampleScale scale) =>
    [
        .. FunnelStages.Select(
            one => new FunnelStage(one.Stage, one.Counts, scale.Count(totals[one.Measure]))),
    ];

    private static IReadOnlyList<KindCount> Counts(
        IReadOnlyList<string> names, Tally tally, SampleScale scale) =>
        [.. names.Select((name, kind) => new KindCount(name, scale.Count(tally.CountOf(kind))))];

    private static IReadOnlyList<KindAmount> Amounts(
        IReadOnlyList<string> names, Tally tally, SampleScale scale)
    {
        var whole = Math.Max(1, names.Select((_, kind) => tally.AmountOf(kind).Fen).Sum());
        return [.. names.Select((name, kind) => new KindAmount(
            name,
            scale.Count(tally.CountOf(kind)),
            scale.Amount(tally.AmountOf(kind)).Yuan,
            Rounded.To((double)tally.AmountOf(kind).Fen / whole, 6)))];
    }

    private static ListingSales Hot(ListingOutcome listing, SampleScale scale) => new(
        listing.Name,
        listing.Category,
        listing.Price.Yuan,
        scale.Count(listing.Stock),
        scale.Count(listing.Sold),
        listing.SoldOutSeconds is { } seconds ? FestivalClock.Text(seconds) : null);

    private static SampleSummary Sample(RunTotals totals, RunEnding ending)
    {
        var escrow = ending.Escrow;
        return new SampleSummary(
            totals[Measures.Placed],
            totals[Measures.Paid],
            totals[Measures.Confirmed],
            totals[Measures.CheckoutsTried],
            totals[Measures.Refused],
            totals[Measures.Retried],
            totals[Measures.Abandoned],
            totals[Measures.Rated],
            Yuan(totals[Measures.Gmv]),
            Yuan(totals[Measures.Refunded]),
            totals.Orders.Value,
            totals.Payments.Value,
            new SampleMoney(
                escrow.Paid.Yuan,
                escrow.Held.Yuan,
                escrow.Released.Yuan,
                escrow.Refunded.Yuan,
                [.. ending.Accounts.Select(a => new AccountBalance(a.Kind, a.Accounts, a.Balance.Yuan))]));
    }

    private static decimal Yuan(long fen) => Money.FromFen(fen).Yuan;

    private static double? Seconds(double? ms) => Rounded.To(ms / 1_000, 1);
}
