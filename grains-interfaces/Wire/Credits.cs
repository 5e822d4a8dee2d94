namespace FlashSale.GrainInterfaces;

/// <summary>The credit of a store or of a buyer.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.credit")]
internal struct CreditSurrogate
{
    [Id(0)]
    public int Points;

    [Id(1)]
    public int Good;

    [Id(2)]
    public int Medium;

    [Id(3)]
    public int Poor;
}

/// <summary>How many verdicts between a buyer and a store have counted in a month.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.pair-credit")]
internal struct PairCreditSurrogate
{
    [Id(0)]
    public int Buyer;

    [Id(1)]
    public int Store;

    [Id(2)]
    public ushort Month;

    [Id(3)]
    public byte OfStore;

    [Id(4)]
    public byte OfBuyer;
}

/// <summary>When a listing last moved points between its store and a buyer, in seconds since 2000.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.listing-credit")]
internal struct ListingCreditSurrogate
{
    [Id(0)]
    public int Buyer;

    [Id(1)]
    public int Listing;

    [Id(2)]
    public int OfStoreSecond;

    [Id(3)]
    public int OfBuyerSecond;
}

[RegisterConverter]
internal sealed class CreditConverter : IConverter<Credit, CreditSurrogate>
{
    public CreditSurrogate ConvertToSurrogate(in Credit value) => new()
    {
        Points = value.Points,
        Good = value.Good,
        Medium = value.Medium,
        Poor = value.Poor,
    };

    public Credit ConvertFromSurrogate(in CreditSurrogate surrogate) =>
        Credit.Of(surrogate.Points, surrogate.Good, surrogate.Medium, surrogate.Poor);
}

[RegisterConverter]
internal sealed class PairCreditConverter : IConverter<PairCredit, PairCreditSurrogate>
{
    public PairCreditSurrogate ConvertToSurrogate(in PairCredit value) => new()
    {
        Buyer = value.Buyer.Value,
        Store = value.Store.Value,
        Month = value.Month,
        OfStore = value.OfStore,
        OfBuyer = value.OfBuyer,
    };

    public PairCredit ConvertFromSurrogate(in PairCreditSurrogate surrogate) => new(
        new BuyerId(surrogate.Buyer),
        new StoreId(surrogate.Store),
        surrogate.Month,
        surrogate.OfStore,
        surrogate.OfBuyer);
}

[RegisterConverter]
internal sealed class ListingCreditConverter : IConverter<ListingCredit, ListingCreditSurrogate>
{
    public ListingCreditSurrogate ConvertToSurrogate(in ListingCredit value) => new()
    {
        Buyer = value.Buyer.Value,
        Listing = value.Listing.Value,
        OfStoreSecond = value.OfStoreSecond,
        OfBuyerSecond = value.OfBuyerSecond,
    };

    public ListingCredit ConvertFromSurrogate(in ListingCreditSurrogate surrogate) => new(
        new BuyerId(surrogate.Buyer),
        new ListingId(surrogate.Listing),
        surrogate.OfStoreSecond,
        surrogate.OfBuyerSecond);
}
