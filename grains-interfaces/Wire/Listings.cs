namespace FlashSale.GrainInterfaces;

/// <summary>A listing as hosts keep it; all 0 is none.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.listing")]
internal struct ListingSurrogate
{
    [Id(0)]
    public int Store;

    [Id(1)]
    public byte Category;

    [Id(2)]
    public int Brand;

    [Id(3)]
    public long PriceFen;

    [Id(4)]
    public FestivalPrice? Festival;

    [Id(5)]
    public Presale? Presale;

    [Id(6)]
    public int UnitsPerBuyer;

    [Id(7)]
    public byte Hold;

    [Id(8)]
    public bool IsWithdrawn;
}

/// <summary>A listing as a reader sees it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.listing-view")]
internal struct ListingViewSurrogate
{
    [Id(0)]
    public ListingId Id;

    [Id(1)]
    public string Title;

    [Id(2)]
    public Listing Listing;

    [Id(3)]
    public Money PriceNow;

    [Id(4)]
    public StockTotals Stock;
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
    });
}

[RegisterConverter]
internal sealed class ListingViewConverter : IConverter<ListingView, ListingViewSurrogate>
{
    public ListingViewSurrogate ConvertToSurrogate(in ListingView value) => new()
    {
        Id = value.Id,
        Title = value.Title,
        Listing = value.Listing,
        PriceNow = value.PriceNow,
        Stock = value.Stock,
    };

    public ListingView ConvertFromSurrogate(in ListingViewSurrogate surrogate) =>
        new(surrogate.Id, surrogate.Title, surrogate.Listing, surrogate.PriceNow, surrogate.Stock);
}
