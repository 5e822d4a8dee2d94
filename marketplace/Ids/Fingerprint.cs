namespace FlashSale.Marketplace;

/// <summary>
/// A 64-bit hash of what a client asked for, to tell a repeated request from another one under the same id.
/// </summary>
/// <remarks>
/// Rule ORD-4. The same on every machine and in every version, because it is stored. It guards against
/// mistakes, not against an attacker, who could only confuse his own orders.
/// </remarks>
public readonly struct Fingerprint
{
    private Fingerprint(ulong value) => Value = value;

    /// <summary>The hash so far.</summary>
    public ulong Value { get; }

    /// <summary>This hash with one more number.</summary>
    public Fingerprint With(long number)
    {
        unchecked
        {
            var x = (Value ^ (ulong)number) + 0x9E3779B97F4A7C15UL;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return new Fingerprint(x ^ (x >> 31));
        }
    }

    /// <summary>This hash with a text.</summary>
    public Fingerprint With(string text)
    {
        var hash = With(text.Length);
        foreach (var letter in text)
        {
            hash = hash.With(letter);
        }

        return hash;
    }

    /// <summary>The hash of a checkout's lines, in their order.</summary>
    public static ulong Of(ReadOnlySpan<CartLine> lines)
    {
        var hash = default(Fingerprint).With(lines.Length);
        foreach (ref readonly var line in lines)
        {
            hash = hash.With(((long)line.Listing.Value << 32) | (long)line.Units).With(line.PriceSeen.Fen);
        }

        return hash.Value;
    }

    /// <summary>The hash of a listing's terms.</summary>
    public static ulong Of(ListingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var hash = default(Fingerprint).With(terms.Store.Value).With(terms.Title).With(terms.Category.Value)
            .With(terms.Brand).With(terms.Price.Fen).With(terms.UnitsPerBuyer).With((int)terms.Hold)
            .With(terms.Stock).With(terms.Buckets);
        if (terms.Festival is { } festival)
        {
            hash = hash.With(1).With(festival.Price.Fen)
                .With(festival.From.ToUnixTimeMilliseconds()).With(festival.Until.ToUnixTimeMilliseconds());
        }

        if (terms.Presale is { } presale)
        {
            hash = hash.With(2).With(presale.Deposit.Fen)
                .With(presale.BalanceFrom.ToUnixTimeMilliseconds())
                .With(presale.BalanceUntil.ToUnixTimeMilliseconds());
        }

        if (!terms.Attributes.IsNone)
        {
            hash = hash.With(3).With(terms.Attributes.ToString());
        }

        return hash.Value;
    }
}
