namespace FlashSale.Simulator;

/// <summary>
/// A run in numbers: what summary.json holds, field by field as docs/reference/results.md explains.
/// </summary>
/// <remarks>
/// Counts and money are at full scale except under <see cref="Sample"/>. The order of properties is the
/// file's.
/// </remarks>
public sealed record RunSummary
{
#pragma warning disable CS1591 // Each field is explained in docs/reference/results.md; a test compares.
    public int SchemaVersion { get; init; } = 1;

    public required string Scenario { get; init; }

    public string Title { get; init; } = "";

    public required string ScenarioHash { get; init; }

    public int? Year { get; init; }

    public DateOnly? Date { get; init; }

    public required ulong Seed { get; init; }

    public required double Scale { get; init; }

    public required string Commit { get; init; }

    public required string Command { get; init; }

    public required bool Partial { get; init; }

    public required double SimulatedDays { get; init; }

    public required decimal GmvYuan { get; init; }

    public required long OrdersPlaced { get; init; }

    public required long OrdersPaid { get; init; }

    public required long OrdersConfirmed { get; init; }

    public required decimal RefundedYuan { get; init; }

    public required long PeakOrdersPerSecond { get; init; }

    public string? PeakOrdersAt { get; init; }

    public required long PeakPaymentsPerSecond { get; init; }

    public string? PeakPaymentsAt { get; init; }

    public PaymentPlateau? PaymentPlateau { get; init; }

    public PaymentQueueSummary PaymentQueue { get; init; } = new(0, null, new WaitSeconds(null, null, null));

    public IReadOnlyList<GmvClockPoint> GmvClock { get; init; } = [];

    public required DaySummary Day { get; init; }

    public DeliveryDays DeliveryDays { get; init; } = new(null, null);

    public IReadOnlyList<RegionDelivery> RegionDelivery { get; init; } = [];

    public HitDelivery? HitDelivery { get; init; }

    public IReadOnlyList<RunShock> Shocks { get; init; } = [];

    public double? First100MillionParcelsDays { get; init; }

    public required RatingsSummary Ratings { get; init; }

    public required long SoldOutListings { get; init; }

    public required long Retries { get; init; }

    public required long Abandoned { get; init; }

    public long BuyersGaveUp { get; init; }

    public required EscrowSummary Escrow { get; init; }

    public IReadOnlyList<FunnelStage> Funnel { get; init; } = [];

    public IReadOnlyList<KindAmount> Categories { get; init; } = [];

    public IReadOnlyList<KindAmount> Regions { get; init; } = [];

    public IReadOnlyList<KindCount> Refusals { get; init; } = [];

    public IReadOnlyList<KindCount> AbandonReasons { get; init; } = [];

    public IReadOnlyList<KindCount> CloseReasons { get; init; } = [];

    public IReadOnlyList<KindAmount> RefundReasons { get; init; } = [];

    public IReadOnlyList<ListingSales> HotListings { get; init; } = [];

    public FestivalComparison? Comparison { get; init; }

    public required AuditSummary Audit { get; init; }

    public required string StateHash { get; init; }

    public IReadOnlyList<RunParameter> Parameters { get; init; } = [];

    public Calibration? Calibration { get; init; }

    public required SampleSummary Sample { get; init; }

    public required long Events { get; init; }

    public required double WallSeconds { get; init; }

    public required double OrdersPerWallSecond { get; init; }

    public required long PeakRssBytes { get; init; }

    public string Machine { get; init; } = "";
#pragma warning restore CS1591

    /// <summary>The festival's day; summaries of older versions, which lack it, are of 11 November.</summary>
    public DateOnly FestivalDay() => Date ?? new DateOnly(Year ?? 2001, 11, 11);
}
