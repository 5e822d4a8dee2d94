namespace FlashSale.Simulator;

/// <summary>What a study says that every search of it goes by.</summary>
/// <param name="Confidence">Of its answer.</param>
/// <param name="Seeds">How many seeds the search has; of a race those of its first round.</param>
internal sealed record SearchTerms(double Confidence, int Seeds)
{
    /// <summary>The most seeds of anything that is searched.</summary>
    public const int SeedsMax = 10_000;

    private const int FreshSeedsUsual = 20;
    private const int SeedsMin = 2;

    /// <summary>The terms of a study.</summary>
    public static SearchTerms Of(Study study) => new(study.Confidence, study.Seeds.Count);

    /// <summary>Reads «confirm»: how many fresh seeds judge what was found.</summary>
    public static int FreshSeeds(Block block) => block.Section("confirm", FreshSeedsUsual, inner =>
        (int)inner.Count("seeds", null, SeedsMin, SeedsMax));

    /// <summary>Notes a problem if there are too few seeds for an interval.</summary>
    public void CheckSeeds(Block block)
    {
        if (Seeds < SeedsMin)
        {
            block.RefuseWhole("one seed has no interval to search by", "seeds: 2 or more");
        }
    }
}
