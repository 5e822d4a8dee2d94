namespace FlashSale.Grains;

/// <summary>The rows of units held: after a while a listing asks what became of the order.</summary>
internal static class HoldRows
{
    public static RowTable Table { get; } = new(RowKind.Hold) { Wake = Resolve, Drain = Resolve };

    private static async Task<int> Resolve(GrainRoom room, long stock)
    {
        var listing = room.Grains.Listing(StockKey.ListingOf(stock));
        return (await listing.Quote()).Buckets > 1
            ? await room.Grains.Bucket(stock).Resolve()
            : await listing.Resolve();
    }
}
