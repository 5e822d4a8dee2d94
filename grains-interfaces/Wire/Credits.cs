namespace FlashSale.GrainInterfaces;

/// <summary>The credit of a store or of a buyer.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.credit")]
internal record struct CreditSurrogate(
    [property: Id(0)] int Points,
    [property: Id(1)] int Good,
    [property: Id(2)] int Medium,
    [property: Id(3)] int Poor);

/// <summary>How many verdicts between a buyer and a store have counted in a month.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.pair-credit")]
internal record struct PairCreditSurrogate(
    [property: Id(0)] int Buyer,
    [property: Id(1)] int Store,
    [property: Id(2)] ushort Month,
    [property: Id(3)] byte OfStore,
    [property: Id(4)] byte OfBuyer);

/// <summary>When a listing last moved points between its store and a buyer, in seconds since 2000.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.listing-credit")]
internal record struct ListingCreditSurrogate(
    [property: Id(0)] int Buyer,
    [property: Id(1)] int Listing,
    [property: Id(2)] int OfStoreSecond,
    [property: Id(3)] int OfBuyerSecond);

[RegisterConverter]
internal sealed class CreditConverter : IConverter<Credit, CreditSurrogate>
{
    public CreditSurrogate ConvertToSurrogate(in Credit value) =>
        new(value.Points, value.Good, value.Medium, value.Poor);

    public Credit ConvertFromSurrogate(in CreditSurrogate surrogate) =>
        Credit.Of(surrogate.Points, surrogate.Good, surrogate.Medium, surrogate.Poor);
}

[RegisterConverter]
internal sealed class PairCreditConverter : IConverter<PairCredit, PairCreditSurrogate>
{
    public PairCreditSurrogate ConvertToSurrogate(in PairCredit value) =>
        new(value.Buyer.Value, value.Store.Value, value.Month, value.OfStore, value.OfBuyer);

    public PairCredit ConvertFromSurrogate(in PairCreditSurrogate surrogate) => new(
        new BuyerId(surrogate.Buyer), new StoreId(surrogate.Store), surrogate.Month, surrogate.OfStore,
        surrogate.OfBuyer);
}

[RegisterConverter]
internal sealed class ListingCreditConverter : IConverter<ListingCredit, ListingCreditSurrogate>
{
    public ListingCreditSurrogate ConvertToSurrogate(in ListingCredit value) =>
        new(value.Buyer.Value, value.Listing.Value, value.OfStoreSecond, value.OfBuyerSecond);

    public ListingCredit ConvertFromSurrogate(in ListingCreditSurrogate surrogate) => new(
        new BuyerId(surrogate.Buyer), new ListingId(surrogate.Listing), surrogate.OfStoreSecond,
        surrogate.OfBuyerSecond);
}
