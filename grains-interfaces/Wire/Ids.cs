namespace FlashSale.GrainInterfaces;

/// <summary>An id that is one number: of a buyer, a seller, a store, a listing, a category.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.id")]
internal record struct IdSurrogate([property: Id(0)] int Value);

/// <summary>An id in 64 bits: buyer, checkout number and part of an order; or a hash.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.packed-id")]
internal record struct PackedIdSurrogate([property: Id(0)] long Packed);

/// <summary>An account's id.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.account-id")]
internal record struct AccountIdSurrogate([property: Id(0)] byte Kind, [property: Id(1)] int Owner);

[RegisterConverter]
internal sealed class IdConverter :
    IConverter<BuyerId, IdSurrogate>,
    IConverter<SellerId, IdSurrogate>,
    IConverter<StoreId, IdSurrogate>,
    IConverter<ListingId, IdSurrogate>,
    IConverter<CategoryId, IdSurrogate>
{
    IdSurrogate IConverter<BuyerId, IdSurrogate>.ConvertToSurrogate(in BuyerId value) => new(value.Value);

    BuyerId IConverter<BuyerId, IdSurrogate>.ConvertFromSurrogate(in IdSurrogate surrogate) =>
        new(surrogate.Value);

    IdSurrogate IConverter<SellerId, IdSurrogate>.ConvertToSurrogate(in SellerId value) => new(value.Value);

    SellerId IConverter<SellerId, IdSurrogate>.ConvertFromSurrogate(in IdSurrogate surrogate) =>
        new(surrogate.Value);

    IdSurrogate IConverter<StoreId, IdSurrogate>.ConvertToSurrogate(in StoreId value) => new(value.Value);

    StoreId IConverter<StoreId, IdSurrogate>.ConvertFromSurrogate(in IdSurrogate surrogate) =>
        new(surrogate.Value);

    IdSurrogate IConverter<ListingId, IdSurrogate>.ConvertToSurrogate(in ListingId value) => new(value.Value);

    ListingId IConverter<ListingId, IdSurrogate>.ConvertFromSurrogate(in IdSurrogate surrogate) =>
        new(surrogate.Value);

    IdSurrogate IConverter<CategoryId, IdSurrogate>.ConvertToSurrogate(in CategoryId value) =>
        new(value.Value);

    CategoryId IConverter<CategoryId, IdSurrogate>.ConvertFromSurrogate(in IdSurrogate surrogate) =>
        new((byte)surrogate.Value);
}

[RegisterConverter]
internal sealed class PackedIdConverter :
    IConverter<OrderId, PackedIdSurrogate>,
    IConverter<IdentityId, PackedIdSurrogate>
{
    public PackedIdSurrogate ConvertToSurrogate(in IdentityId value) => new(value.Value);

    IdentityId IConverter<IdentityId, PackedIdSurrogate>.ConvertFromSurrogate(
        in PackedIdSurrogate surrogate) => new(surrogate.Packed);

    public PackedIdSurrogate ConvertToSurrogate(in OrderId value) => new(value.Packed);

    public OrderId ConvertFromSurrogate(in PackedIdSurrogate surrogate) =>
        OrderId.FromPacked(surrogate.Packed)
        ?? throw new ArgumentException($"{surrogate.Packed} is no order id.", nameof(surrogate));
}

[RegisterConverter]
internal sealed class AccountIdConverter : IConverter<AccountId, AccountIdSurrogate>
{
    public AccountIdSurrogate ConvertToSurrogate(in AccountId value) => new((byte)value.Kind, value.Owner);

    public AccountId ConvertFromSurrogate(in AccountIdSurrogate surrogate) =>
        new((AccountKind)surrogate.Kind, surrogate.Owner);
}
