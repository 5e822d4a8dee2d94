namespace FlashSale.GrainInterfaces;

/// <summary>
/// What was sold by one partition of the market's buyers, by listing and day; the partition is that of the
/// order events.
/// </summary>
[Alias("flashsale.sales-grain")]
public interface ISalesGrain : IGrainWithIntegerKey
{
    /// <summary>Adds the sales of a batch; one that was added before changes nothing.</summary>
    [Alias("add")]
    Task Add(EventBatch batch);

    /// <summary>The sales of each listing in the last days, today included.</summary>
    [Alias("sums")]
    Task<SalesSums> Sums(int today, int days);
}

/// <summary>Sales by listing.</summary>
/// <param name="Packed">Each listing with its sales, in the order of their ids, packed.</param>
[GenerateSerializer, Immutable, Alias("flashsale.sales-sums")]
public sealed record SalesSums([property: Id(0)] byte[] Packed);
