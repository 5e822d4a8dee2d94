namespace FlashSale.Simulator;

/// <summary>
/// How dishonest sellers cheat in search, and how they are found out: the section «choice.frauds» (rule
/// SRC-2; MODELS M8, every number assumed).
/// </summary>
public sealed record FraudHabits
{
    /// <summary>The share of stores of opportunists that cheat in search.</summary>
    public double OpportunistShare { get; init; } = 0.5;

    /// <summary>The share of stores of professional cheats that do.</summary>
    public double ProfessionalShare { get; init; } = 1;

    /// <summary>How many copies of its first listing a store puts up that duplicates goods.</summary>
    public int Copies { get; init; } = 3;

    /// <summary>How many words that buyers like a store puts into its titles.</summary>
    public int Keywords { get; init; } = 3;

    /// <summary>What goods seem to be worth beyond what they are, by pictures that lie.</summary>
    public double PicturesWorth { get; init; } = 0.8;

    /// <summary>The share of these goods that goes back because of it.</summary>
    public double PicturesReturnShare { get; init; } = 0.2;

    /// <summary>Within how many days after delivery.</summary>
    public double PicturesReturnDays { get; init; } = 3;

    /// <summary>What buyers think less of goods that stand where they do not belong.</summary>
    public double MisplacedLoss { get; init; } = 1;

    /// <summary>The chance of a store that cheats to be found out on a day.</summary>
    public double FoundPerDay { get; init; } = 0.05;

    /// <summary>For how many days its listings come behind page 3, and are not found at all if it is
    /// found out again (S0: 30).</summary>
    public int PenaltyDays { get; init; } = 30;

    internal static FraudHabits Read(Block block)
    {
        var usual = new FraudHabits();
        return new FraudHabits
        {
            OpportunistShare = block.Share("opportunistShare", usual.OpportunistShare),
            ProfessionalShare = block.Share("professionalShare", usual.ProfessionalShare),
            Copies = (int)block.Count("copies", usual.Copies, 1, 99),
            Keywords = (int)block.Count("keywords", usual.Keywords, 1, 10),
            PicturesWorth = block.Number("picturesWorth", usual.PicturesWorth, new(0, 10)),
            PicturesReturnShare = block.Share("picturesReturnShare", usual.PicturesReturnShare),
            PicturesReturnDays = block.Number("picturesReturnDays", usual.PicturesReturnDays, new(0, 30)),
            MisplacedLoss = block.Number("misplacedLoss", usual.MisplacedLoss, new(0, 10)),
            FoundPerDay = block.Share("foundPerDay", usual.FoundPerDay),
            PenaltyDays = (int)block.Count("penaltyDays", usual.PenaltyDays, 1, 365),
        };
    }
}
