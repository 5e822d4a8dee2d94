using System.Collections.Concurrent;
using System.Diagnostics;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>What a run of the mix measured.</summary>
/// <param name="PerSecond">Transactions of all five kinds.</param>
/// <param name="CheckoutsPerSecond">Checkouts that were placed and paid.</param>
/// <param name="Failed">Requests that ended in an error.</param>
/// <param name="AuditPassed">Whether the audit afterwards found nothing.</param>
internal sealed record MixFigures(
    double PerSecond, double CheckoutsPerSecond, long Failed, bool AuditPassed);

/// <summary>
/// The five transactions of the Online Marketplace benchmark in its mix: checkout 30, seller dashboard 5,
/// price update 3, product update 2, delivery update 60 of 100.
/// </summary>
internal sealed class MarketplaceMix(Shape shape, TestSilo silo, TimeProvider clock, ulong seed)
{
    private const int Checkouts = 30;
    private const int Dashboards = Checkouts + 5;
    private const int Prices = Dashboards + 3;
    private const int Products = Prices + 2;

    private readonly ConcurrentQueue<OrderId> _paid = new();
    private readonly int[] _numbers = new int[Shape.Buyers];
    private long _done;
    private long _ordered;
    private long _failed;

    /// <summary>Runs the load and then the audit.</summary>
    public async Task<MixFigures> Run()
    {
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, shape.Clients)
            .Select(client => Task.Run(() => Act(client, stop.Token)))
            .ToArray();
        await Task.Delay(shape.WarmUp, clock);
        var (done, ordered) = (Interlocked.Read(ref _done), Interlocked.Read(ref _ordered));
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(shape.Measured, clock);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (done, ordered) = (Interlocked.Read(ref _done) - done, Interlocked.Read(ref _ordered) - ordered);
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        var audit = await silo.Market.Audit();
        return new MixFigures(done / seconds, ordered / seconds, _failed, audit.Passed);
    }

    private async Task Act(int client, CancellationToken stop)
    {
        var draws = Draws.For(seed, client, stream: 2);
        while (!stop.IsCancellationRequested)
        {
            var (kind, listing) = (draws.Below(100), new ListingId(draws.Below(Shape.Listings)));
            var buyer = (draws.Below(Shape.Buyers / shape.Clients) * shape.Clients) + client;
            try
            {
                await Transact(kind, listing, buyer);
                Interlocked.Increment(ref _done);
            }
            catch (Exception failure) when (Faults.IsOne(failure))
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }

    private async Task Transact(int kind, ListingId listing, int buyer)
    {
        switch (kind)
        {
            case < Checkouts:
                await Order(new CheckoutId(new BuyerId(buyer), _numbers[buyer]++), listing);
                break;
            case < Dashboards:
                await silo.Grains.GetGrain<ISellerGrain>(listing.Value / Shape.ListingsPerStore).Dashboard();
                break;
            case < Prices:
                await silo.Market.Reprice(listing, Money.FromYuan(100));
                break;
            case < Products:
                await silo.Market.Restock(listing, 100_000_000);
                break;
            default:
                await Deliver();
                break;
        }
    }

    private async Task Order(CheckoutId id, ListingId listing)
    {
        var placed = await silo.Market.Checkout(
            id, new[] { new CartLine(listing, 1, Money.FromYuan(100)) });
        if (placed.Result == CheckoutResult.Placed
            && (await silo.Market.Pay(id, PaymentChannel.QuickPay)).Result == PayResult.Paid)
        {
            Interlocked.Increment(ref _ordered);
            _paid.Enqueue(id.Order(0));
        }
    }

    // The oldest open order goes one step on: first it is shipped, then delivered.
    private async Task Deliver()
    {
        if (!_paid.TryDequeue(out var order))
        {
            return;
        }

        await silo.Market.StepOrder(order, OrderStep.Ship);
        await silo.Market.StepOrder(order, OrderStep.Deliver);
    }
}
