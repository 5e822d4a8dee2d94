namespace FlashSale.Marketplace;

/// <summary>How a line comes into a cart: decided here, once for all hosts (rules CRT-1, ORD-4).</summary>
public static class CartProcess
{
    /// <summary>
    /// The answer that needs no look at the listing: to a line without sense, and to one that is in the cart
    /// just like this. Null if the listing is to be looked at.
    /// </summary>
    public static CartResult? Answer(ReadOnlySpan<CartLine> lines, in CartLine line) =>
        !line.IsSound ? CartResult.BadLine
        : Repeats.IsInCart(lines, line) ? CartResult.Changed
        : null;

    /// <summary>Why a line does not come into a cart; null if it does.</summary>
    /// <param name="lines">The lines of the cart.</param>
    /// <param name="line">The line.</param>
    /// <param name="isForSale">Whether there is such a listing, and it is not withdrawn.</param>
    /// <param name="hasBuyer">Whether the market has such a buyer.</param>
    /// <param name="policy">How many lines a cart may have.</param>
    public static CartResult? Refuse(
        ReadOnlySpan<CartLine> lines, in CartLine line, bool isForSale, bool hasBuyer, CartPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return !isForSale ? CartResult.NotForSale
            : !hasBuyer ? CartResult.UnknownBuyer
            : lines.Length >= policy.LinesMax && Cart.Find(lines, line.Listing) < 0 ? CartResult.Full
            : null;
    }
}
