namespace FlashSale.Simulator;

/// <summary>
/// How stores price: each has one level of price, 1 where a season without accounts has it.
/// </summary>
public sealed record PriceTerms
{
    /// <summary>
    /// How much cheaper a young store is until it has a diamond (L7: new stores cut prices).
    /// </summary>
    public double YoungDiscount { get; init; } = 0.08;

    /// <summary>For how many days a store is young (S0: two years).</summary>
    public int YoungDays { get; init; } = 730;

    /// <summary>
    /// How far a store moves its prices in a week in which its stock lasts too long, or not long enough
    /// (assumed).
    /// </summary>
    public double Step { get; init; } = 0.02;

    /// <summary>Stock lasts too long that lasts for so many times the forecast weeks (assumed).</summary>
    public double LastsTooLong { get; init; } = 2;

    /// <summary>And not long enough below so many times (assumed).</summary>
    public double LastsTooShort { get; init; } = 0.5;

    /// <summary>The lowest price, as a multiple of what the goods cost (assumed).</summary>
    public double LowestMarkUp { get; init; } = 1.1;

    /// <summary>The highest price, as a multiple of the usual one (assumed).</summary>
    public double Highest { get; init; } = 1.2;

    /// <summary>By what a store prices.</summary>
    public PriceRule Rule { get; init; } = PriceRule.OwnStock;

    internal static PriceTerms Read(Block block)
    {
        var usual = new PriceTerms();
        return new PriceTerms
        {
            YoungDiscount = block.Number("youngDiscount", usual.YoungDiscount, new(0, 0.9)),
            YoungDays = (int)block.Count("youngDays", usual.YoungDays, 0, 10_000),
            Step = block.Number("step", usual.Step, new(0, 0.5)),
            LastsTooLong = block.Number("lastsTooLong", usual.LastsTooLong, new(1, 100)),
            LastsTooShort = block.Number("lastsTooShort", usual.LastsTooShort, new(0, 1)),
            LowestMarkUp = block.Number("lowestMarkUp", usual.LowestMarkUp, new(0.1, 100)),
            Highest = block.Number("highest", usual.Highest, new(1, 10)),
            Rule = block.Choice<PriceRule>("rule", usual.Rule),
        };
    }
}

/// <summary>By what stores price.</summary>
public enum PriceRule
{
    /// <summary>By margin and by how long their stock lasts.</summary>
    OwnStock = 1,

    /// <summary>And never above the lowest of five neighbours in the category.</summary>
    PriceWar,
}
