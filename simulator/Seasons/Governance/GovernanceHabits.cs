namespace FlashSale.Simulator;

/// <summary>
/// How sellers take changes of the rules, and what the platform does about it (rules GOV-2 to GOV-6).
/// </summary>
/// <remarks>Every number is assumed unless it says otherwise; see docs/reference/season.md.</remarks>
public sealed record GovernanceHabits
{
    /// <summary>A fall of profit that nobody minds (assumed).</summary>
    public double LossIgnored { get; init; } = 0.1;

    /// <summary>Standard errors of chance that a seller does not take for a loss (assumed: none).</summary>
    public double ChanceErrors { get; init; }

    /// <summary>How much worse it is without notice (assumed).</summary>
    public double NoNoticeWeight { get; init; } = 0.5;

    /// <summary>How much worse a punishment without evidence is (assumed).</summary>
    public double NoEvidenceWeight { get; init; } = 0.5;

    /// <summary>How much worse it is when nobody was asked (assumed).</summary>
    public double NoConsultationWeight { get; init; } = 0.3;

    /// <summary>How much worse it is when the markets are treated differently (assumed).</summary>
    public double UnequalMarketsWeight { get; init; } = 0.3;

    /// <summary>How much worse each further change of the last thirty days makes it (assumed).</summary>
    public double ManyChangesWeight { get; init; } = 0.05;

    /// <summary>Notice that is enough (assumed).</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromDays(14);

    /// <summary>What is left of a grievance with that notice (assumed).</summary>
    public double NoticedFactor { get; init; } = 0.3;

    /// <summary>What is left of it after a vote (assumed).</summary>
    public double VotedFactor { get; init; } = 0.9;

    /// <summary>In which time a grievance halves (assumed).</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(10);

    /// <summary>A store's profit before commission, as a share of its sales, where no account is kept
    /// (assumed).</summary>
    public double Margin { get; init; } = 0.15;

    /// <summary>What a year's deposit costs a seller, as a share of it (assumed).</summary>
    public double CostOfCapital { get; init; } = 0.1;

    /// <summary>Who protests, and how.</summary>
    public ProtestHabits Protest { get; init; } = new();

    /// <summary>What the platform answers.</summary>
    public PlatformAnswer Answer { get; init; } = new();

    /// <summary>What work on rules costs the platform.</summary>
    public CostHabits Costs { get; init; } = new();

    /// <summary>What sellers earn by each way of selling.</summary>
    public MechanismHabits Mechanism { get; init; } = new();

    internal static GovernanceHabits Read(Block block)
    {
        var usual = new GovernanceHabits();
        var weight = new NumberRange(0, 10);
        return new GovernanceHabits
        {
            LossIgnored = block.Share("lossIgnored", usual.LossIgnored),
            ChanceErrors = block.Number("chanceErrors", usual.ChanceErrors, weight),
            NoNoticeWeight = block.Number("noNoticeWeight", usual.NoNoticeWeight, weight),
            NoEvidenceWeight = block.Number("noEvidenceWeight", usual.NoEvidenceWeight, weight),
            NoConsultationWeight = block.Number("noConsultationWeight", usual.NoConsultationWeight, weight),
            UnequalMarketsWeight = block.Number("unequalMarketsWeight", usual.UnequalMarketsWeight, weight),
            ManyChangesWeight = block.Number("manyChangesWeight", usual.ManyChangesWeight, weight),
            Notice = block.Length("notice", usual.Notice, TimeSpan.Zero, TimeSpan.FromDays(366)),
            NoticedFactor = block.Share("noticedFactor", usual.NoticedFactor),
            VotedFactor = block.Share("votedFactor", usual.VotedFactor),
            HalfLife = block.Length(
                "halfLife", usual.HalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(366)),
            Margin = block.Number("margin", usual.Margin, new(0.001, 1)),
            CostOfCapital = block.Share("costOfCapital", usual.CostOfCapital),
            Protest = block.Section("protest", usual.Protest, ProtestHabits.Read),
            Answer = block.Section("answer", usual.Answer, PlatformAnswer.Read),
            Costs = block.Section("costs", usual.Costs, CostHabits.Read),
            Mechanism = block.Section("mechanism", usual.Mechanism, MechanismHabits.Read),
        };
    }
}
