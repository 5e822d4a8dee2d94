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

/// <summary>A lower price during a window; moments are ticks of UTC.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.festival-price")]
internal struct FestivalPriceSurrogate
{
    [Id(0)]
    public long PriceFen;

    [Id(1)]
    public long FromTicks;

    [Id(2)]
    public long UntilTicks;
}

/// <summary>A presale; moments are ticks of UTC.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.presale")]
internal struct PresaleSurrogate
{
    [Id(0)]
    public long DepositFen;

    [Id(1)]
    public long BalanceFromTicks;

    [Id(2)]
    public long BalanceUntilTicks;
}

[RegisterConverter]
internal sealed class FestivalPriceConverter : IConverter<FestivalPrice, FestivalPriceSurrogate>
{
    public FestivalPriceSurrogate ConvertToSurrogate(in FestivalPrice value) => new()
    {
        PriceFen = value.Price.Fen,
        FromTicks = value.From.UtcTicks,
        UntilTicks = value.Until.UtcTicks,
    };

    public FestivalPrice ConvertFromSurrogate(in FestivalPriceSurrogate surrogate) => new(
        Money.FromFen(surrogate.PriceFen),
        Moments.FromTicks(surrogate.FromTicks),
        Moments.FromTicks(surrogate.UntilTicks));
}

[RegisterConverter]
internal sealed class PresaleConverter : IConverter<Presale, PresaleSurrogate>
{
    public PresaleSurrogate ConvertToSurrogate(in Presale value) => new()
    {
        DepositFen = value.Deposit.Fen,
        BalanceFromTicks = value.BalanceFrom.UtcTicks,
        BalanceUntilTicks = value.BalanceUntil.UtcTicks,
    };

    public Presale ConvertFromSurrogate(in PresaleSurrogate surrogate) => new(
        Money.FromFen(surrogate.DepositFen),
        Moments.FromTicks(surrogate.BalanceFromTicks),
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
