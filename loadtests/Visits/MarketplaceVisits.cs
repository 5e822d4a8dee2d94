using System.Collections.Concurrent;
using FlashSale.Driver;
using FlashSale.Simulator;
using NBomber.Contracts;

namespace FlashSale.LoadTests;

/// <summary>
/// The five transactions of the Online Marketplace benchmark in its mix: checkout 30, seller dashboard 5,
/// price update 3, product update 2, delivery 60 of 100.
/// </summary>
internal sealed class MarketplaceVisits(ILoadMarket market, OrderBook orders, ulong seed) : IVisits
{
    private const int Checkouts = 30;
    private const int Dashboards = Checkouts + 5;
    private const int Prices = Dashboards + 3;
    private const int Products = Prices + 2;
    private const ushort KindStream = 3;
    private const int StockOfProductUpdate = 50_000_000;

    private readonly ConcurrentQueue<LoadCommand> _paid = new();

    /// <inheritdoc/>
    public async Task<OrderEnd> Make(long index, IScenarioContext context)
    {
        var kind = Draws.For(seed, index, KindStream).Below(100);
        var order = orders.Command(index, LoadStep.Checkout);
        var answer = kind switch
        {
            < Checkouts => await Buy(order, context),
            < Dashboards => await Calls.Step(
                "dashboard", context, () => market.LookAtSales(order.Line.Listing)),
            < Prices => await Calls.Step(
                "price-update", context, () => market.Reprice(order.Line.Listing, order.Line.PriceSeen)),
            < Products => await Calls.Step(
                "product-update", context, () => market.Restock(order.Line.Listing, StockOfProductUpdate)),
            _ => await Deliver(context),
        };
        return new OrderEnd(LoadStep.Checkout, answer.Outcome, answer.Reason);
    }

    private async Task<LoadAnswer> Buy(LoadCommand order, IScenarioContext context)
    {
        var placed = await Calls.Step("checkout", context, () => market.Do(order));
        if (placed.Outcome != LoadOutcome.Done)
        {
            return placed;
        }

        var paid = await Calls.Step("pay", context, () => market.Do(order with { Step = LoadStep.Pay }));
        if (paid.Outcome == LoadOutcome.Done)
        {
            _paid.Enqueue(order);
        }

        return paid;
    }

    // The oldest open order goes on: it is shipped and handed over.
    private async Task<LoadAnswer> Deliver(IScenarioContext context)
    {
        if (!_paid.TryDequeue(out var order))
        {
            return new LoadAnswer(LoadOutcome.Done, "nothing-to-deliver");
        }

        var shipped = await Calls.Step("ship", context, () => market.Do(order with { Step = LoadStep.Ship }));
        return shipped.Outcome == LoadOutcome.Done
            ? await Calls.Step("deliver", context, () => market.Do(order with { Step = LoadStep.Deliver }))
            : shipped;
    }
}
