namespace FlashSale.Marketplace;

/// <summary>The stock of a hot listing, split into buckets that can be served side by side.</summary>
/// <remarks>
/// Rule INV-4. A buyer is served by one home bucket. When that is short, the others lend it what is missing,
/// so that the last unit is sold once and no unit is stranded: a buyer is refused only when all buckets
/// together have too few. Lending moves units between buckets and keeps their sum. A listing that is not
/// split has one bucket.
/// </remarks>
public static class StockBuckets
{
    /// <summary>Splits units over buckets as evenly as can be; the first buckets get the rest.</summary>
    public static void Spread(Span<Stock> buckets, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        for (var at = 0; at < buckets.Length; at++)
        {
            buckets[at].Add((units / buckets.Length) + (at < units % buckets.Length ? 1 : 0));
        }
    }

    /// <summary>The bucket that serves this buyer.</summary>
    public static int HomeOf(BuyerId buyer, int buckets) => (int)((uint)buyer.Value % (uint)buckets);

    /// <summary>Holds units in the home bucket, lent by the others where it has too few.</summary>
    public static ReserveResult Reserve(Span<Stock> buckets, int home, int units)
    {
        if (buckets[home].Reserve(units) == ReserveResult.Held)
        {
            return ReserveResult.Held;
        }

        if (units > ForSale(buckets))
        {
            return ReserveResult.SoldOut;
        }

        Borrow(buckets, home, units - buckets[home].ForSale);
        return buckets[home].Reserve(units);
    }

    /// <summary>Units for sale in all buckets.</summary>
    public static int ForSale(ReadOnlySpan<Stock> buckets)
    {
        var units = 0;
        foreach (ref readonly var bucket in buckets)
        {
            units += bucket.ForSale;
        }

        return units;
    }

    private static void Borrow(Span<Stock> buckets, int home, int missing)
    {
        for (var step = 1; step < buckets.Length && missing > 0; step++)
        {
            var lent = buckets[(home + step) % buckets.Length].TakeOut(missing);
            buckets[home].Add(lent);
            missing -= lent;
        }
    }
}
