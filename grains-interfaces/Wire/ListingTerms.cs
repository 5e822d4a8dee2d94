namespace FlashSale.GrainInterfaces;

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

/// <summary>What a seller says of a listing when publishing it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.listing-terms")]
internal struct ListingTermsSurrogate
{
    [Id(0)]
    public int Store;

    [Id(1)]
    public string Title;

    [Id(2)]
    public byte Category;

    [Id(3)]
    public int Brand;

    [Id(4)]
    public long PriceFen;

    [Id(5)]
    public FestivalPrice? Festival;

    [Id(6)]
    public Presale? Presale;

    [Id(7)]
    public int UnitsPerBuyer;

    [Id(8)]
    public byte Hold;

    [Id(9)]
    public int Stock;

    [Id(10)]
    public int Buckets;
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
internal sealed class ListingTermsConverter : IConverter<ListingTerms, ListingTermsSurrogate>
{
    public ListingTermsSurrogate ConvertToSurrogate(in ListingTerms value) => new()
    {
        Store = value.Store.Value,
        Title = value.Title,
        Category = value.Category.Value,
        Brand = value.Brand,
        PriceFen = value.Price.Fen,
        Festival = value.Festival,
        Presale = value.Presale,
        UnitsPerBuyer = value.UnitsPerBuyer,
        Hold = (byte)value.Hold,
        Stock = value.Stock,
        Buckets = value.Buckets,
    };

    public ListingTerms ConvertFromSurrogate(in ListingTermsSurrogate surrogate) => new()
    {
        Store = new StoreId(surrogate.Store),
        Title = surrogate.Title,
        Category = new CategoryId(surrogate.Category),
        Brand = surrogate.Brand,
        Price = Money.FromFen(surrogate.PriceFen),
        Festival = surrogate.Festival,
        Presale = surrogate.Presale,
        UnitsPerBuyer = surrogate.UnitsPerBuyer,
        Hold = (HoldMode)surrogate.Hold,
        Stock = surrogate.Stock,
        Buckets = surrogate.Buckets,
    };
}
