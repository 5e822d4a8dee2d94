namespace FlashSale.Engine;

/// <summary>
/// What the lines of a checkout cost after all reductions, and the terms of its orders (rules CRT-2, STO-5,
/// INV-2).
/// </summary>
internal sealed class EnginePricing(MarketState market)
{
    private readonly CheckoutPricing _pricing = new();
    private readonly Money[] _values = new Money[Limits.LinesPerCartMax];
    private readonly Coupon[] _coupons = new Coupon[Limits.LinesPerCartMax];

    /// <summary>Prices every line.</summary>
    public void Price(
        ReadOnlySpan<CartLine> lines,
        ReadOnlySpan<int> parts,
        ReadOnlySpan<StoreId> stores,
        ReadOnlySpan<int> buckets,
        Span<OrderLine> priced)
    {
        var values = _values.AsSpan(0, lines.Length);
        for (var at = 0; at < lines.Length; at++)
        {
            values[at] = market.Listings[lines[at].Listing].PriceAt(market.Now) * lines[at].Units;
        }

        for (var order = 0; order < stores.Length; order++)
        {
            _coupons[order] = market.Stores.CouponOf(stores[order]);
        }

        _pricing.Reduce(
            parts[..lines.Length], _coupons.AsSpan(0, stores.Length), values, market.Policy.Carts,
            areFrozen: market.Switches.IsOn(Switch.CouponsFrozen, market.Now));
        for (var at = 0; at < lines.Length; at++)
        {
            ref readonly var listing = ref market.Listings[lines[at].Listing];
            var price = listing.PriceAt(market.Now);
            priced[at] = new OrderLine(
                lines[at].Listing, lines[at].Units, price, values[at], buckets[at], listing.Hold);
        }
    }

    /// <summary>The terms of an order with these lines.</summary>
    public OrderTerms TermsOf(StoreId store, ReadOnlySpan<OrderLine> lines, int orders, ulong fingerprint)
    {
        var tally = default(OrderTally);
        foreach (ref readonly var line in lines)
        {
            ref readonly var listing = ref market.Listings[line.Listing];
            tally.Add(line, listing, market.Stores[store].Market, market.Policy, market.Now);
        }

        ref readonly var first = ref market.Listings[lines[0].Listing];
        return tally.Terms(first, orders, fingerprint, market.Policy.Inventory, market.Now);
    }
}
