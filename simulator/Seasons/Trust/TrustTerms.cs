namespace FlashSale.Simulator;

/// <summary>
/// The section `trust` of a season: how far buyers trust each market, and what changes that (rules DEM-9,
/// LOG-2, MODELS M11). Absent, nothing that happens to a buyer keeps any from coming.
/// </summary>
public sealed record TrustTerms
{
    /// <summary>Trust in the consumer market at the start (assumed).</summary>
    public double StartConsumer { get; init; } = 0.8;

    /// <summary>In the brand market (assumed).</summary>
    public double StartBrand { get; init; } = 0.9;

    /// <summary>What a fake costs that was noticed, in its market (assumed).</summary>
    public double FakeNoticed { get; init; } = 0.25;

    /// <summary>And in the other one (assumed).</summary>
    public double FakeElsewhere { get; init; } = 0.05;

    /// <summary>What a parcel costs that came later than promised (assumed).</summary>
    public double Late { get; init; } = 0.10;

    /// <summary>What a refund costs that was refused (assumed).</summary>
    public double RefundRefused { get; init; } = 0.15;

    /// <summary>What a good order brings back, up to the start (assumed).</summary>
    public double Good { get; init; } = 0.02;

    /// <summary>What a report of the regulator costs with all buyers, in both markets (assumed).</summary>
    public double Report { get; init; } = 0.05;

    /// <summary>The days of such reports, from the first day of the season.</summary>
    public IReadOnlyList<int> ReportDays { get; init; } = [];

    /// <summary>What of the gap to the start is forgotten in 30 days (assumed).</summary>
    public double ForgottenPerMonth { get; init; } = 0.10;

    /// <summary>
    /// What all buyers lose of their trust in the brand market on a day, times the share of its orders that
    /// went wrong (S0; size assumed).
    /// </summary>
    public double BrandSpread { get; init; } = 0.01;

    /// <summary>Below this a buyer leaves a market (assumed).</summary>
    public double LeavesBelow { get; init; } = 0.3;

    /// <summary>The share of those who come back (assumed).</summary>
    public double ComesBackShare { get; init; } = 0.5;

    /// <summary>After so many days (assumed).</summary>
    public int ComesBackAfterDays { get; init; } = 180;

    /// <summary>What a region's mood loses on a day on which all parcels due are late (assumed).</summary>
    public double MoodLate { get; init; } = 0.05;

    /// <summary>A share of late parcels that nobody minds (assumed).</summary>
    public double MoodUsualLate { get; init; } = 0.10;

    /// <summary>What of its gap a region's mood regains on a day (assumed).</summary>
    public double MoodRecovery { get; init; } = 0.05;

    /// <summary>Whether what happens moves trust; frozen is the other arm of what trust costs.</summary>
    public TrustEffect Effect { get; init; } = TrustEffect.Moves;

    internal static TrustTerms Read(Block block)
    {
        var usual = new TrustTerms();
        var trust = new TrustTerms
        {
            StartConsumer = block.Number("startConsumer", usual.StartConsumer, new(0.01, 1)),
            StartBrand = block.Number("startBrand", usual.StartBrand, new(0.01, 1)),
            FakeNoticed = block.Share("fakeNoticed", usual.FakeNoticed),
            FakeElsewhere = block.Share("fakeElsewhere", usual.FakeElsewhere),
            Late = block.Share("late", usual.Late),
            RefundRefused = block.Share("refundRefused", usual.RefundRefused),
            Good = block.Share("good", usual.Good),
            Report = block.Share("report", usual.Report),
            ReportDays = block.List("reportDays", usual.ReportDays, Limits.RegionsMax, (node, where) =>
                (int)(block.NumberOf(node, where, new(0, 10_000)) ?? 0)),
            ForgottenPerMonth = block.Number("forgottenPerMonth", usual.ForgottenPerMonth, new(0, 0.99)),
            BrandSpread = block.Share("brandSpread", usual.BrandSpread),
            LeavesBelow = block.Share("leavesBelow", usual.LeavesBelow),
            ComesBackShare = block.Share("comesBackShare", usual.ComesBackShare),
            ComesBackAfterDays =
                (int)block.Count("comesBackAfterDays", usual.ComesBackAfterDays, 1, 10_000),
            MoodLate = block.Share("moodLate", usual.MoodLate),
            MoodUsualLate = block.Share("moodUsualLate", usual.MoodUsualLate),
            MoodRecovery = block.Share("moodRecovery", usual.MoodRecovery),
            Effect = block.Choice<TrustEffect>("effect", usual.Effect),
        };
        if (trust.LeavesBelow > Math.Min(trust.StartConsumer, trust.StartBrand))
        {
            block.Refuse("leavesBelow", "all buyers would leave at once", "at most the trust at the start");
        }

        return trust;
    }

    /// <summary>Refuses reports that no day of the season has.</summary>
    internal void Check(Block block, SeasonTerms terms)
    {
        if (ReportDays.Any(day => day >= terms.DaysInAll))
        {
            block.RefuseInside("trust.reportDays", "the season is over then",
                FormattableString.Invariant($"days below {terms.DaysInAll}"));
        }
    }
}

/// <summary>Whether what happens to buyers moves their trust.</summary>
public enum TrustEffect
{
    /// <summary>It does.</summary>
    Moves = 1,

    /// <summary>Trust stays as it was at the start; what happens is counted all the same.</summary>
    Frozen,
}
