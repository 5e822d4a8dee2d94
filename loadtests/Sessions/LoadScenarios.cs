using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>
/// A load test that is shipped: its load, its gates and its market are in the scenario file.
/// </summary>
/// <param name="Name">Its name, and that of the scenario file.</param>
/// <param name="For">What it is for.</param>
/// <param name="Visits">What an arrival does.</param>
internal sealed record LoadScenario(
    string Name, string For, Func<ILoadMarket, OrderPlan, ulong, IVisits> Visits)
{
    /// <summary>Whether buyers complain: a market takes no complaints by itself.</summary>
    public bool HasComplaints { get; init; }
}

/// <summary>All of them.</summary>
internal static class LoadScenarios
{
    /// <summary>The canonical one.</summary>
    public const string Usual = "midnight-rush";

    /// <summary>The one in which a silo dies.</summary>
    public const string SiloKill = "chaos-silo-kill";

    private const int LooksBeforeBuying = 5; // assumed

    /// <summary>All, the canonical one first.</summary>
    public static IReadOnlyList<LoadScenario> All { get; } =
    [
        new(Usual, "the first minutes of a festival: checkouts, payments, and some orders to their rating",
            (market, orders, seed) => new FestivalVisits(market, orders, seed)),
        new("hot-listing", "one buyer in two wants the same listing", Buying),
        new("browse-and-buy", "buyers look at five listings, fill a cart, check out and pay",
            (market, orders, _) => new OrderVisits(market, orders, OrderMix.CartAndBuy, LooksBeforeBuying)),
        new("payday", "orders live to their end: receipt is confirmed and the store gets its money",
            (market, orders, _) => new OrderVisits(market, orders, OrderMix.WholeLife, looks: 0)),
        new("online-marketplace-mix", "the five transactions of the Online Marketplace benchmark",
            (market, orders, seed) => new MarketplaceVisits(market, orders, seed)),
        new("marketplace-day", "a day of buyers who search, look, fill carts, buy, rate and complain",
            (market, orders, seed) => new MarketDayVisits(market, orders, seed)) { HasComplaints = true },
        new("soak", "a moderate load for a long time", Buying),
        new(SiloKill, "one silo of a cluster is killed at the peak", Buying),
    ];

    private static OrderVisits Buying(ILoadMarket market, OrderPlan orders, ulong seed) =>
        new(market, orders, OrderMix.Buy, looks: 0);
}
