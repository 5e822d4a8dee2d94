namespace FlashSale.Engine;

/// <summary>The goods of a checkout's lines, as the engine's tables have them.</summary>
internal readonly ref struct EngineGoods : ICheckoutGoods
{
    private readonly MarketState _market;
    private readonly ReadOnlySpan<CartLine> _lines;
    private readonly ReadOnlySpan<int> _buckets;

    public EngineGoods(MarketState market, ReadOnlySpan<CartLine> lines, ReadOnlySpan<int> buckets)
    {
        _market = market;
        _lines = lines;
        _buckets = buckets;
    }

    public ref readonly Listing ListingOf(int line) => ref _market.Listings[_lines[line].Listing];

    public MarketKind MarketOf(int line) => _market.Stores[ListingOf(line).Store].Market;

    public Coupon CouponOf(int line) => _market.Stores.CouponOf(ListingOf(line).Store);

    public int BucketOf(int line) => _buckets[line];
}
