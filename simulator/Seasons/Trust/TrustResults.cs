namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>How far buyers trust the markets, and what that costs (rule DEM-9).</summary>
public sealed record TrustResults(
    IReadOnlyList<MarketTrust> Markets,
    IReadOnlyList<RegionTrust> Regions,
    [Figure("buyers", "who left a market")] long BuyersLeft,
    [Figure("buyers", "who came back to it")] long BuyersBack,
    [Figure("buyers", "away from a market at the end")] long BuyersAway,
    [Figure("share", "of the visits that would have been without any harm, on average, that were not")]
    double VisitsLostShare,
    [Figure("orders", "that came late")] long LateOrders,
    [Figure("orders", "whose refund was refused")] long RefundsRefused,
    [Figure("orders", "whose goods were taken for a fake")] long TakenForFakes,
    [Figure("orders", "that ended well")] long GoodOrders,
    [Figure("ratio", "orders in the four weeks after a bad one, against the usual ones")]
    double? OrdersAfterBad,
    [Figure("ratio", "after a good one")] double? OrdersAfterGood);

/// <summary>How far all buyers trust a market.</summary>
public sealed record MarketTrust(
    [Figure("–", "consumer or brand")] string Market,
    [Figure("–", "mean trust at the start, from 0 to 1")] double Start,
    [Figure("–", "of the measured weeks the lowest")] double Lowest,
    [Figure("–", "of the last week")] double End);

/// <summary>How far the buyers of a region trust the markets, and what their mood is.</summary>
public sealed record RegionTrust(
    [Figure("–", "its name")] string Region,
    [Figure("–", "mean trust in the consumer market, last week")] double Consumer,
    [Figure("–", "in the brand market")] double Brand,
    [Figure("–", "lowest mood of the measured days; 1 is the usual one")] double LowestMood,
    [Figure("days", "from then until nine tenths of the fall had come back; none if they had not")]
    int? DaysToRecovery);
