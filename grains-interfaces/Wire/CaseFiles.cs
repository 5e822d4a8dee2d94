using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

/// <summary>What a store has against it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.store-points")]
internal record struct StorePointsSurrogate(
    [property: Id(0)] int Store,
    [property: Id(1)] int Points,
    [property: Id(2)] int CounterfeitPoints,
    [property: Id(3)] byte Measure);

/// <summary>Complaints about a listing.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.listing-complaints")]
internal record struct ListingComplaintsSurrogate(
    [property: Id(0)] int Listing, [property: Id(1)] int Complaints);

/// <summary>The file on a seller as a reader sees it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.case-file-view")]
internal record struct CaseFileViewSurrogate(
    [property: Id(0)] SellerId Seller,
    [property: Id(1)] Case[] Cases,
    [property: Id(2)] StorePoints[] Stores,
    [property: Id(3)] ListingComplaints[] Listings,
    [property: Id(4)] int Violations,
    [property: Id(5)] bool IsFlagged,
    [property: Id(6)] bool IsBarred);

[RegisterConverter]
internal sealed class StorePointsConverter : IConverter<StorePoints, StorePointsSurrogate>
{
    public StorePointsSurrogate ConvertToSurrogate(in StorePoints value) =>
        new(value.Store.Value, value.Points, value.CounterfeitPoints, (byte)value.Measure);

    public StorePoints ConvertFromSurrogate(in StorePointsSurrogate surrogate) => new(
        new StoreId(surrogate.Store), surrogate.Points, surrogate.CounterfeitPoints,
        (StoreMeasure)surrogate.Measure);
}

[RegisterConverter]
internal sealed class ListingComplaintsConverter : IConverter<ListingComplaints, ListingComplaintsSurrogate>
{
    public ListingComplaintsSurrogate ConvertToSurrogate(in ListingComplaints value) =>
        new(value.Listing.Value, value.Complaints);

    public ListingComplaints ConvertFromSurrogate(in ListingComplaintsSurrogate surrogate) =>
        new(new ListingId(surrogate.Listing), surrogate.Complaints);
}

[RegisterConverter]
internal sealed class CaseFileViewConverter : IConverter<CaseFileView, CaseFileViewSurrogate>
{
    public CaseFileViewSurrogate ConvertToSurrogate(in CaseFileView value) => new(
        value.Seller, [.. value.Cases], [.. value.Stores], [.. value.Listings], value.Violations,
        value.IsFlagged, value.IsBarred);

    public CaseFileView ConvertFromSurrogate(in CaseFileViewSurrogate surrogate) => new(
        surrogate.Seller, surrogate.Cases, surrogate.Stores, surrogate.Listings, surrogate.Violations,
        surrogate.IsFlagged, surrogate.IsBarred);
}

// A view never changes, so a call within a silo hands over the same object.
[RegisterCopier]
internal sealed class CaseFileViewCopier : ShallowCopier<CaseFileView>;
