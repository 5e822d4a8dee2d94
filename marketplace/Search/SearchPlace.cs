using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>Where a page of a search ended: behind which listing of which rank the next one begins.</summary>
/// <remarks>
/// It names what was seen last and not a number of rows, so that a page goes on rightly though the index was
/// made again in between, on whatever host.
/// </remarks>
/// <param name="Given">Listings that were given before.</param>
/// <param name="Key">The key by which the last one was ranked; higher ones come first.</param>
/// <param name="Listing">The last one; of equal keys the lower id comes first.</param>
public readonly record struct SearchPlace(int Given, long Key, ListingId Listing)
{
    /// <summary>No search goes deeper (assumed: a hundred pages of twenty).</summary>
    public const int GivenMax = 2_000;

    private const int TextMax = 48;

    /// <summary>Reads what <see cref="ToString"/> wrote; null if it is no place.</summary>
    public static SearchPlace? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= TextMax && text.Split('_') is [var given, var key, var listing]
            && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var by)
            && int.TryParse(listing, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new SearchPlace(rank, by, new ListingId(id))
                : null;
    }

    /// <summary>The place in an address: three numbers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Given}_{Key}_{Listing.Value}");

    /// <summary>Whether a listing comes behind this place.</summary>
    internal bool IsBefore(long key, ListingId listing) =>
        key < Key || (key == Key && listing.Value > Listing.Value);
}
