namespace FlashSale.GrainInterfaces;

/// <summary>A listing as hosts keep it; all 0 is none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.listing")]
internal record struct ListingSurrogate(
    [property: Id(0)] int Store,
    [property: Id(1)] byte Category,
    [property: Id(2)] int Brand,
    [property: Id(3)] long PriceFen,
    [property: Id(4)] FestivalPrice? Festival,
    [property: Id(5)] Presale? Presale,
    [property: Id(6)] int UnitsPerBuyer,
    [property: Id(7)] byte Hold,
    [property: Id(8)] bool IsWithdrawn,
    [property: Id(9)] bool IsTakenDown,
    [property: Id(10)] byte Publication);

/// <summary>A listing as a reader sees it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.listing-view")]
internal record struct ListingViewSurrogate(
    [property: Id(0)] ListingId Id,
    [property: Id(1)] string Title,
    [property: Id(2)] Listing Listing,
    [property: Id(3)] Money PriceNow,
    [property: Id(4)] StockTotals Stock,
    [property: Id(5)] string? Attributes);

/// <summary>A lower price during a window; moments are ticks of UTC.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.festival-price")]
internal record struct FestivalPriceSurrogate(
    [property: Id(0)] long PriceFen,
    [property: Id(1)] long FromTicks,
    [property: Id(2)] long UntilTicks);

/// <summary>A presale; moments are ticks of UTC.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.presale")]
internal record struct PresaleSurrogate(
    [property: Id(0)] long DepositFen,
    [property: Id(1)] long BalanceFromTicks,
    [property: Id(2)] long BalanceUntilTicks);

[RegisterConverter]
internal sealed class FestivalPriceConverter : IConverter<FestivalPrice, FestivalPriceSurrogate>
{
    public FestivalPriceSurrogate ConvertToSurrogate(in FestivalPrice value) =>
        new(value.Price.Fen, value.From.UtcTicks, value.Until.UtcTicks);

    public FestivalPrice ConvertFromSurrogate(in FestivalPriceSurrogate surrogate) => new(
        Money.FromFen(surrogate.PriceFen), Moments.FromTicks(surrogate.FromTicks),
        Moments.FromTicks(surrogate.UntilTicks));
}

[RegisterConverter]
internal sealed class PresaleConverter : IConverter<Presale, PresaleSurrogate>
{
    public PresaleSurrogate ConvertToSurrogate(in Presale value) =>
        new(value.Deposit.Fen, value.BalanceFrom.UtcTicks, value.BalanceUntil.UtcTicks);

    public Presale ConvertFromSurrogate(in PresaleSurrogate surrogate) => new(
        Money.FromFen(surrogate.DepositFen), Moments.FromTicks(surrogate.BalanceFromTicks),
        Moments.FromTicks(surrogate.BalanceUntilTicks));
}

[RegisterConverter]
internal sealed class ListingConverter : IConverter<Listing, ListingSurrogate>
{
    public ListingSurrogate ConvertToSurrogate(in Listing value)
    {
        var facts = value.Facts;
        return new ListingSurrogate
        {
            Store = facts.Store.Value,
            Category = facts.Category.Value,
            Brand = facts.Brand,
            PriceFen = facts.Price.Fen,
            Festival = facts.Festival,
            Presale = facts.Presale,
            UnitsPerBuyer = facts.UnitsPerBuyer,
            Hold = (byte)facts.Hold,
            IsWithdrawn = facts.IsWithdrawn,
            IsTakenDown = facts.IsTakenDown,
            Publication = (byte)facts.Publication,
        };
    }

    public Listing ConvertFromSurrogate(in ListingSurrogate surrogate) => Listing.Of(new ListingFacts
    {
        Store = new StoreId(surrogate.Store),
        Category = new CategoryId(surrogate.Category),
        Brand = surrogate.Brand,
        Price = Money.FromFen(surrogate.PriceFen),
        Festival = surrogate.Festival,
        Presale = surrogate.Presale,
        UnitsPerBuyer = surrogate.UnitsPerBuyer,
        Hold = (HoldMode)surrogate.Hold,
        IsWithdrawn = surrogate.IsWithdrawn,
        IsTakenDown = surrogate.IsTakenDown,
        Publication = (PublicationStatus)surrogate.Publication,
    });
}

[RegisterConverter]
internal sealed class ListingViewConverter : IConverter<ListingView, ListingViewSurrogate>
{
    public ListingViewSurrogate ConvertToSurrogate(in ListingView value) =>
        new(value.Id, value.Title, value.Listing, value.PriceNow, value.Stock, value.Attributes.Stored);

    public ListingView ConvertFromSurrogate(in ListingViewSurrogate surrogate) => new(
        surrogate.Id, surrogate.Title, surrogate.Listing, surrogate.PriceNow, surrogate.Stock,
        ListingAttributes.OfStored(surrogate.Attributes, $"The view of listing {surrogate.Id}"));
}
