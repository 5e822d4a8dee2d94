namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>What stores earned in the measured weeks, who left and why (rules GRW-3, STO-5).</summary>
public sealed record SellerResults(
    IReadOnlyList<ProfitClass> Profits,
    [Figure("share", "of stores that rose to a higher class from the first half to the second")]
    double RoseShare,
    [Figure("share", "of stores that fell to a lower one")] double FellShare,
    LifeStages Stages,
    ExitCounts Exits,
    UnsoldGoods Unsold,
    [Figure("–", "mean level of price of open stores at the end, 1 without accounts")] double PriceLevel,
    [Figure("yuan", "of the annual fee that fell due, less what came back")] decimal AnnualFeesYuan,
    [Figure("yuan", "of the annual fee that came back")] decimal FeesBackYuan,
    [Figure("yuan", "spent on promotion")] decimal PromotionYuan,
    [Figure("yuan", "that stores owed the platform when they closed")] decimal UnpaidYuan);

/// <summary>What stores of a class earn, at the pace of their measured weeks.</summary>
public sealed record ProfitClass(
    [Figure("–", "all, or yuan a year: below-100-thousand, to-1-million or above-1-million")] string Class,
    [Figure("stores", "open at the end, with four measured weeks at least")] long Stores,
    [Figure("yuan/week", "half of them earn less")] double MedianYuan,
    [Figure("yuan/week", "a tenth of them earn less")] double P10Yuan,
    [Figure("yuan/week", "a tenth of them earn more")] double P90Yuan,
    [Figure("share", "of them that lose")] double LosingShare);

/// <summary>Open stores by how old they are at the end.</summary>
public sealed record LifeStages(
    [Figure("stores", "open for less than 90 days")] long Baby,
    [Figure("stores", "for less than two years")] long Young,
    [Figure("stores", "for longer")] long Established);

/// <summary>Why stores closed.</summary>
public sealed record ExitCounts(
    [Figure("stores", "for reasons of their own")] long ByChance,
    [Figure("stores", "that earned too little for too long")] long ForProfit,
    [Figure("stores", "without money")] long ForCash);

/// <summary>Goods that nobody wanted at the end.</summary>
public sealed record UnsoldGoods(
    [Figure("share", "of all units that open stores ever bought")] double Share,
    [Figure("yuan", "written off")] decimal WrittenOffYuan,
    [Figure("stores", "open, with more than a tenth of what they bought unsold")] long StoresAboveTenth,
    [Figure("share", "of these that lose")] double LosingAboveTenth,
    [Figure("share", "of the others that lose")] double LosingBelowTenth);
