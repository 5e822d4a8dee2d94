namespace FlashSale.GrainInterfaces;

/// <summary>A line of a cart or of a checkout.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.cart-line")]
internal struct CartLineSurrogate
{
    [Id(0)]
    public int Listing;

    [Id(1)]
    public int Units;

    [Id(2)]
    public long PriceSeenFen;
}

[RegisterConverter]
internal sealed class CartLineConverter : IConverter<CartLine, CartLineSurrogate>
{
    public CartLineSurrogate ConvertToSurrogate(in CartLine value) => new()
    {
        Listing = value.Listing.Value,
        Units = value.Units,
        PriceSeenFen = value.PriceSeen.Fen,
    };

    public CartLine ConvertFromSurrogate(in CartLineSurrogate surrogate) =>
        new(new ListingId(surrogate.Listing), surrogate.Units, Money.FromFen(surrogate.PriceSeenFen));
}
