namespace FlashSale.Simulator;

/// <summary>
/// Where the classifier of a season is sure enough: reckoned from the scores that it expects, or given (rule
/// LST-2).
/// </summary>
public sealed record ThresholdHabits
{
    /// <summary>The share of publications that no reviewer looks at (S0: 99 %).</summary>
    public double MachineShare { get; init; } = 0.99;

    /// <summary>The share of sound listings that the classifier may refuse by itself (assumed).</summary>
    public double RefusesSound { get; init; } = 0.000_3;

    /// <summary>
    /// The share of publications that the platform takes for bad (assumed; fitted to what comes out of a
    /// season of 600 stores, so that the share above does).
    /// </summary>
    public double ExpectedBad { get; init; } = 0.08;

    /// <summary>The score below which a listing is accepted; null if it is reckoned.</summary>
    public double? AcceptBelow { get; init; }

    /// <summary>The score from which one is refused; null if it is reckoned.</summary>
    public double? RefuseFrom { get; init; }

    internal static ThresholdHabits Read(Block block)
    {
        var usual = new ThresholdHabits();
        var score = new NumberRange(-10, 10);
        var habits = new ThresholdHabits
        {
            MachineShare = block.Number("machineShare", usual.MachineShare, new(0.5, 0.999_999)),
            RefusesSound = block.Number("refusesSound", usual.RefusesSound, new(0.000_001, 0.5)),
            ExpectedBad = block.Share("expectedBad", usual.ExpectedBad),
            AcceptBelow = block.OptionalNumber("acceptBelow", score),
            RefuseFrom = block.OptionalNumber("refuseFrom", score),
        };
        if (habits.AcceptBelow is not null && (habits.MachineShare, habits.ExpectedBad)
            != (usual.MachineShare, usual.ExpectedBad))
        {
            block.Refuse("acceptBelow", "machineShare and expectedBad change nothing beside it",
                "it, or what it is reckoned from");
        }

        if (habits.RefuseFrom is not null && habits.RefusesSound != usual.RefusesSound)
        {
            block.Refuse("refuseFrom", "refusesSound changes nothing beside it",
                "it, or what it is reckoned from");
        }

        if (habits.AcceptBelow > (habits.RefuseFrom ?? score.To))
        {
            block.Refuse("acceptBelow", "it is above refuseFrom", "at most refuseFrom");
        }

        return habits;
    }
}
