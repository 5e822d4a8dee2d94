using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>How buyers tell each other what they bought (rule DEM-6; MODELS M10, all assumed).</summary>
public sealed record WordOfMouthTerms
{
    /// <summary>How many buyers follow one, on average.</summary>
    public double Followers { get; init; } = 12;

    /// <summary>How unequal that is: the standard deviation of its logarithm.</summary>
    public double FollowersSpread { get; init; } = 1;

    /// <summary>The share of followers from anywhere; the others are neighbours.</summary>
    public double FarShare { get; init; } = 0.2;

    /// <summary>The concentration of a tie's weights over topics; the smaller, the fewer topics.</summary>
    public double TopicConcentration { get; init; } = 0.3;

    /// <summary>The chance that a tie of full weight passes on five stars.</summary>
    public double Chance { get; init; } = 0.02;

    /// <summary>How much stronger disappointment spreads.</summary>
    public double DisappointedFactor { get; init; } = 2;

    /// <summary>Within how many days those who heard of it come.</summary>
    public double ComeWithinDays { get; init; } = 3;

    /// <summary>Goods given to those whom most follow; null where none are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SeedingTerms? Seeding { get; init; }

    internal static WordOfMouthTerms Read(Block block)
    {
        var usual = new WordOfMouthTerms();
        return new WordOfMouthTerms
        {
            Followers = block.Number("followers", usual.Followers, new(0.1, 500)),
            FollowersSpread = block.Number("followersSpread", usual.FollowersSpread, new(0, 3)),
            FarShare = block.Share("farShare", usual.FarShare),
            TopicConcentration = block.Number("topicConcentration", usual.TopicConcentration, new(0.05, 10)),
            Chance = block.Share("chance", usual.Chance),
            DisappointedFactor = block.Number("disappointedFactor", usual.DisappointedFactor, new(0, 20)),
            ComeWithinDays = block.Number("comeWithinDays", usual.ComeWithinDays, new(0.01, 60)),
            Seeding = block.Section<SeedingTerms?>("seeding", null, SeedingTerms.Read),
        };
    }
}
