namespace FlashSale.Simulator;

/// <summary>
/// The section `accounts` of a season: what selling costs, and what sellers decide from week to week by what
/// it brings (rules GRW-3, STO-5, MODELS M16). Absent, stores neither earn nor lose, and close by chance.
/// </summary>
public sealed record AccountTerms
{
    /// <summary>What a week of selling costs.</summary>
    public StoreCosts Costs { get; init; } = new();

    /// <summary>What stores order, and what becomes of it when nobody wants it.</summary>
    public StockHabits Stock { get; init; } = new();

    /// <summary>How they price.</summary>
    public PriceTerms Prices { get; init; } = new();

    /// <summary>With how much they begin, and when they grow.</summary>
    public GrowthHabits Growth { get; init; } = new();

    /// <summary>How likely they close.</summary>
    public ExitHazards Exits { get; init; } = new();

    internal static AccountTerms Read(Block block)
    {
        var usual = new AccountTerms();
        return new AccountTerms
        {
            Costs = block.Section("costs", usual.Costs, StoreCosts.Read),
            Stock = block.Section("stock", usual.Stock, StockHabits.Read),
            Prices = block.Section("prices", usual.Prices, PriceTerms.Read),
            Growth = block.Section("growth", usual.Growth, GrowthHabits.Read),
            Exits = block.Section("exits", usual.Exits, ExitHazards.Read),
        };
    }

    /// <summary>Refuses what would change nothing beside this section, or without it.</summary>
    internal static void Check(Block block, SeasonScenario scenario)
    {
        if (scenario.Accounts is { } accounts)
        {
            if (!scenario.Sellers.StockWeeks.Equals(new SellerHabits().StockWeeks))
            {
                block.RefuseInside("sellers.stockWeeks", "it changes nothing: «accounts» plans the stock",
                    "accounts.stock.forecastWeeks");
            }

            accounts.Growth.Check(block, scenario.Season);
            return;
        }

        string[] moot =
        [
            "stores.annualFeeMax", "stores.feeHalfBackAtTimes", "stores.feeAllBackAtTimes",
            "stores.feeBackRatingMin",
        ];
        var settings = scenario.Policy.Concat(scenario.Changes.SelectMany(change => change.Policy));
        if (settings.FirstOrDefault(setting => moot.Contains(setting.Field)) is { } fee)
        {
            block.RefuseWhole($"{fee.Field} changes nothing: no annual fee is charged (STO-5)",
                "the section «accounts»");
        }
    }
}
