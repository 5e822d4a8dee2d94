using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>A season in numbers: what its summary.json holds. Each figure is declared here.</summary>
/// <remarks>Counts and money are of the measured days unless they say otherwise.</remarks>
public sealed record SeasonSummary
{
#pragma warning disable CS1591 // The declaration says what it is.
    [Figure("–", "1; a field that changes its meaning raises it, a new field does not")]
    public int SchemaVersion { get; init; } = 1;

    [Figure("–", "«season»")]
    public string Kind { get; init; } = "season";

    [Figure("–", "name of the scenario")]
    public required string Scenario { get; init; }

    [Figure("–", "the scenario in one sentence")]
    public string Title { get; init; } = "";

    [Figure("–", "hash of the scenario as read, defaults filled in")]
    public required string ScenarioHash { get; init; }

    [Figure("–", "seed of all draws")]
    public required ulong Seed { get; init; }

    [Figure("–", "the first day, China time")]
    public required DateOnly StartsOn { get; init; }

    [Figure("days", "before anything is measured")]
    public required int WarmUpDays { get; init; }

    [Figure("days", "measured, after those")]
    public int Days { get; init; }

    [Figure("–", "commit that the program was built from")]
    public required string Commit { get; init; }

    [Figure("–", "command line that repeats the season")]
    public required string Command { get; init; }

    [Figure("–", "true if it was stopped before its last day")]
    public required bool Partial { get; init; }

    [Figure("visits", "of buyers who looked")]
    public long Visits { get; init; }

    [Figure("orders", "placed", Name = "Orders placed")]
    public long OrdersPlaced { get; init; }

    [Figure("orders", "placed, the warm-up's too")]
    public long OrdersPlacedInAll { get; init; }

    [Figure("orders", "paid", Name = "Orders paid")]
    public long OrdersPaid { get; init; }

    [Figure("share", "of orders placed at a store that the buyer remembered")]
    public double RepeatedShare { get; init; }

    [Figure("refusals", "of buyers because nothing was left")]
    public long SoldOut { get; init; }

    [Figure("yuan", "paid", Name = "GMV")]
    public decimal GmvYuan { get; init; }

    [Figure("yuan", "given back", Name = "Refunded")]
    public decimal RefundedYuan { get; init; }

    [Figure("yuan", "commission of brand stores, less what went back", Name = "Commission")]
    public decimal CommissionYuan { get; init; }

    [Figure("stores", "opened", Name = "Openings")]
    public long Openings { get; init; }

    [Figure("stores", "closed for ever", Name = "Exits")]
    public long Exits { get; init; }

    [Figure("stores", "open at the end", Name = "Stores")]
    public required long Stores { get; init; }

    [Figure("sellers", "with an open store at the end")]
    public long Sellers { get; init; }

    public SellerAges Ages { get; init; } = new(0, 0, 0);

    public IReadOnlyList<StoreClass> Classes { get; init; } = [];

    public SalesConcentration Concentration { get; init; } = new(0, 0, 0, 0, 0);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SellerResults? Accounts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChoiceSummary? Choice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DemandSummary? Demand { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrustResults? Trust { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GovernanceFigures? Governance { get; init; }

    public IReadOnlyList<SeasonCheck> Checks { get; init; } = [];

    public IReadOnlyList<SellerTypeCount> TruthTypes { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CounterfeitFigures? Counterfeits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AppealFigures? Appeals { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CertificationFigures? Certification { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScreeningFigures? Screening { get; init; }

    public AuditSummary Audit { get; init; } = new(false, []);

    [Figure("–", "hash of the market's whole state at the end")]
    public required string StateHash { get; init; }

    [Figure("events", "that happened")]
    public required long Events { get; init; }

    [Figure("s", "from start to result", IsOfWallClock = true)]
    public required double WallSeconds { get; init; }

    [Figure("orders/s", "placed a second of that", IsOfWallClock = true)]
    public required double OrdersPerWallSecond { get; init; }

    [Figure("bytes", "most memory that the process held", IsOfWallClock = true)]
    public required long PeakRssBytes { get; init; }

    [Figure("–", "processor, system and runtime", IsOfWallClock = true)]
    public string Machine { get; init; } = "";
#pragma warning restore CS1591
}
