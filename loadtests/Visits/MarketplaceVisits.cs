using System.Collections.Concurrent;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>
/// The five transactions of the Online Marketplace benchmark, by <see cref="MarketplaceShares"/>.
/// </summary>
internal sealed class MarketplaceVisits(ILoadMarket market, OrderPlan orders, ulong seed) : IVisits
{
    private const ushort KindStream = 3;
    private const int StockOfProductUpdate = 50_000_000;

    private static readonly IReadOnlyList<LoadStep> Buying = OrderMixes.StepsOf(OrderMix.Buy);
    private static readonly LoadStep[] Delivering = [LoadStep.Ship, LoadStep.Deliver];

    private readonly ConcurrentQueue<LoadCommand> _paid = new();
    private long _ordered;

    /// <summary>Orders that were placed and paid.</summary>
    public long Ordered => Interlocked.Read(ref _ordered);

    /// <summary>The transaction of an arrival.</summary>
    public MarketplaceKind KindOf(long index) => MarketplaceShares.KindAt(
        Draws.For(seed, index, KindStream).Below(MarketplaceShares.Whole));

    /// <inheritdoc/>
    public Task<OrderEnd> Make(long index, ICalls calls)
    {
        var order = orders.Command(index, LoadStep.Checkout);
        var (listing, price) = (order.Line.Listing, order.Line.PriceSeen);
        return KindOf(index) switch
        {
            MarketplaceKind.Checkout => Buy(order, calls),
            MarketplaceKind.Dashboard => calls.One("dashboard", () => market.LookAtSales(listing)),
            MarketplaceKind.PriceUpdate => calls.One("price-update", () => market.Reprice(listing, price)),
            MarketplaceKind.ProductUpdate => calls.One(
                "product-update", () => market.Restock(listing, StockOfProductUpdate)),
            _ => Deliver(calls),
        };
    }

    private async Task<OrderEnd> Buy(LoadCommand order, ICalls calls)
    {
        var end = await calls.Order(market, order, Buying);
        if (end.Outcome == LoadOutcome.Done)
        {
            Interlocked.Increment(ref _ordered);
            _paid.Enqueue(order);
        }

        return end;
    }

    // The oldest open order goes on: it is shipped and handed over.
    private async Task<OrderEnd> Deliver(ICalls calls) => _paid.TryDequeue(out var order)
        ? await calls.Order(market, order, Delivering)
        : new OrderEnd(LoadStep.Deliver, LoadOutcome.Done, "nothing-to-deliver");
}
