namespace FlashSale.GrainInterfaces;

/// <summary>Ratings added up.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.rating-sums")]
internal record struct RatingSumsSurrogate(
    [property: Id(0)] long Orders,
    [property: Id(1)] long AsDescribed,
    [property: Id(2)] long Service,
    [property: Id(3)] long DispatchSpeed,
    [property: Id(4)] long DeliverySpeed);

/// <summary>The ratings of one day in China, added up.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.rating-day")]
internal record struct RatingDaySurrogate(
    [property: Id(0)] int Day,
    [property: Id(1)] int Orders,
    [property: Id(2)] int AsDescribed,
    [property: Id(3)] int Service,
    [property: Id(4)] int DispatchSpeed,
    [property: Id(5)] int DeliverySpeed);

[RegisterConverter]
internal sealed class RatingSumsConverter : IConverter<RatingSums, RatingSumsSurrogate>
{
    public RatingSumsSurrogate ConvertToSurrogate(in RatingSums value) => new(
        value.Orders, value.PointsOf(RatingComponent.AsDescribed), value.PointsOf(RatingComponent.Service),
        value.PointsOf(RatingComponent.DispatchSpeed), value.PointsOf(RatingComponent.DeliverySpeed));

    public RatingSums ConvertFromSurrogate(in RatingSumsSurrogate surrogate) => RatingSums.Of(
        surrogate.Orders, surrogate.AsDescribed, surrogate.Service, surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}

[RegisterConverter]
internal sealed class RatingDayConverter : IConverter<RatingDay, RatingDaySurrogate>
{
    public RatingDaySurrogate ConvertToSurrogate(in RatingDay value) => new(
        value.Day, value.Orders, value.AsDescribed, value.Service, value.DispatchSpeed, value.DeliverySpeed);

    public RatingDay ConvertFromSurrogate(in RatingDaySurrogate surrogate) => new(
        surrogate.Day, surrogate.Orders, surrogate.AsDescribed, surrogate.Service, surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}
