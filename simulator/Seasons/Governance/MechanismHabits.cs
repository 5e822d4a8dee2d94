namespace FlashSale.Simulator;

/// <summary>
/// What sellers earn by each way of selling, from which follows what a rule makes profitable (rule GOV-4).
/// </summary>
/// <remarks>All numbers are assumed; they are those of MODELS M1 and M3.</remarks>
public sealed record MechanismHabits
{
    /// <summary>What the seller of the example sells a week, in yuan (assumed).</summary>
    public double SalesAWeek { get; init; } = 1_000;

    /// <summary>The share of sales that fakes earn (assumed).</summary>
    public double FakeMargin { get; init; } = 0.55;

    /// <summary>Weeks of profit that a closed store loses (assumed).</summary>
    public double WeeksLost { get; init; } = 26;

    /// <summary>Weeks of sales that lie frozen and in stock when a store is closed (assumed).</summary>
    public double WeeksHeld { get; init; } = 2;

    /// <summary>The chance a week to be found, as cheats expect it without any news (assumed: 1 of 51).
    /// </summary>
    public double ExpectedDetection { get; init; } = 1.0 / 51;

    /// <summary>The chance a week that an honest store is punished by error (assumed).</summary>
    public double ErrorsAWeek { get; init; } = 0.0002;

    /// <summary>The share of a careless seller's listings that are fakes (assumed).</summary>
    public double CarelessShare { get; init; } = 0.02;

    /// <summary>How much more a seller loses who is barred under every name (assumed).</summary>
    public double BarredFactor { get; init; } = 4;

    /// <summary>What a professional pays to sell again under another identity, in yuan (assumed).</summary>
    public double IdentityYuan { get; init; } = 50;

    /// <summary>Weeks that it takes (assumed).</summary>
    public double WeeksToReturn { get; init; } = 2;

    /// <summary>A reward for a clean quarter, as a share of its sales (assumed).</summary>
    public double RewardShare { get; init; } = 0.02;

    internal static MechanismHabits Read(Block block)
    {
        var usual = new MechanismHabits();
        var weeks = new NumberRange(0, 1_000);
        return new MechanismHabits
        {
            SalesAWeek = block.Number("salesAWeek", usual.SalesAWeek, new(1, 1e9)),
            FakeMargin = block.Share("fakeMargin", usual.FakeMargin),
            WeeksLost = block.Number("weeksLost", usual.WeeksLost, weeks),
            WeeksHeld = block.Number("weeksHeld", usual.WeeksHeld, weeks),
            ExpectedDetection = block.Share("expectedDetection", usual.ExpectedDetection),
            ErrorsAWeek = block.Share("errorsAWeek", usual.ErrorsAWeek),
            CarelessShare = block.Share("carelessShare", usual.CarelessShare),
            BarredFactor = block.Number("barredFactor", usual.BarredFactor, new(1, 1_000)),
            IdentityYuan = block.Number("identityYuan", usual.IdentityYuan, new(0, 1e9)),
            WeeksToReturn = block.Number("weeksToReturn", usual.WeeksToReturn, weeks),
            RewardShare = block.Share("rewardShare", usual.RewardShare),
        };
    }
}
