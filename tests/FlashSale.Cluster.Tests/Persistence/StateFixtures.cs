namespace FlashSale.Cluster.Tests;

/// <summary>Batches of events with defaults: whatever a test sets matters.</summary>
internal static class StateFixtures
{
    /// <summary>A batch with one order that was paid.</summary>
    public static EventBatch Batch(long number, int partition = 0) => new(partition, number,
    [
        new OrderEvent
        {
            Kind = MarketEventKind.Paid,
            Order = WireSamples.Order.Id,
            Store = new StoreId(9),
            Seller = new SellerId(11),
            At = DateTimeOffset.FromUnixTimeMilliseconds(1_541_865_600_123),
            Amount = Money.FromFen(100),
            Guarded = Money.FromFen(100),
        },
    ]);
}
