using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// One partition of the events that orders leave behind: it publishes them in batches, one after the other.
/// </summary>
/// <remarks>
/// Events are rows that were written with the order itself. A batch is published on the stream «orders» until
/// its consumer confirms it, and only then are its rows deleted: no event is lost, and consumers tell a
/// repeated batch by its number.
/// </remarks>
[Alias("flashsale.outbox-grain")]
public interface IOutboxGrain : IGrainWithIntegerKey
{
    /// <summary>There are new events.</summary>
    [Alias("notice"), OneWay, AlwaysInterleave]
    Task Notice();

    /// <summary>A batch has been added everywhere.</summary>
    [Alias("confirm")]
    Task Confirm(long number);

    /// <summary>Publishes what there is; true if nothing is left.</summary>
    [Alias("pump")]
    Task<bool> Pump();

    /// <summary>What is on its way, as far as it is known without asking the store.</summary>
    [Alias("backlog"), AlwaysInterleave]
    Task<OutboxBacklog> Backlog();
}

/// <summary>Events that were not confirmed yet.</summary>
/// <param name="Events">How many are in the batch that is on its way.</param>
/// <param name="HasMore">Whether the batch is full: there may be more behind it.</param>
/// <param name="Oldest">When the oldest of them happened; null without any.</param>
[GenerateSerializer, Immutable, Alias("flashsale.outbox-backlog")]
public readonly record struct OutboxBacklog(
    [property: Id(0)] int Events, [property: Id(1)] bool HasMore, [property: Id(2)] DateTimeOffset? Oldest);

/// <summary>The names of streams and stream providers.</summary>
public static class OrderFeed
{
    /// <summary>The stream provider.</summary>
    public const string Provider = "market";

    /// <summary>The namespace of the streams of order events, one stream a partition.</summary>
    public const string Namespace = "orders";

    /// <summary>Partitions of the events; a buyer's are all in one.</summary>
    public const int Partitions = 8;

    /// <summary>The partition of a buyer's events.</summary>
    public static int PartitionOf(BuyerId buyer) => buyer.Value % Partitions;
}

/// <summary>Brings the batches of one partition to all who keep count, by the partition.</summary>
[Alias("flashsale.order-feed-grain")]
public interface IOrderFeedGrain : IGrainWithIntegerKey
{
}

/// <summary>What the whole market has done; there is one, 0.</summary>
[Alias("flashsale.telemetry-grain")]
public interface ITelemetryGrain : IGrainWithIntegerKey
{
    /// <summary>Adds order events; a batch that was added before changes nothing.</summary>
    [Alias("add")]
    Task Add(EventBatch batch);

    /// <summary>What was sold.</summary>
    [Alias("sales"), ReadOnly]
    Task<MarketSales> Sales();
}
