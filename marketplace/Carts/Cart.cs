namespace FlashSale.Marketplace;

/// <summary>What became of a change to a cart.</summary>
public enum CartResult : byte
{
    /// <summary>The cart is as the buyer wanted it.</summary>
    Changed = 1,

    /// <summary>The cart has as many lines as it may have.</summary>
    Full,

    /// <summary>The line has no units, too many, or no price; or names no listing.</summary>
    BadLine,

    /// <summary>No such listing is on sale.</summary>
    NotForSale,

    /// <summary>The buyer's id is outside the market's range.</summary>
    UnknownBuyer,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,
}

/// <summary>The rules of a cart over wherever its lines are kept.</summary>
/// <remarks>Rule CRT-1: one line a listing, at most <see cref="CartPolicy.LinesMax"/> lines.</remarks>
public static class Cart
{
    /// <summary>Where the listing's line is; −1 if the cart has none.</summary>
    public static int Find(ReadOnlySpan<CartLine> lines, ListingId listing)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Listing == listing)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Removes the line at a place; the last line takes it. Returns how many lines remain.</summary>
    public static int RemoveAt(Span<CartLine> lines, int at)
    {
        lines[at] = lines[^1];
        lines[^1] = default;
        return lines.Length - 1;
    }
}
