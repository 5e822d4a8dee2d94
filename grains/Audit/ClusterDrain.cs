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

            foreach (var table in RowTable.All)
            {
                work += table.Drain is { } drain ? await OverOwners(table.Kind, drain) : 0;
                work += table.Complete is { } complete ? await complete(room) : 0;
            }

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

    private async Task<bool> Pump()
    {
        var left = await Task.WhenAll(Enumerable.Range(0, OrderFeed.Partitions)
            .Select(partition => room.Grains.Outbox(partition).Pump()));
        return left.All(isEmpty => isEmpty);
    }

    /// <summary>Calls every owner that has rows of a kind; returns what the calls add up to.</summary>
    private async Task<int> OverOwners(RowKind kind, Func<GrainRoom, long, Task<int>> call)
    {
        var sum = 0;
        await foreach (var heads in RowPages.Heads(room.Store, kind, long.MinValue, PageRows))
        {
            foreach (var some in heads.Chunk(CallsAtOnce))
            {
                sum += (await Task.WhenAll(some.Select(row => call(room, row.Key.Owner)))).Sum();
            }
        }

        return sum;
    }
}
