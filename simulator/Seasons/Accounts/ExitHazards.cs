namespace FlashSale.Simulator;

/// <summary>How likely a store closes in a week (rule GRW-3; MODELS M16: assumed).</summary>
public sealed record ExitHazards
{
    /// <summary>Whatever it earns.</summary>
    public double Base { get; init; } = 0.002;

    /// <summary>More where it has earned too little for too long.</summary>
    public double Poor { get; init; } = 0.03;

    /// <summary>
    /// So little is too little: the mean profit of a week, in yuan. Who loses leaves; who earns something
    /// stays, as small stores do that are said to earn a few hundred a month (L22).
    /// </summary>
    public double PoorYuan { get; init; }

    /// <summary>Over how many weeks; of a younger store as many as there were.</summary>
    public int PoorWeeks { get; init; } = 12;

    /// <summary>So many whole weeks a store has before it judges itself (assumed).</summary>
    public int JudgedAfterWeeks { get; init; } = 4;

    /// <summary>More where the seller owes more than there is.</summary>
    public double Broke { get; init; } = 0.20;

    internal static ExitHazards Read(Block block)
    {
        var usual = new ExitHazards();
        var hazards = new ExitHazards
        {
            Base = block.Share("base", usual.Base),
            Poor = block.Share("poor", usual.Poor),
            PoorYuan = block.Number("poorYuan", usual.PoorYuan, new(-1_000_000, 1_000_000)),
            PoorWeeks = (int)block.Count("poorWeeks", usual.PoorWeeks, 1, WeekProfits.WeeksMax),
            JudgedAfterWeeks =
                (int)block.Count("judgedAfterWeeks", usual.JudgedAfterWeeks, 1, 1_000),
            Broke = block.Share("broke", usual.Broke),
        };
        if (hazards.Base + hazards.Poor + hazards.Broke > 1)
        {
            block.RefuseWhole("the three chances sum to more than 1", "at most 1");
        }

        return hazards;
    }

    /// <summary>Why a store closes this week; null if it stays.</summary>
    /// <param name="chance">A number between 0 and 1 that chance gives.</param>
    /// <param name="isPoor">Whether it has earned too little.</param>
    /// <param name="isBroke">Whether the seller owes more than there is.</param>
    internal ExitReason? ReasonAt(double chance, bool isPoor, bool isBroke) =>
        chance < Base ? ExitReason.Chance
        : isPoor && chance < Base + Poor ? ExitReason.Profit
        : isBroke && chance < Base + (isPoor ? Poor : 0) + Broke ? ExitReason.Cash
        : null;
}

/// <summary>Why a store closes.</summary>
internal enum ExitReason
{
    /// <summary>For reasons of its own.</summary>
    Chance = 1,

    /// <summary>It has earned too little for too long.</summary>
    Profit,

    /// <summary>Its seller has no money left.</summary>
    Cash,
}
