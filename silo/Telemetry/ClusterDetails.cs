using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>
/// What a silo asks many grains for, at most once a second: the stock of what sells best, and how far the
/// streams are behind.
/// </summary>
internal sealed class ClusterDetails(IGrainFactory grains, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private long? _askedAt;

    /// <summary>The listings that sell for most, as they were when last asked.</summary>
    public IReadOnlyList<BestSeller> Hot { get; private set; } = [];

    /// <summary>The partitions of order events, as they were when last asked.</summary>
    public IReadOnlyList<StreamLag> Streams { get; private set; } = [];

    /// <summary>Asks again if it is time.</summary>
    public async Task Refresh(IReadOnlyList<Sale> best)
    {
        if (_askedAt is { } at && clock.GetElapsedTime(at) < Every)
        {
            return;
        }

        _askedAt = clock.GetTimestamp();
        var streams = Task.WhenAll(Enumerable.Range(0, OrderFeed.Partitions).Select(StreamOf));
        var hot = await Task.WhenAll(best.Select(ListingOf));
        Hot = [.. hot.OfType<BestSeller>()];
        Streams = [.. (await streams).OfType<StreamLag>()];
    }

    private async Task<BestSeller?> ListingOf(Sale sale)
    {
        try
        {
            return await grains.GetGrain<IListingGrain>(sale.Listing.Value).Find() is { } view
                ? new BestSeller(view.Id, view.Title, view.PriceNow, view.Stock, sale.Paid)
                : null;
        }
        catch (Exception fault) when (fault is OrleansException or GrainFaultException or TimeoutException)
        {
            return null; // its silo is gone; another one is about to take over
        }
    }

    private async Task<StreamLag?> StreamOf(int partition)
    {
        try
        {
            var backlog = await grains.GetGrain<IOutboxGrain>(partition).Backlog();
            var lag = backlog.Oldest is { } oldest ? clock.GetUtcNow() - oldest : TimeSpan.Zero;
            return new StreamLag(
                $"{OrderFeed.Namespace}-{partition}", backlog.Events, backlog.HasMore,
                Math.Max(0, lag.TotalSeconds));
        }
        catch (Exception fault) when (fault is OrleansException or GrainFaultException or TimeoutException)
        {
            return null;
        }
    }
}
