using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

/// <summary>A seller as a reader sees it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.seller-view")]
internal record struct SellerViewSurrogate(
    [property: Id(0)] SellerId Id,
    [property: Id(1)] StoreView[] Stores,
    [property: Id(2)] bool HasMore);

[RegisterConverter]
internal sealed class SellerViewConverter : IConverter<SellerView, SellerViewSurrogate>
{
    public SellerViewSurrogate ConvertToSurrogate(in SellerView value) =>
        new(value.Id, [.. value.Stores], value.HasMore);

    public SellerView ConvertFromSurrogate(in SellerViewSurrogate surrogate) =>
        new(surrogate.Id, surrogate.Stores, surrogate.HasMore);
}

// A view never changes, so a call within a silo hands over the same object.
[RegisterCopier]
internal sealed class SellerViewCopier : ShallowCopier<SellerView>;
