namespace FlashSale.Simulator;

/// <summary>
/// A run in numbers: what summary.json holds. Each figure is declared here and nowhere else.
/// </summary>
/// <remarks>
/// Counts and money are at full scale except under <see cref="Sample"/>. The order of properties is the
/// file's.
/// </remarks>
public sealed record RunSummary
{
#pragma warning disable CS1591 // The declaration says what it is.
    [Figure("–", "1; a field that changes its meaning raises it, a new field does not")]
    public int SchemaVersion { get; init; } = 1;

    [Figure("–", "name of the scenario")]
    public required string Scenario { get; init; }

    [Figure("–", "the scenario in one sentence")]
    public string Title { get; init; } = "";

    [Figure("–", "hash of the scenario as read, defaults filled in")]
    public required string ScenarioHash { get; init; }

    [Figure("year", "festival whose published facts it is compared with; null if none")]
    public int? Year { get; init; }

    [Figure("–", "the festival's day, China time")]
    public DateOnly? Date { get; init; }

    [Figure("–", "seed of all draws")]
    public required ulong Seed { get; init; }

    [Figure("share", "part of the buyers that is simulated, above 0, at most 1")]
    public required double Scale { get; init; }

    [Figure("–", "commit that the program was built from")]
    public required string Commit { get; init; }

    [Figure("–", "command line that repeats the run")]
    public required string Command { get; init; }

    [Figure("–", "true if the run was stopped before its scenario ended")]
    public required bool Partial { get; init; }

    [Figure("days", "from midnight to the end of the run")]
    public required double SimulatedDays { get; init; }

    [Figure("yuan", "GMV", Name = "GMV of the day")]
    public required decimal GmvYuan { get; init; }

    [Figure("orders", "placed", Name = "Orders placed")]
    public required long OrdersPlaced { get; init; }

    [Figure("orders", "paid, on any day", Name = "Orders paid")]
    public required long OrdersPaid { get; init; }

    [Figure("orders", "receipt confirmed, by the buyer or by itself (ORD-2)", Name = "Orders confirmed")]
    public required long OrdersConfirmed { get; init; }

    [Figure("yuan", "given back to buyers", Name = "Refunded")]
    public required decimal RefundedYuan { get; init; }

    [Figure("orders/s", "orders placed in the busiest second of the day", Name = "Peak orders")]
    public required long PeakOrdersPerSecond { get; init; }

    [Figure("clock", "the first such second; null if nothing was ordered")]
    public string? PeakOrdersAt { get; init; }

    public PeakLevel? PeakOrdersLevel { get; init; }

    [Figure("orders/s", "orders paid in the busiest second of the day", Name = "Peak payments")]
    public required long PeakPaymentsPerSecond { get; init; }

    [Figure("clock", "the first such second")]
    public string? PeakPaymentsAt { get; init; }

    public PeakLevel? PeakPaymentsLevel { get; init; }

    public PaymentPlateau? PaymentPlateau { get; init; }

    public IReadOnlyList<Bottleneck> Bottlenecks { get; init; } = [];

    public PaymentQueueSummary PaymentQueue { get; init; } = new(0, null, new WaitSeconds(null, null, null));

    public IReadOnlyList<GmvClockPoint> GmvClock { get; init; } = [];

    public required DaySummary Day { get; init; }

    public DeliveryDays DeliveryDays { get; init; } = new(null, null);

    public IReadOnlyList<RegionDelivery> RegionDelivery { get; init; } = [];

    public HitDelivery? HitDelivery { get; init; }

    public IReadOnlyList<RunShock> Shocks { get; init; } = [];

    [Figure("days",
        "from midnight until 100 million parcels paid on the day were delivered; null if they never were")]
    public double? First100MillionParcelsDays { get; init; }

    public required RatingsSummary Ratings { get; init; }

    [Figure("listings", "that sold out at least once")]
    public required long SoldOutListings { get; init; }

    [Figure("checkouts", "tried again after a refusal", Name = "Tried again")]
    public required long Retries { get; init; }

    [Figure("checkouts", "given up", Name = "Gave up")]
    public required long Abandoned { get; init; }

    [Figure("buyers", "who gave up at least one checkout that they had come for")]
    public long BuyersGaveUp { get; init; }

    public required EscrowSummary Escrow { get; init; }

    public CouponSummary Coupons { get; init; } = new(0, 0, 0, 0);

    public IReadOnlyList<FunnelStage> Funnel { get; init; } = [];

    [Figure("–", "category of the order's first line (REP-2)", At = "[].kind")]
    [Figure("orders", "paid, of the day", At = "[].count")]
    [Figure("yuan", "GMV", At = "[].yuan")]
    [Figure("share", "of GMV", At = "[].share")]
    public IReadOnlyList<KindAmount> Categories { get; init; } = [];

    [Figure("–", "region that the parcel goes to", At = "[].kind")]
    [Figure("orders", "paid, of the day", At = "[].count")]
    [Figure("yuan", "GMV", At = "[].yuan")]
    [Figure("share", "of GMV", At = "[].share")]
    public IReadOnlyList<KindAmount> Regions { get; init; } = [];

    [Figure("–", "why a checkout or payment was refused", At = "[].kind")]
    [Figure("refusals", "how often", At = "[].count")]
    public IReadOnlyList<KindCount> Refusals { get; init; } = [];

    [Figure("–", "why checkouts were given up, or not come for", At = "[].kind")]
    [Figure("checkouts", "how many", At = "[].count")]
    public IReadOnlyList<KindCount> AbandonReasons { get; init; } = [];

    [Figure("–", "why orders were closed", At = "[].kind")]
    [Figure("orders", "how many", At = "[].count")]
    public IReadOnlyList<KindCount> CloseReasons { get; init; } = [];

    [Figure("–", "why money went back", At = "[].kind")]
    [Figure("refunds", "how many", At = "[].count")]
    [Figure("yuan", "how much", At = "[].yuan")]
    [Figure("share", "of `refundedYuan`", At = "[].share")]
    public IReadOnlyList<KindAmount> RefundReasons { get; init; } = [];

    public IReadOnlyList<ListingSales> HotListings { get; init; } = [];

    public FestivalComparison? Comparison { get; init; }

    public required AuditSummary Audit { get; init; }

    [Figure("–", "hash of the market's whole state at the end")]
    public required string StateHash { get; init; }

    [Figure("–", "path of a value in scenario.yaml; all of them, defaults too", At = "[].name")]
    [Figure("–", "its value as written there", At = "[].value")]
    public IReadOnlyList<RunParameter> Parameters { get; init; } = [];

    public Calibration? Calibration { get; init; }

    public required SampleSummary Sample { get; init; }

    [Figure("events", "that the agenda ran")]
    public required long Events { get; init; }

    [Figure("s", "how long the run took, reports excluded", IsOfWallClock = true)]
    public required double WallSeconds { get; init; }

    [Figure("orders/s", "orders of the sample by `wallSeconds`", IsOfWallClock = true)]
    public required double OrdersPerWallSecond { get; init; }

    [Figure("bytes", "the most memory the process held", IsOfWallClock = true)]
    public required long PeakRssBytes { get; init; }

    [Figure("–", "processor, memory, runtime", IsOfWallClock = true)]
    public string Machine { get; init; } = "";
#pragma warning restore CS1591

    /// <summary>The festival's day; summaries of older versions, which lack it, are of 11 November.</summary>
    public DateOnly FestivalDay() => Date ?? new DateOnly(Year ?? 2001, 11, 11);
}
