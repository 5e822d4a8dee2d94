using System.Collections.Concurrent;

namespace FlashSale.Grains;

/// <summary>
/// Which listings are split, as one silo knows them: that never changes once they are published.
/// </summary>
internal sealed class StockRoutes
{
    private const int RoutesMax = 1_000_000;

    private readonly ConcurrentDictionary<ListingId, int> _buckets = new();

    /// <summary>Into how many buckets a listing is split; 0 if that is not known here.</summary>
    public int BucketsOf(ListingId listing) => _buckets.GetValueOrDefault(listing);

    /// <summary>Remembers it.</summary>
    public void Note(ListingId listing, int buckets)
    {
        if (_buckets.Count >= RoutesMax)
        {
            _buckets.Clear(); // it is only a memory
        }

        _buckets[listing] = buckets;
    }
}

/// <summary>Asks listings, or the buckets of hot ones, for units.</summary>
internal sealed class HeldUnits(GrainRoom room, StockRoutes routes, BuyerId buyer)
{
    /// <summary>What is sold, at which terms.</summary>
    public Task<ListingQuote> Quote(ListingId listing) =>
        room.Grains.Listing(listing).Quote();

    /// <summary>Holds units.</summary>
    public async Task<ReserveAnswer> Reserve(OrderId order, CartLine line, ReserveKind kind) =>
        await (await StockOf(line.Listing)).Reserve(order, line, kind);

    /// <summary>Puts the held units of some lines back on sale.</summary>
    public Task Release(OrderId order, IEnumerable<ListingId> listings) =>
        All(listings, stock => stock.Release(order));

    /// <summary>Sells the held units of some lines.</summary>
    public Task Commit(OrderId order, IEnumerable<ListingId> listings) =>
        All(listings, stock => stock.Commit(order));

    /// <summary>Puts units on sale again that came back.</summary>
    public async Task PutBack(OrderId order, ListingId listing, int unitsInTotal, int unitsBefore) =>
        await (await StockOf(listing)).PutBack(order, unitsInTotal, unitsBefore);

    /// <summary>The order keeps in mind itself what came back.</summary>
    public async Task Forget(OrderId order, ListingId listing) =>
        await (await StockOf(listing)).Forget(order);

    private async Task All(IEnumerable<ListingId> listings, Func<IStockGrain, Task> call)
    {
        foreach (var listing in listings)
        {
            await call(await StockOf(listing));
        }
    }

    private ValueTask<IStockGrain> StockOf(ListingId listing)
    {
        var buckets = routes.BucketsOf(listing);
        return buckets > 0 ? new ValueTask<IStockGrain>(StockOf(listing, buckets)) : Ask(listing);
    }

    private async ValueTask<IStockGrain> Ask(ListingId listing)
    {
        var quote = await Quote(listing);
        if (quote.Exists)
        {
            routes.Note(listing, quote.Buckets);
        }

        return StockOf(listing, quote.Buckets);
    }

    private IStockGrain StockOf(ListingId listing, int buckets) => buckets == 1
        ? room.Grains.Listing(listing)
        : room.Grains.Bucket(
            StockKey.Of(listing, StockBuckets.HomeOf(buyer, buckets)));
}
