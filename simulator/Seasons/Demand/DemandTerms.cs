using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// What moves the demand of a season beside chance: the section «demand» (rules DEM-2, DEM-5, DEM-6, DEM-7).
/// </summary>
/// <remarks>Every number is assumed (MODELS M10) but where a comment says otherwise.</remarks>
public sealed record DemandTerms
{
    /// <summary>
    /// A category is visited with its price index to the power of minus this; within it buyers choose by the
    /// elasticity of the category.
    /// </summary>
    public double CategoryElasticity { get; init; } = 0.5;

    /// <summary>What stores do with their prices on a festival.</summary>
    public DiscountHabits Discounts { get; init; } = new();

    /// <summary>How buyers wait for a festival, and stay away after it.</summary>
    public WaitingHabits Waiting { get; init; } = new();

    /// <summary>How buyers and stores draw each other; null where their numbers do not grow.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NetworkTerms? Network { get; init; }

    /// <summary>How buyers tell each other; null where they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WordOfMouthTerms? WordOfMouth { get; init; }

    /// <summary>Shocks of demand for a category or one listing.</summary>
    public IReadOnlyList<DemandBurst> Bursts { get; init; } = [];

    internal static DemandTerms Read(Block block) => new()
    {
        CategoryElasticity = block.Number(
            "categoryElasticity", new DemandTerms().CategoryElasticity, new(0, 5)),
        Discounts = block.Section("discounts", new(), DiscountHabits.Read),
        Waiting = block.Section("waiting", new(), WaitingHabits.Read),
        Network = block.Section<NetworkTerms?>("network", null, NetworkTerms.Read),
        WordOfMouth = block.Section<WordOfMouthTerms?>("wordOfMouth", null, WordOfMouthTerms.Read),
        Bursts = block.Blocks("bursts", [], BurstsMax, DemandBurst.Read),
    };

    /// <summary>Refuses what the season has no use for.</summary>
    internal static void Check(Block block, SeasonScenario scenario)
    {
        if (scenario.Demand is not { } demand)
        {
            return;
        }

        if (scenario.Choice is null)
        {
            block.Refuse(
                "demand", "prices move nobody who does not choose", "«demand» together with «choice»");
        }

        var isOfFestivals = demand.Network is null && demand.WordOfMouth is null && demand.Bursts.Count == 0;
        if (scenario.Festivals.Count == 0 && (isOfFestivals || demand.Discounts != new DiscountHabits()
            || demand.Waiting != new WaitingHabits()))
        {
            block.Refuse("demand", "discounts and waiting change nothing without festivals",
                "a festival; or network, wordOfMouth or bursts alone");
        }

        if (demand.WordOfMouth?.Seeding is { } seeding && seeding.Day >= scenario.Season.DaysInAll)
        {
            block.RefuseInside("demand.wordOfMouth", "nothing is given away after the season", "within it");
        }

        if (demand.Bursts.Count > 0)
        {
            block.NamesOnce("demand", demand.Bursts.Select(burst => burst.Name));
            if (demand.Bursts.FirstOrDefault(one => one.StartsAt.TotalDays >= scenario.Season.DaysInAll)
                is { } late)
            {
                block.RefuseInside("demand.bursts", $"{late.Name} begins after the season", "within it");
            }
        }
    }

    private const int BurstsMax = 100;
}
