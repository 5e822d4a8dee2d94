namespace FlashSale.Grains;

/// <summary>A listing, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.listing")]
internal sealed class ListingState
{
    /// <summary>Its terms.</summary>
    [Id(0)]
    public Listing Listing { get; set; }

    /// <summary>What buyers read.</summary>
    [Id(1)]
    public string Title { get; set; } = "";

    /// <summary>A hash of the terms at publication (rule ORD-4 for listings).</summary>
    [Id(2)]
    public ulong Fingerprint { get; set; }

    /// <summary>Units ever put up for sale.</summary>
    [Id(3)]
    public int PutIn { get; set; }

    /// <summary>The stock, if it is not split.</summary>
    [Id(4)]
    public StockState Stock { get; set; }

    /// <summary>Of each bucket: units ever lent to it. Empty if the stock is not split.</summary>
    [Id(5)]
    public long[] Lent { get; set; } = [];

    /// <summary>Of each bucket: units it has ever given back, as far as is known here.</summary>
    [Id(6)]
    public long[] Given { get; set; } = [];

    /// <summary>Changes of price by the names that clients gave them (rule ORD-4).</summary>
    [Id(7)]
    public KeyedRequest[] Requests { get; set; } = [];

    /// <summary>When it was published, as Unix time in seconds; 0 in rows of before.</summary>
    [Id(8)]
    public long PublishedAtS { get; set; }

    /// <summary>What it is like (rule LST-1); nothing in rows of before.</summary>
    [Id(9)]
    public string? Attributes { get; set; }

    /// <summary>When it was published; 1970 if that was not noted.</summary>
    public DateTimeOffset PublishedAt => DateTimeOffset.FromUnixTimeSeconds(PublishedAtS);

    /// <summary>The listing as a reader sees it.</summary>
    public ListingView ViewOf(ListingId id, DateTimeOffset now, StockTotals stock) => new(
        id, Title, Listing, Listing.PriceAt(now), stock,
        ListingAttributes.OfStored(Attributes, $"The row of listing {id}"));
}

/// <summary>A bucket of a listing's stock, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.stock-bucket")]
internal sealed class BucketState
{
    /// <summary>Its units.</summary>
    [Id(0)]
    public StockState Stock { get; set; }

    /// <summary>Units ever borrowed.</summary>
    [Id(1)]
    public long Lent { get; set; }

    /// <summary>Units ever given back.</summary>
    [Id(2)]
    public long Given { get; set; }
}

/// <summary>The numbers under which listings and buckets keep rows and grains.</summary>
internal static class StockKey
{
    /// <summary>The number of a bucket's grain, and of the owner of its holds.</summary>
    public static long Of(ListingId listing, int bucket) =>
        ((long)listing.Value * Limits.BucketsMax) + bucket;

    /// <summary>The listing of such a number.</summary>
    public static ListingId ListingOf(long key) => new((int)(key / Limits.BucketsMax));

    /// <summary>The bucket of such a number.</summary>
    public static int BucketOf(long key) => (int)(key % Limits.BucketsMax);

    /// <summary>A bucket's row beside its listing's.</summary>
    public static RowKey RowOf(long key) => new(RowKind.Listing, ListingOf(key).Value, BucketOf(key) + 1);
}
