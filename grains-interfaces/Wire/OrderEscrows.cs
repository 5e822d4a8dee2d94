namespace FlashSale.GrainInterfaces;

/// <summary>One order's money at the guarantor.</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order-escrow")]
internal struct OrderEscrowSurrogate
{
    [Id(0)]
    public long PaidFen;

    [Id(1)]
    public long ReleasedFen;

    [Id(2)]
    public long RefundedFen;
}

[RegisterConverter]
internal sealed class OrderEscrowConverter : IConverter<OrderEscrow, OrderEscrowSurrogate>
{
    public OrderEscrowSurrogate ConvertToSurrogate(in OrderEscrow value) => new()
    {
        PaidFen = value.Paid.Fen,
        ReleasedFen = value.Released.Fen,
        RefundedFen = value.Refunded.Fen,
    };

    public OrderEscrow ConvertFromSurrogate(in OrderEscrowSurrogate surrogate) => OrderEscrow.Of(
        Money.FromFen(surrogate.PaidFen),
        Money.FromFen(surrogate.ReleasedFen),
        Money.FromFen(surrogate.RefundedFen));
}
