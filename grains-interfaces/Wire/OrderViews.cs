namespace FlashSale.GrainInterfaces;

/// <summary>A line of an order as a reader sees it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.order-line-view")]
internal record struct OrderLineViewSurrogate(
    [property: Id(0)] int Listing,
    [property: Id(1)] int Units,
    [property: Id(2)] int Returned);

/// <summary>An order as a reader sees it; moments are ticks of UTC.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.order-view")]
internal record struct OrderViewSurrogate(
    [property: Id(0)] OrderId Id,
    [property: Id(1)] StoreId Store,
    [property: Id(2)] byte Status,
    [property: Id(3)] bool HasEnded,
    [property: Id(4)] byte Channel,
    [property: Id(5)] Money Total,
    [property: Id(6)] OrderEscrow Escrow,
    [property: Id(7)] Rating Rating,
    [property: Id(8)] long PlacedAtTicks,
    [property: Id(9)] long? PaidAtTicks,
    [property: Id(10)] long? ShippedAtTicks,
    [property: Id(11)] long? DeliveredAtTicks,
    [property: Id(12)] long? ConfirmedAtTicks,
    [property: Id(13)] OrderLineView[] Lines,
    [property: Id(14)] byte DepositChannel,
    [property: Id(20)] byte RefusedFor);

[RegisterConverter]
internal sealed class OrderLineViewConverter : IConverter<OrderLineView, OrderLineViewSurrogate>
{
    public OrderLineViewSurrogate ConvertToSurrogate(in OrderLineView value) =>
        new(value.Listing.Value, value.Units, value.Returned);

    public OrderLineView ConvertFromSurrogate(in OrderLineViewSurrogate surrogate) =>
        new(new ListingId(surrogate.Listing), surrogate.Units, surrogate.Returned);
}

[RegisterConverter]
internal sealed class OrderViewConverter : IConverter<OrderView, OrderViewSurrogate>
{
    public OrderViewSurrogate ConvertToSurrogate(in OrderView value) => new()
    {
        Id = value.Id,
        Store = value.Store,
        Status = (byte)value.Status,
        HasEnded = value.HasEnded,
        Channel = (byte)value.Channel,
        Total = value.Total,
        Escrow = value.Escrow,
        Rating = value.Rating,
        PlacedAtTicks = value.PlacedAt.UtcTicks,
        PaidAtTicks = value.PaidAt?.UtcTicks,
        ShippedAtTicks = value.ShippedAt?.UtcTicks,
        DeliveredAtTicks = value.DeliveredAt?.UtcTicks,
        ConfirmedAtTicks = value.ConfirmedAt?.UtcTicks,
        Lines = [.. value.Lines],
        DepositChannel = (byte)value.DepositChannel,
        RefusedFor = (byte)value.RefusedFor,
    };

    public OrderView ConvertFromSurrogate(in OrderViewSurrogate surrogate) => new()
    {
        Id = surrogate.Id,
        Store = surrogate.Store,
        Status = (OrderStatus)surrogate.Status,
        HasEnded = surrogate.HasEnded,
        Channel = (PaymentChannel)surrogate.Channel,
        Total = surrogate.Total,
        Escrow = surrogate.Escrow,
        Rating = surrogate.Rating,
        PlacedAt = Moments.FromTicks(surrogate.PlacedAtTicks),
        PaidAt = Moments.FromTicks(surrogate.PaidAtTicks),
        ShippedAt = Moments.FromTicks(surrogate.ShippedAtTicks),
        DeliveredAt = Moments.FromTicks(surrogate.DeliveredAtTicks),
        ConfirmedAt = Moments.FromTicks(surrogate.ConfirmedAtTicks),
        Lines = surrogate.Lines,
        DepositChannel = (PaymentChannel)surrogate.DepositChannel,
        RefusedFor = (ReserveResult)surrogate.RefusedFor,
    };
}
