namespace FlashSale.GrainInterfaces;

/// <summary>A line of a cart or of a checkout.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.cart-line")]
internal record struct CartLineSurrogate(
    [property: Id(0)] int Listing,
    [property: Id(1)] int Units,
    [property: Id(2)] long PriceSeenFen);

[RegisterConverter]
internal sealed class CartLineConverter : IConverter<CartLine, CartLineSurrogate>
{
    public CartLineSurrogate ConvertToSurrogate(in CartLine value) =>
        new(value.Listing.Value, value.Units, value.PriceSeen.Fen);

    public CartLine ConvertFromSurrogate(in CartLineSurrogate surrogate) =>
        new(new ListingId(surrogate.Listing), surrogate.Units, Money.FromFen(surrogate.PriceSeenFen));
}
