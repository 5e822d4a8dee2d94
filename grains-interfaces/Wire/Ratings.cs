namespace FlashSale.GrainInterfaces;

/// <summary>A buyer's rating of an order; all 0 is none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.rating")]
internal record struct RatingSurrogate(
    [property: Id(0)] byte Credit,
    [property: Id(1)] byte AsDescribed,
    [property: Id(2)] byte Service,
    [property: Id(3)] byte DispatchSpeed,
    [property: Id(4)] byte DeliverySpeed);

[RegisterConverter]
internal sealed class RatingConverter : IConverter<Rating, RatingSurrogate>
{
    /// <summary>A rating from its numbers, or none if all are 0.</summary>
    public static Rating Of(int credit, int asDescribed, int service, int dispatchSpeed, int deliverySpeed) =>
        (credit | asDescribed | service | dispatchSpeed | deliverySpeed) == 0
            ? default
            : Rating.Of((CreditRating)credit, asDescribed, service, dispatchSpeed, deliverySpeed)
                ?? throw new ArgumentException("These are no points of a rating.", nameof(credit));

    public RatingSurrogate ConvertToSurrogate(in Rating value) =>
        new((byte)value.Credit, value.AsDescribed, value.Service, value.DispatchSpeed, value.DeliverySpeed);

    public Rating ConvertFromSurrogate(in RatingSurrogate surrogate) => Of(
        surrogate.Credit, surrogate.AsDescribed, surrogate.Service, surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}
