namespace FlashSale.GrainInterfaces;

/// <summary>Ratings added up.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.rating-sums")]
internal struct RatingSumsSurrogate
{
    [Id(0)]
    public long Orders;

    [Id(1)]
    public long AsDescribed;

    [Id(2)]
    public long Service;

    [Id(3)]
    public long DispatchSpeed;

    [Id(4)]
    public long DeliverySpeed;
}

/// <summary>The ratings of one day in China, added up.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.rating-day")]
internal struct RatingDaySurrogate
{
    [Id(0)]
    public int Day;

    [Id(1)]
    public int Orders;

    [Id(2)]
    public int AsDescribed;

    [Id(3)]
    public int Service;

    [Id(4)]
    public int DispatchSpeed;

    [Id(5)]
    public int DeliverySpeed;
}

[RegisterConverter]
internal sealed class RatingSumsConverter : IConverter<RatingSums, RatingSumsSurrogate>
{
    public RatingSumsSurrogate ConvertToSurrogate(in RatingSums value) => new()
    {
        Orders = value.Orders,
        AsDescribed = value.PointsOf(RatingComponent.AsDescribed),
        Service = value.PointsOf(RatingComponent.Service),
        DispatchSpeed = value.PointsOf(RatingComponent.DispatchSpeed),
        DeliverySpeed = value.PointsOf(RatingComponent.DeliverySpeed),
    };

    public RatingSums ConvertFromSurrogate(in RatingSumsSurrogate surrogate) => RatingSums.Of(
        surrogate.Orders,
        surrogate.AsDescribed,
        surrogate.Service,
        surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}

[RegisterConverter]
internal sealed class RatingDayConverter : IConverter<RatingDay, RatingDaySurrogate>
{
    public RatingDaySurrogate ConvertToSurrogate(in RatingDay value) => new()
    {
        Day = value.Day,
        Orders = value.Orders,
        AsDescribed = value.AsDescribed,
        Service = value.Service,
        DispatchSpeed = value.DispatchSpeed,
        DeliverySpeed = value.DeliverySpeed,
    };

    public RatingDay ConvertFromSurrogate(in RatingDaySurrogate surrogate) => new(
        surrogate.Day,
        surrogate.Orders,
        surrogate.AsDescribed,
        surrogate.Service,
        surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}
