using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// A listing, by its id: its terms, and its stock where that is not split (LST-1, LST-3, INV-4).
/// </summary>
[Alias("flashsale.listing-grain")]
public interface IListingGrain : IStockGrain, ICommandGrain
{
    /// <summary>The listing with its stock over all buckets; null if there is none.</summary>
    [Alias("find")]
    Task<ListingView?> Find();

    /// <summary>The store's terms have changed: they count for every checkout after this.</summary>
    [Alias("set-store")]
    Task SetStore(StoreTerms terms);

    /// <summary>The platform takes the listing down, or puts it up again (rules TRU-3, TRU-8).</summary>
    [Alias("take-down")]
    Task TakeDown(bool isDown);

    /// <summary>Lets happen what time brings to a listing that waits to be screened (LST-2).</summary>
    [Alias("wake")]
    Task Wake();

    /// <summary>Lends units to a bucket that is short, as many as can be spared.</summary>
    /// <param name="bucket">Which of the listing's buckets.</param>
    /// <param name="given">All units that the bucket has ever given back.</param>
    /// <param name="wanted">How many more units it needs now; 0 only asks how things stand.</param>
    [Alias("lend")]
    Task<Loan> Lend(int bucket, long given, int wanted);

    /// <summary>A bucket has units for sale again that it did not have before.</summary>
    [Alias("spare"), AlwaysInterleave]
    Task HasSpare(int bucket);
}

/// <summary>
/// One bucket of a hot listing's stock, by listing × <see cref="Limits.BucketsMax"/> + bucket.
/// </summary>
/// <remarks>
/// It serves the buyers that <see cref="StockBuckets.HomeOf"/> sends to it. When it is short it borrows from
/// the listing, which recalls what others have to spare: sold out is decided there alone (rule INV-4).
/// </remarks>
[Alias("flashsale.stock-bucket-grain")]
public interface IStockBucketGrain : IStockGrain
{
    /// <summary>Gives all units that are for sale back to the listing.</summary>
    /// <param name="lent">All units ever lent to the bucket: a loan may still be on its way to it.</param>
    /// <returns>All units that the bucket has ever given back.</returns>
    [Alias("recall"), AlwaysInterleave]
    Task<long> Recall(long lent);

    /// <summary>The listing's or the store's terms have changed.</summary>
    [Alias("set-terms"), AlwaysInterleave]
    Task SetTerms(ListingQuote quote);

    /// <summary>The bucket's units.</summary>
    [Alias("stock"), AlwaysInterleave]
    Task<StockTotals> Stock();
}

/// <summary>How much a listing has lent to a bucket.</summary>
/// <param name="Lent">All units ever lent to it: it may be told twice.</param>
/// <param name="Quote">The terms, for a bucket that has just woken up.</param>
[GenerateSerializer, Immutable, Alias("flashsale.loan")]
public readonly record struct Loan([property: Id(0)] long Lent, [property: Id(1)] ListingQuote Quote);
