namespace FlashSale.Grains;

/// <summary>Tells the outbox that there is something in it.</summary>
/// <remarks>
/// At most once a second from one silo for each partition: a partition that has been told goes on looking for
/// longer than that, and a notice for each order would cost as much as the order's other calls.
/// </remarks>
internal sealed class OutboxBell(MarketAddresses grains, TimeProvider clock)
{
    /// <summary>How often a partition is told at most.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly long[] _rung = new long[OrderFeed.Partitions]; // 0 if never

    /// <summary>Some rows are in a partition.</summary>
    public void Ring(int partition)
    {
        var (now, before) = (clock.GetTimestamp(), Volatile.Read(ref _rung[partition]));
        if (before != 0 && clock.GetElapsedTime(before, now) < Every)
        {
            return;
        }

        if (Interlocked.CompareExchange(ref _rung[partition], now == 0 ? 1 : now, before) == before)
        {
            grains.Outbox(partition).Notice().Ignore();
        }
    }
}
