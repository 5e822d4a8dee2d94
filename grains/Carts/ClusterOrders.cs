namespace FlashSale.Grains;

/// <summary>Makes the orders of a checkout whose units are held (rules CRT-1, CRT-2).</summary>
internal static class ClusterOrders
{
    [ThreadStatic]
    private static CheckoutPricing? _pricing;

    /// <summary>One order per store, in the order of the stores' first lines.</summary>
    public static CheckoutRow Make(
        CheckoutId id,
        CartLine[] lines,
        ListingQuote[] quotes,
        int[] buckets,
        Policy policy,
        bool areCouponsFrozen,
        DateTimeOffset now)
    {
        var stores = StoresOf(quotes, out var parts);
        var (goods, priced) = (new QuotedGoods(quotes, buckets), new OrderLine[lines.Length]);
        _pricing ??= new CheckoutPricing();
        _pricing.Price(goods, lines, parts, stores.Length, policy.Carts, areCouponsFrozen, now, priced);
        var fingerprint = Fingerprint.Of(lines);
        var orders = new OrderRow[stores.Length];
        for (var part = 0; part < stores.Length; part++)
        {
            int[] own = [.. Enumerable.Range(0, lines.Length).Where(at => parts[at] == part)];
            var first = quotes[own[0]];
            var terms = CheckoutPricing.TermsOf(
                goods, priced, parts, part, stores.Length, fingerprint, policy, now);
            orders[part] = new OrderRow
            {
                Order = new Order(id.Order(part), stores[part], terms, now),
                Lines = [.. own.Select(at => priced[at])],
                First = first.Listing,
                Seller = first.Store.Owner,
                IsLimited = [.. own.Select(at => quotes[at].Listing.IsLimited)],
            };
        }

        return new CheckoutRow { Orders = orders };
    }

    /// <summary>The store of each order that the lines make, and in which order each line is.</summary>
    public static StoreId[] StoresOf(ListingQuote[] quotes, out int[] parts)
    {
        StoreId[] stores = [.. quotes.Select(quote => quote.Listing.Store)];
        parts = new int[quotes.Length];
        return stores[..CheckoutRules.Group(stores, parts)];
    }

    private readonly struct QuotedGoods(ListingQuote[] quotes, int[] buckets) : ICheckoutGoods
    {
        public ref readonly Listing ListingOf(int line) => ref quotes[line].Terms;

        public MarketKind MarketOf(int line) => quotes[line].Store.Market;

        public Coupon CouponOf(int line) => quotes[line].Store.Coupon;

        public int BucketOf(int line) => buckets[line];
    }
}
