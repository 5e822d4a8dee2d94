namespace FlashSale.Grains;

/// <summary>Brings everything that is under way to its end: the cut at which an audit counts.</summary>
internal sealed class ClusterDrain(GrainRoom room)
{
    private const int RoundsMax = 200;
    private const int PageRows = 1_000;
    private const int CallsAtOnce = 64;
    private static readonly TimeSpan StreamDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Goes on until a round finds nothing to do.</summary>
    public async Task Run()
    {
        for (var round = 0; round < RoundsMax; round++)
        {
            var work = 0;
            foreach (var slice in Enumerable.Range(0, Sweeps.Slices))
            {
                work += await room.Grains.Sweep(slice).Sweep();
            }

            work += await OverOwners(RowKind.Hold, ResolveHolds);
            work += await OverOwners(RowKind.Account, FinishMoves);
            if (!await Pump())
            {
                work++;
                await Task.Delay(StreamDelay, room.Clock); // streams deliver in their own time
            }

            if (work == 0)
            {
                return;
            }
        }
    }

    private async Task<int> ResolveHolds(long stock)
    {
        var listing = room.Grains.Listing(StockKey.ListingOf(stock));
        return (await listing.Quote()).Buckets > 1
            ? await room.Grains.Bucket(stock).Resolve()
            : await listing.Resolve();
    }

    private async Task<int> FinishMoves(long owner)
    {
        var account = room.Grains.Accounts(owner);
        var before = (await account.Open()).Length;
        if (before == 0)
        {
            return 0;
        }

        await account.Wake();
        return before - (await account.Open()).Length;
    }

    private async Task<bool> Pump()
    {
        var left = await Task.WhenAll(Enumerable.Range(0, OrderFeed.Partitions)
            .Select(partition => room.Grains.Outbox(partition).Pump()));
        return left.All(isEmpty => isEmpty);
    }

    /// <summary>Calls every owner that has rows of a kind; returns what the calls add up to.</summary>
    private async Task<int> OverOwners(RowKind kind, Func<long, Task<int>> call)
    {
        var (sum, after) = (0, RowKey.Before(kind));
        long? last = null;
        while (true)
        {
            var page = await room.Store.Page(after, PageRows);
            long[] owners = [.. page.Select(row => row.Key.Owner).Where(owner => owner != last).Distinct()];
            foreach (var some in owners.Chunk(CallsAtOnce))
            {
                sum += (await Task.WhenAll(some.Select(call))).Sum();
            }

            if (page.Count < PageRows)
            {
                return sum;
            }

            (after, last) = (page[^1].Key, page[^1].Key.Owner);
        }
    }
}
