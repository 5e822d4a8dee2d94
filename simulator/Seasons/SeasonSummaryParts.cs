namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>How old sellers are at the end of a season, as shares of those with an open store.</summary>
public sealed record SellerAges(
    [Figure("share", "of sellers for less than a year")] double UnderOneYear,
    [Figure("share", "for less than two years")] double UnderTwoYears,
    [Figure("share", "for less than three years")] double UnderThreeYears);

/// <summary>Stores by what they sell a year, at the pace of the measured days.</summary>
public sealed record StoreClass(
    [Figure("–", "below-100-thousand, to-1-million or above-1-million yuan a year")] string Class,
    [Figure("stores", "open at the end and for four weeks at least")] long Stores,
    [Figure("share", "of these stores")] double Share,
    [Figure("yuan", "paid to them")] decimal GmvYuan);

/// <summary>How unequally stores sell.</summary>
public sealed record SalesConcentration(
    [Figure("–", "Gini coefficient of GMV over stores: 0 is equal, 1 is all to one")] double Gini,
    [Figure("share", "of GMV of the top 1 % of stores")] double Top1PercentShare,
    [Figure("share", "of GMV of the top 10 % of stores")] double Top10PercentShare,
    [Figure("share", "of orders of the top 1 % of stores")] double Top1PercentOrders,
    [Figure("share", "of orders of the top 10 % of stores")] double Top10PercentOrders);

/// <summary>Sellers by what they are like, which no rule sees.</summary>
public sealed record SellerTypeCount(
    [Figure("–", "honest, careless, opportunist or professional: truth")] string Type,
    [Figure("sellers", "with an open store at the end")] long Sellers,
    [Figure("stores", "of theirs that are open")] long Stores,
    [Figure("yuan", "paid to them")] decimal GmvYuan);

/// <summary>A published figure beside what came out.</summary>
public sealed record SeasonCheck(
    [Figure("–", "what is compared")] string Name,
    [Figure("–", "of the two values")] string Unit,
    [Figure("–", "what was published")] double Published,
    [Figure("–", "what came out")] double Simulated,
    [Figure("–", "how far it may be off, as a difference")] double Within,
    [Figure("–", "fitted or predicted: whether a number of the model was chosen by it")] string Kind,
    [Figure("–", "where it was published, and how sure that is")] string Source,
    [Figure("–", "whether it is met")] bool IsMet)
{
    /// <summary>A value of it as people read it.</summary>
    internal string Text(double value) =>
        Unit == "share" ? Amounts.Percent(value) : Amounts.Number(value, 2);
}
