namespace FlashSale.Simulator;

/// <summary>
/// Counterfeits in a season: who sells them, who notices, what the platform sees and does (rules TRU-1 to
/// TRU-3, TRU-9, TRU-12, TRU-14, TRU-15; MODELS M3).
/// </summary>
public sealed record CounterfeitHabits
{
    private const int CleanUpsMax = 20;

    /// <summary>How sellers choose between genuine goods, fakes, and a brand of their own.</summary>
    public FakeSellerHabits Sellers { get; init; } = new();

    /// <summary>What buyers of fakes do.</summary>
    public FakeBuyerHabits Buyers { get; init; } = new();

    /// <summary>What can be seen of goods, and how it adds up to a risk.</summary>
    public SignHabits Signs { get; init; } = new();

    /// <summary>What the platform does against fakes.</summary>
    public EnforcementHabits Enforcement { get; init; } = new();

    /// <summary>Who makes fakes, and how makers are found.</summary>
    public MakerHabits Makers { get; init; } = new();

    /// <summary>Days on which the platform removes and punishes what it takes for fakes.</summary>
    public IReadOnlyList<CleanUp> CleanUps { get; init; } = [];

    internal static CounterfeitHabits Read(Block block)
    {
        var habits = new CounterfeitHabits
        {
            Sellers = block.Section("sellers", new(), FakeSellerHabits.Read),
            Buyers = block.Section("buyers", new(), FakeBuyerHabits.Read),
            Signs = block.Section("signs", new(), SignHabits.Read),
            Enforcement = block.Section("enforcement", new(), EnforcementHabits.Read),
            Makers = block.Section("makers", new(), MakerHabits.Read),
            CleanUps = block.Blocks("cleanUps", [], CleanUpsMax, CleanUp.Read),
        };
        if (habits.CleanUps.Count > 0)
        {
            block.NamesOnce("cleanUps", habits.CleanUps.Select(cleanUp => cleanUp.Day));
        }

        return habits;
    }
}
