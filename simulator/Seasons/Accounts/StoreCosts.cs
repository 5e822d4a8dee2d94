namespace FlashSale.Simulator;

/// <summary>What a week of selling costs a store (rules GRW-3, STO-5).</summary>
public sealed record StoreCosts
{
    /// <summary>The price as a multiple of what the goods cost (S0: 2 to 3).</summary>
    public double MarkUp { get; init; } = 2.5;

    /// <summary>
    /// What a store spends on promotion, as a share of its sales less what goes back (S0: 10 to 15 %).
    /// </summary>
    public double PromotionShare { get; init; } = 0.125;

    /// <summary>
    /// Wages and rent of a week, in yuan (assumed; fitted: as many stores open as close where there are 3
    /// orders a store and day).
    /// </summary>
    public double FixedYuan { get; init; } = 75;

    /// <summary>Wages for each order, in yuan (assumed).</summary>
    public double PerOrderYuan { get; init; } = 3;

    /// <summary>Interest a day on what a seller owes (F: 0.05 % of a loan on integrity, FIN-1).</summary>
    public double InterestPerDay { get; init; } = 0.0005;

    /// <summary>
    /// What a store leaves in its account for goods that come back, as a share of the week's sales, before it
    /// pays the platform (assumed).
    /// </summary>
    public double KeptBackShare { get; init; } = 0.5;

    internal static StoreCosts Read(Block block)
    {
        var usual = new StoreCosts();
        return new StoreCosts
        {
            MarkUp = block.Number("markUp", usual.MarkUp, new(1, 100)),
            PromotionShare = block.Share("promotionShare", usual.PromotionShare),
            FixedYuan = block.Number("fixedYuan", usual.FixedYuan, new(0, 1_000_000)),
            PerOrderYuan = block.Number("perOrderYuan", usual.PerOrderYuan, new(0, 10_000)),
            InterestPerDay = block.Number("interestPerDay", usual.InterestPerDay, new(0, 0.1)),
            KeptBackShare = block.Number("keptBackShare", usual.KeptBackShare, new(0, 10)),
        };
    }
}
