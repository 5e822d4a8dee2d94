using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

/// <summary>A seller as a reader sees it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.seller-view")]
internal struct SellerViewSurrogate
{
    [Id(0)]
    public SellerId Id;

    [Id(1)]
    public StoreView[] Stores;

    [Id(2)]
    public bool HasMore;
}

[RegisterConverter]
internal sealed class SellerViewConverter : IConverter<SellerView, SellerViewSurrogate>
{
    public SellerViewSurrogate ConvertToSurrogate(in SellerView value) =>
        new() { Id = value.Id, Stores = [.. value.Stores], HasMore = value.HasMore };

    public SellerView ConvertFromSurrogate(in SellerViewSurrogate surrogate) =>
        new(surrogate.Id, surrogate.Stores, surrogate.HasMore);
}

// A view never changes, so a call within a silo hands over the same object.
[RegisterCopier]
internal sealed class SellerViewCopier : ShallowCopier<SellerView>;
