namespace FlashSale.Simulator;

/// <summary>
/// How a change of the rules is made, beside its numbers: what sellers judge it by (rules GOV-1, GOV-3,
/// GOV-6).
/// </summary>
public sealed record ChangeTerms
{
    /// <summary>
    /// When it is announced, counted as the change itself: from then on its steps are planned in the market;
    /// null is when it takes effect.
    /// </summary>
    public TimeSpan? Announced { get; init; }

    /// <summary>Whether sellers were asked before.</summary>
    public bool Consulted { get; init; }

    /// <summary>Whether they could vote on it; whoever loses a vote bears it more easily.</summary>
    public bool Voted { get; init; }

    /// <summary>The evidence that a penalty needs from then on, 0 to 1; 0 needs none (TRU-8).</summary>
    public double Evidence { get; init; }

    /// <summary>How long a seller may appeal from then on; null leaves it (TRU-8).</summary>
    public TimeSpan? Appeals { get; init; }

    /// <summary>The share of their losses that the platform pays to those who are hit.</summary>
    public double Compensation { get; init; }

    /// <summary>Who is meant: only they can feel hurt by it.</summary>
    public ChangeScope Scope { get; init; } = ChangeScope.All;

    /// <summary>Whether it treats the stores of both markets alike.</summary>
    public bool EqualForBothMarkets { get; init; } = true;

    /// <summary>Days that the platform's staff works on it before (assumed).</summary>
    public int DesignDays { get; init; } = 60;

    /// <summary>How well the rule meets what it is against, 0 to 1 (assumed).</summary>
    public double Soundness { get; init; } = 0.7;

    /// <summary>How much of what it is against it covers, 0 to 1 (assumed).</summary>
    public double Coverage { get; init; } = 0.7;

    /// <summary>How easily it is carried out, 0 to 1 (assumed).</summary>
    public double Ease { get; init; } = 0.7;

    /// <summary>How good those are who carry it out, 0 to 1 (assumed).</summary>
    public double StaffQuality { get; init; } = 0.7;

    /// <summary>For whom it is a loss that no number of the policy says.</summary>
    public IReadOnlyList<ChangeHit> Hits { get; init; } = [];

    /// <summary>The policy with what these terms ask of penalties.</summary>
    internal Policy Apply(Policy policy)
    {
        const int whole = 10_000;
        return policy with
        {
            Trust = policy.Trust with
            {
                EvidenceBasisPointsMin = Evidence > 0
                    ? (int)Math.Round(Evidence * whole) : policy.Trust.EvidenceBasisPointsMin,
                AppealWithin = Appeals ?? policy.Trust.AppealWithin,
            },
        };
    }

    /// <summary>Reads the terms of a change that may be announced between two times.</summary>
    internal static ChangeTerms Read(Block block, TimeSpan earliest, TimeSpan latest)
    {
        var usual = new ChangeTerms();
        return new ChangeTerms
        {
            Announced = block.OptionalLength("announced", earliest, latest),
            Consulted = block.Flag("consulted", false),
            Voted = block.Flag("voted", false),
            Evidence = block.Share("evidence", 0),
            Appeals = block.OptionalLength("appeals", TimeSpan.Zero, TimeSpan.FromDays(366)),
            Compensation = block.Share("compensation", 0),
            Scope = block.Choice<ChangeScope>("scope", ChangeScope.All),
            EqualForBothMarkets = block.Flag("equalForBothMarkets", true),
            DesignDays = (int)block.Count("designDays", usual.DesignDays, 0, 10_000),
            Soundness = block.Share("soundness", usual.Soundness),
            Coverage = block.Share("coverage", usual.Coverage),
            Ease = block.Share("ease", usual.Ease),
            StaffQuality = block.Share("staffQuality", usual.StaffQuality),
            Hits = block.Blocks("hits", [], itemsMax: 10, ChangeHit.Read),
        };
    }
}
