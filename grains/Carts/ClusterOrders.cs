namespace FlashSale.Grains;

/// <summary>Makes the orders of a checkout whose units are held (rules CRT-1, CRT-2).</summary>
internal static class ClusterOrders
{
    [ThreadStatic]
    private static CheckoutPricing? pricing;

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
        var priced = Price(lines, quotes, buckets, parts, stores.Length, policy, areCouponsFrozen, now);
        var fingerprint = Fingerprint.Of(lines);
        var orders = new OrderRow[stores.Length];
        for (var part = 0; part < stores.Length; part++)
        {
            int[] own = [.. Enumerable.Range(0, lines.Length).Where(at => parts[at] == part)];
            var tally = default(OrderTally);
            foreach (var at in own)
            {
                tally.Add(priced[at], quotes[at].Listing, quotes[at].Store.Market, policy, now);
            }

            var first = quotes[own[0]];
            var terms = tally.Terms(first.Listing, stores.Length, fingerprint, policy.Inventory, now);
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

    private static OrderLine[] Price(
        CartLine[] lines,
        ListingQuote[] quotes,
        int[] buckets,
        int[] parts,
        int stores,
        Policy policy,
        bool areCouponsFrozen,
        DateTimeOffset now)
    {
        var values = new Money[lines.Length];
        var coupons = new Coupon[stores];
        for (var at = 0; at < lines.Length; at++)
        {
            values[at] = quotes[at].Listing.PriceAt(now) * lines[at].Units;
            coupons[parts[at]] = quotes[at].Store.Coupon;
        }

        pricing ??= new CheckoutPricing();
        pricing.Reduce(parts, coupons, values, policy.Carts, areCouponsFrozen);
        var priced = new OrderLine[lines.Length];
        for (var at = 0; at < lines.Length; at++)
        {
            var listing = quotes[at].Listing;
            priced[at] = new OrderLine(
                lines[at].Listing, lines[at].Units, listing.PriceAt(now), values[at], buckets[at],
                listing.Hold);
        }

        return priced;
    }
}
