namespace FlashSale.GrainInterfaces;

/// <summary>One order's money at the guarantor.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order-escrow")]
internal record struct OrderEscrowSurrogate(
    [property: Id(0)] long PaidFen,
    [property: Id(1)] long ReleasedFen,
    [property: Id(2)] long RefundedFen);

[RegisterConverter]
internal sealed class OrderEscrowConverter : IConverter<OrderEscrow, OrderEscrowSurrogate>
{
    public OrderEscrowSurrogate ConvertToSurrogate(in OrderEscrow value) =>
        new(value.Paid.Fen, value.Released.Fen, value.Refunded.Fen);

    public OrderEscrow ConvertFromSurrogate(in OrderEscrowSurrogate surrogate) => OrderEscrow.Of(
        Money.FromFen(surrogate.PaidFen), Money.FromFen(surrogate.ReleasedFen),
        Money.FromFen(surrogate.RefundedFen));
}
