namespace FlashSale.GrainInterfaces;

/// <summary>A line of an order as a reader sees it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.order-line-view")]
internal struct OrderLineViewSurrogate
{
    [Id(0)]
    public int Listing;

    [Id(1)]
    public int Units;

    [Id(2)]
    public int Returned;
}

/// <summary>An order as a reader sees it; moments are ticks of UTC.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.order-view")]
internal struct OrderViewSurrogate
{
    [Id(0)]
    public OrderId Id;

    [Id(1)]
    public StoreId Store;

    [Id(2)]
    public byte Status;

    [Id(3)]
    public bool HasEnded;

    [Id(4)]
    public byte Channel;

    [Id(5)]
    public Money Total;

    [Id(6)]
    public OrderEscrow Escrow;

    [Id(7)]
    public Rating Rating;

    [Id(8)]
    public long PlacedAtTicks;

    [Id(9)]
    public long? PaidAtTicks;

    [Id(10)]
    public long? ShippedAtTicks;

    [Id(11)]
    public long? DeliveredAtTicks;

    [Id(12)]
    public long? ConfirmedAtTicks;

    [Id(13)]
    public OrderLineView[] Lines;

    [Id(14)]
    public byte DepositChannel;

    [Id(20)]
    public byte RefusedFor;
}

[RegisterConverter]
internal sealed class OrderLineViewConverter : IConverter<OrderLineView, OrderLineViewSurrogate>
{
    public OrderLineViewSurrogate ConvertToSurrogate(in OrderLineView value) =>
        new() { Listing = value.Listing.Value, Units = value.Units, Returned = value.Returned };

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
