namespace FlashSale.Simulator;

/// <summary>What work on rules costs the platform (rule GOV-2); all numbers are assumed.</summary>
public sealed record CostHabits
{
    /// <summary>A day of the platform's staff, in yuan (assumed).</summary>
    public double StaffDayYuan { get; init; } = 1_000;

    /// <summary>Asking sellers about a change, in yuan (assumed).</summary>
    public double ConsultationYuan { get; init; } = 50_000;

    /// <summary>A vote on it, in yuan (assumed).</summary>
    public double VoteYuan { get; init; } = 20_000;

    /// <summary>A week of carrying out one rule that can punish, in yuan (assumed).</summary>
    public double RuleWeekYuan { get; init; } = 2_000;

    internal static CostHabits Read(Block block)
    {
        var usual = new CostHabits();
        var yuan = new NumberRange(0, 1e9);
        return new CostHabits
        {
            StaffDayYuan = block.Number("staffDayYuan", usual.StaffDayYuan, yuan),
            ConsultationYuan = block.Number("consultationYuan", usual.ConsultationYuan, yuan),
            VoteYuan = block.Number("voteYuan", usual.VoteYuan, yuan),
            RuleWeekYuan = block.Number("ruleWeekYuan", usual.RuleWeekYuan, yuan),
        };
    }
}
