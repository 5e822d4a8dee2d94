namespace FlashSale.Simulator;

/// <summary>
/// Who makes fakes, what leads to them, and what a raid takes (rules TRU-12, TRU-15; MODELS M3). All numbers
/// are assumed unless they say otherwise.
/// </summary>
public sealed record MakerHabits
{
    /// <summary>Makers for each 100 stores of the start; at least one.</summary>
    public double PerHundredStores { get; init; } = 1;

    /// <summary>How much each fake that is proven at one of its stores adds to the lead to a maker.</summary>
    public double LeadPerProof { get; init; } = 0.2;

    /// <summary>The evidence from which on a lead is filed with the authorities.</summary>
    public double FilesFrom { get; init; } = 0.6;

    /// <summary>The share of filed leads that end in an arrest (S1: 400 of 1,000).</summary>
    public double ArrestShare { get; init; } = 0.4;

    /// <summary>Days from a lead to its raid, at least.</summary>
    public int RaidFromDays { get; init; } = 30;

    /// <summary>Days from a lead to its raid, at most.</summary>
    public int RaidToDays { get; init; } = 120;

    /// <summary>Days for which a raided maker and its stock are gone.</summary>
    public int GoneDays { get; init; } = 60;

    /// <summary>Weeks of its stores' sales that a maker has in stock.</summary>
    public double StockWeeks { get; init; } = 1;

    /// <summary>The same in the three weeks before a festival.</summary>
    public double FestivalStockWeeks { get; init; } = 3;

    internal static MakerHabits Read(Block block)
    {
        const int daysMax = 1_000;
        var usual = new MakerHabits();
        var makers = new MakerHabits
        {
            PerHundredStores = block.Number("perHundredStores", usual.PerHundredStores, new(0.001, 100)),
            LeadPerProof = block.Share("leadPerProof", usual.LeadPerProof),
            FilesFrom = block.Number("filesFrom", usual.FilesFrom, new(0.001, 1)),
            ArrestShare = block.Share("arrestShare", usual.ArrestShare),
            RaidFromDays = (int)block.Count("raidFromDays", usual.RaidFromDays, 0, daysMax),
            RaidToDays = (int)block.Count("raidToDays", usual.RaidToDays, 0, daysMax),
            GoneDays = (int)block.Count("goneDays", usual.GoneDays, 1, daysMax),
            StockWeeks = block.Number("stockWeeks", usual.StockWeeks, new(0, 100)),
            FestivalStockWeeks = block.Number("festivalStockWeeks", usual.FestivalStockWeeks, new(0, 100)),
        };
        if (makers.RaidToDays < makers.RaidFromDays)
        {
            block.Refuse("raidToDays", "before raidFromDays", "not below raidFromDays");
        }

        return makers;
    }
}
