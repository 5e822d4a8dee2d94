namespace FlashSale.GrainInterfaces;

/// <summary>A buyer's rating of an order; all 0 is none.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.rating")]
internal struct RatingSurrogate
{
    [Id(0)]
    public byte Credit;

    [Id(1)]
    public byte AsDescribed;

    [Id(2)]
    public byte Service;

    [Id(3)]
    public byte DispatchSpeed;

    [Id(4)]
    public byte DeliverySpeed;
}

/// <summary>The two verdicts of an order; 0 is none yet.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.order-credits")]
internal struct OrderCreditsSurrogate
{
    [Id(0)]
    public byte OfStore;

    [Id(1)]
    public byte OfBuyer;
}

[RegisterConverter]
internal sealed class RatingConverter : IConverter<Rating, RatingSurrogate>
{
    /// <summary>A rating from its numbers, or none if all are 0.</summary>
    public static Rating Of(int credit, int asDescribed, int service, int dispatchSpeed, int deliverySpeed) =>
        (credit | asDescribed | service | dispatchSpeed | deliverySpeed) == 0
            ? default
            : Rating.Of((CreditRating)credit, asDescribed, service, dispatchSpeed, deliverySpeed)
                ?? throw new ArgumentException("These are no points of a rating.", nameof(credit));

    public RatingSurrogate ConvertToSurrogate(in Rating value) => new()
    {
        Credit = (byte)value.Credit,
        AsDescribed = value.AsDescribed,
        Service = value.Service,
        DispatchSpeed = value.DispatchSpeed,
        DeliverySpeed = value.DeliverySpeed,
    };

    public Rating ConvertFromSurrogate(in RatingSurrogate surrogate) => Of(
        surrogate.Credit,
        surrogate.AsDescribed,
        surrogate.Service,
        surrogate.DispatchSpeed,
        surrogate.DeliverySpeed);
}

[RegisterConverter]
internal sealed class OrderCreditsConverter : IConverter<OrderCredits, OrderCreditsSurrogate>
{
    public OrderCreditsSurrogate ConvertToSurrogate(in OrderCredits value) =>
        new() { OfStore = (byte)value.OfStore, OfBuyer = (byte)value.OfBuyer };

    public OrderCredits ConvertFromSurrogate(in OrderCreditsSurrogate surrogate) =>
        OrderCredits.Of((CreditRating)surrogate.OfStore, (CreditRating)surrogate.OfBuyer);
}
