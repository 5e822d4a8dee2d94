namespace FlashSale.Grains;

/// <summary>
/// Sales of one day by listing, or up to which batch the rows of days go, as they are stored.
/// </summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.sales-day")]
internal sealed record SalesDayRow
{
    /// <summary>Each listing with its sales, packed; of the first row none.</summary>
    [Id(0)]
    public byte[] Packed { get; init; } = [];

    /// <summary>Of the first row: the last batch that is in the rows of days.</summary>
    [Id(1)]
    public long Batch { get; init; }
}

/// <summary>The sales of a batch that are in no row of a day yet, by day, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.sales-batch")]
internal sealed record SalesBatchRow([property: Id(0)] int[] Days, [property: Id(1)] byte[][] Packed);

/// <summary>The rows in which the sales of a partition are kept.</summary>
/// <remarks>
/// A batch is one small row, written in one go, so that it counts once or not at all. Now and then what the
/// batches hold is put into the rows of their days.
/// </remarks>
internal static class SalesRows
{
    /// <summary>Listings in one row of a day: packed they are some hundred kilobytes at most.</summary>
    public const int ListingsPerRow = 1 << 14;

    private const int RowsPerDay = SalesCount.ListingsPerDayMax / ListingsPerRow;

    /// <summary>The row that says up to which batch the others go.</summary>
    public static RowKey First(int partition) => new(RowKind.SalesDay, partition);

    /// <summary>A row of a day.</summary>
    public static RowKey Of(int partition, int day, int part) =>
        new(RowKind.SalesDay, partition, ((long)day * RowsPerDay) + part);

    /// <summary>The row of a batch.</summary>
    public static RowKey Of(int partition, long batch) => new(RowKind.SalesBatch, partition, batch);

    /// <summary>The day of a row.</summary>
    public static int DayOf(long item) => (int)(item / RowsPerDay);

    /// <summary>
    /// Listings with their sales, as few bytes: the distance from the one before, the sales.
    /// </summary>
    /// <param name="sales">In the order of the listings.</param>
    public static byte[] Pack(IEnumerable<(ListingId Listing, int Sales)> sales)
    {
        var bytes = new List<byte>();
        var before = 0;
        foreach (var (listing, sold) in sales)
        {
            Add(bytes, (uint)(listing.Value - before));
            Add(bytes, (uint)sold);
            before = listing.Value;
        }

        return [.. bytes];
    }

    /// <summary>What was packed.</summary>
    public static IEnumerable<(ListingId Listing, int Sales)> Unpack(byte[] packed)
    {
        var (at, listing) = (0, 0);
        while (at < packed.Length)
        {
            listing += (int)Take(packed, ref at);
            yield return (new ListingId(listing), (int)Take(packed, ref at));
        }
    }

    private static void Add(List<byte> bytes, uint number)
    {
        for (; number > 0x7F; number >>= 7)
        {
            bytes.Add((byte)((number & 0x7F) | 0x80));
        }

        bytes.Add((byte)number);
    }

    private static uint Take(byte[] bytes, ref int at)
    {
        var (number, shift) = (0U, 0);
        while (true)
        {
            var one = bytes[at++];
            number |= (uint)(one & 0x7F) << shift;
            shift += 7;
            if (one <= 0x7F)
            {
                return number;
            }
        }
    }
}
