namespace FlashSale.Simulator;

/// <summary>
/// What the platform does against fakes each day at 04:00 (rules TRU-2, TRU-3, TRU-9; MODELS M3). All numbers
/// are assumed unless they say otherwise.
/// </summary>
public sealed record EnforcementHabits
{
    /// <summary>The risk from which on a listing is removed; above 1 none is.</summary>
    public double RemovesFrom { get; init; } = 0.9;

    /// <summary>Days in which a seller can prove that a removed listing is genuine.</summary>
    public int ProofDays { get; init; } = 7;

    /// <summary>The share of genuine removed listings whose sellers have papers.</summary>
    public double ProvesShare { get; init; } = 0.8;

    /// <summary>How often a reviewer with evidence is right.</summary>
    public double ReviewAccuracy { get; init; } = 0.95;

    /// <summary>How often a reviewer who has only complaints is right.</summary>
    public double BlindAccuracy { get; init; } = 0.75;

    /// <summary>
    /// Test purchases a year for each store (F: 100,000 a year for 8 million stores).
    /// </summary>
    public double TestsPerStoreYear { get; init; } = 0.0125;

    /// <summary>What a test purchase costs with its appraisal (F: 100 million for 100,000).</summary>
    public double TestYuan { get; init; } = 1_000;

    /// <summary>Days at the appraiser.</summary>
    public int AppraisalDays { get; init; } = 7;

    /// <summary>How often the appraiser is right.</summary>
    public double AppraisalAccuracy { get; init; } = 0.98;

    /// <summary>Days until the other stores of a guilty owner are inspected (IDN-4: two at most).</summary>
    public int InspectionDays { get; init; } = 1;

    /// <summary>How often an inspection is right about a listing.</summary>
    public double InspectionAccuracy { get; init; } = 0.95;

    /// <summary>Days that complaints wait for a test purchase before a reviewer decides on them.</summary>
    public int TestWaitDays { get; init; } = 14;

    /// <summary>Days in which evidence is collected where it comes before a penalty (TRU-8).</summary>
    public int EvidenceDays { get; init; } = 3;

    /// <summary>What a review costs, in yuan.</summary>
    public double ReviewYuan { get; init; } = 50;

    /// <summary>Purchases of a month that are drawn and appraised, whatever is suspected (TRU-9).</summary>
    public int SamplePerMonth { get; init; } = 1_000;

    internal static EnforcementHabits Read(Block block)
    {
        const int daysMax = 365;
        var usual = new EnforcementHabits();
        return new EnforcementHabits
        {
            RemovesFrom = block.Number("removesFrom", usual.RemovesFrom, new(0.001, 2)),
            ProofDays = (int)block.Count("proofDays", usual.ProofDays, 0, daysMax),
            ProvesShare = block.Share("provesShare", usual.ProvesShare),
            ReviewAccuracy = block.Share("reviewAccuracy", usual.ReviewAccuracy),
            BlindAccuracy = block.Share("blindAccuracy", usual.BlindAccuracy),
            TestsPerStoreYear = block.Number("testsPerStoreYear", usual.TestsPerStoreYear, new(0, 1_000)),
            TestYuan = block.Number("testYuan", usual.TestYuan, new(0, 1_000_000)),
            AppraisalDays = (int)block.Count("appraisalDays", usual.AppraisalDays, 0, daysMax),
            AppraisalAccuracy = block.Number("appraisalAccuracy", usual.AppraisalAccuracy, new(0.51, 1)),
            InspectionDays = (int)block.Count("inspectionDays", usual.InspectionDays, 0, 2),
            InspectionAccuracy = block.Share("inspectionAccuracy", usual.InspectionAccuracy),
            TestWaitDays = (int)block.Count("testWaitDays", usual.TestWaitDays, 0, daysMax),
            EvidenceDays = (int)block.Count("evidenceDays", usual.EvidenceDays, 0, daysMax),
            ReviewYuan = block.Number("reviewYuan", usual.ReviewYuan, new(0, 1_000_000)),
            SamplePerMonth = (int)block.Count("samplePerMonth", usual.SamplePerMonth, 0, 1_000_000),
        };
    }
}
