namespace FlashSale.GrainInterfaces;

/// <summary>What the watch has counted of a listing on a day.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.watch-day")]
internal record struct WatchDaySurrogate(
    [property: Id(0)] int Listing,
    [property: Id(1)] int Store,
    [property: Id(2)] int Day,
    [property: Id(3)] int Orders,
    [property: Id(4)] int Refunds,
    [property: Id(5)] int PoorRatings,
    [property: Id(6)] int Complaints,
    [property: Id(7)] int Counterfeits,
    [property: Id(8)] int Alerts);

/// <summary>An alert of the watch; the moment is Unix time in milliseconds.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.watch-alert")]
internal record struct WatchAlertSurrogate(
    [property: Id(0)] long AtMs,
    [property: Id(1)] int Number,
    [property: Id(2)] int Store,
    [property: Id(3)] int Listing,
    [property: Id(4)] int BasisPoints,
    [property: Id(5)] int Suspicion);

[RegisterConverter]
internal sealed class WatchDayConverter : IConverter<WatchDay, WatchDaySurrogate>
{
    public WatchDaySurrogate ConvertToSurrogate(in WatchDay value) => new(
        value.Listing.Value, value.Store.Value, value.Day, value.Orders, value.Refunds, value.PoorRatings,
        value.Complaints, value.Counterfeits, value.Alerts);

    public WatchDay ConvertFromSurrogate(in WatchDaySurrogate surrogate) => new()
    {
        Listing = new ListingId(surrogate.Listing),
        Store = new StoreId(surrogate.Store),
        Day = surrogate.Day,
        Orders = surrogate.Orders,
        Refunds = surrogate.Refunds,
        PoorRatings = surrogate.PoorRatings,
        Complaints = surrogate.Complaints,
        Counterfeits = surrogate.Counterfeits,
        Alerts = surrogate.Alerts,
    };
}

[RegisterConverter]
internal sealed class WatchAlertConverter : IConverter<WatchAlert, WatchAlertSurrogate>
{
    public WatchAlertSurrogate ConvertToSurrogate(in WatchAlert value) => new(
        value.AtMs, value.Number, value.Store.Value, value.Listing.Value, value.BasisPoints,
        value.Suspicion);

    public WatchAlert ConvertFromSurrogate(in WatchAlertSurrogate surrogate) => new(
        surrogate.AtMs, surrogate.Number, new StoreId(surrogate.Store), new ListingId(surrogate.Listing),
        surrogate.BasisPoints, surrogate.Suspicion);
}
