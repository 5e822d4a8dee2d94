namespace FlashSale.Marketplace;

/// <summary>
/// A line of a cart or of a checkout: what, how many, and the price of one unit that the buyer saw.
/// </summary>
/// <remarks>Rule CRT-1. Sixteen bytes without padding.</remarks>
public readonly record struct CartLine
{
    private readonly long _priceSeenFen;
    private readonly int _listing;
    private readonly int _units;

    /// <summary>A line.</summary>
    public CartLine(ListingId listing, int units, Money priceSeen)
    {
        _listing = listing.Value;
        _units = units;
        _priceSeenFen = priceSeen.Fen;
    }

    /// <summary>The listing.</summary>
    public ListingId Listing => new(_listing);

    /// <summary>Units, 1 to <see cref="Limits.UnitsPerLineMax"/>.</summary>
    public int Units => _units;

    /// <summary>The price of one unit as the buyer saw it.</summary>
    public Money PriceSeen => Money.FromFen(_priceSeenFen);

    /// <summary>
    /// Whether the numbers can be meant: a listing, a number of units within limits, a price.
    /// </summary>
    public bool IsSound =>
        _listing >= 0 && _units is > 0 and <= Limits.UnitsPerLineMax
        && _priceSeenFen > 0 && _priceSeenFen <= Limits.PriceYuanMax * 100;
}
