namespace FlashSale.Simulator;

/// <summary>What the platform does about a protest, some days after it began (rule GOV-3).</summary>
public sealed record PlatformAnswer
{
    /// <summary>How long after the beginning (2011: 7 days, 2013: 3 days).</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What it does; nothing is no answer.</summary>
    public IReadOnlyList<AnswerMeasure> Measures { get; init; } = [];

    /// <summary>For how long the change is put off (2011: nine months).</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromDays(270);

    /// <summary>The evidence that penalties need after «appeals», 0 to 1 (assumed).</summary>
    public double Evidence { get; init; } = 0.6;

    /// <summary>How long sellers may appeal after «appeals» (S0: 67 days in 2013).</summary>
    public TimeSpan Appeals { get; init; } = TimeSpan.FromDays(67);

    /// <summary>What is left of a grievance when the platform explains itself (assumed).</summary>
    public double ExplainedFactor { get; init; } = 0.85;

    /// <summary>What is left of it at each concession (assumed).</summary>
    public double ConcededFactor { get; init; } = 0.5;

    internal static PlatformAnswer Read(Block block)
    {
        var usual = new PlatformAnswer();
        var longest = TimeSpan.FromDays(1_000);
        return new PlatformAnswer
        {
            After = block.Length("after", usual.After, TimeSpan.Zero, longest),
            Measures = block.List("measures", usual.Measures, itemsMax: 5, (node, where) =>
                block.ChoiceOf<AnswerMeasure>(node, where) ?? AnswerMeasure.Explain),
            Delay = block.Length("delay", usual.Delay, TimeSpan.FromDays(1), longest),
            Evidence = block.Number("evidence", usual.Evidence, new(0.01, 1)),
            Appeals = block.Length("appeals", usual.Appeals, TimeSpan.FromDays(1), longest),
            ExplainedFactor = block.Share("explainedFactor", usual.ExplainedFactor),
            ConcededFactor = block.Share("concededFactor", usual.ConcededFactor),
        };
    }
}

/// <summary>One thing that the platform does about a protest; all but explaining are concessions.</summary>
public enum AnswerMeasure
{
    /// <summary>It says why.</summary>
    Explain = 1,

    /// <summary>Penalties need evidence, and sellers have long to appeal (TRU-8).</summary>
    Appeals,

    /// <summary>The changes are put off; what has begun is taken back until then.</summary>
    Delay,

    /// <summary>Deposits rise by half of what was meant (STO-3).</summary>
    HalfDeposit,
}
