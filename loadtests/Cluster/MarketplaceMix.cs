using System.Diagnostics;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What a run of the mix measured.</summary>
/// <param name="PerSecond">Transactions of all five kinds.</param>
/// <param name="CheckoutsPerSecond">Checkouts that were placed and paid.</param>
/// <param name="Failed">Transactions that ended in an error.</param>
/// <param name="AuditPassed">Whether the audit afterwards found nothing.</param>
internal sealed record MixFigures(
    double PerSecond, double CheckoutsPerSecond, long Failed, bool AuditPassed);

/// <summary>
/// A closed loop over the visits of the Online Marketplace benchmark: as many at a time as there are clients,
/// each as fast as it is answered.
/// </summary>
/// <param name="shape">What is measured.</param>
/// <param name="silo">The market.</param>
/// <param name="clock">Tells how long.</param>
/// <param name="run">The number of the run, from 1: the seed of its draws.</param>
internal sealed class MarketplaceMix(Shape shape, TestSilo silo, TimeProvider clock, int run)
{
    private const int CheckoutsPerRun = 10_000; // of a buyer: runs on one database use numbers of their own

    private readonly PlainCalls _calls = new();
    private long _next = -1;
    private long _done;
    private long _failed;

    /// <summary>Runs the load and then the audit.</summary>
    public async Task<MixFigures> Run()
    {
        var visits = Visits();
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, shape.Clients)
            .Select(_ => Task.Run(() => Act(visits, stop.Token)))
            .ToArray();
        await Task.Delay(shape.WarmUp, clock);
        var (done, ordered) = (Interlocked.Read(ref _done), visits.Ordered);
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(shape.Measured, clock);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (done, ordered) = (Interlocked.Read(ref _done) - done, visits.Ordered - ordered);
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        var audit = await silo.Market.Audit();
        return new MixFigures(done / seconds, ordered / seconds, _failed, audit.Passed);
    }

    private MarketplaceVisits Visits()
    {
        var seed = (ulong)run;
        var listings = shape.Weights.Select((weight, at) =>
            new WantedListing(new ListingId(at), Money.FromYuan(100), weight)).ToList();
        var buyers = new Buyers(0, Shape.Buyers, (run - 1) * CheckoutsPerRun % CheckoutId.NumberMax);
        var market = new ClusterMarket("silo-in-process", silo.Grains, clock, silo);
        return new MarketplaceVisits(market, new OrderPlan(seed, listings, buyers), seed);
    }

    private async Task Act(MarketplaceVisits visits, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var end = await visits.Make(Interlocked.Increment(ref _next), _calls);
            Interlocked.Increment(ref end.Outcome == LoadOutcome.Error ? ref _failed : ref _done);
        }
    }
}
