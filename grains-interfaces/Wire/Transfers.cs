namespace FlashSale.GrainInterfaces;

/// <summary>A movement of money that is no part of an order.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.transfer")]
internal record struct TransferSurrogate(
    [property: Id(0)] long Id,
    [property: Id(1)] byte Kind,
    [property: Id(2)] int Store,
    [property: Id(3)] int Buyer,
    [property: Id(4)] long AmountFen);

[RegisterConverter]
internal sealed class TransferConverter : IConverter<Transfer, TransferSurrogate>
{
    public TransferSurrogate ConvertToSurrogate(in Transfer value) =>
        new(value.Id, (byte)value.Kind, value.Store.Value, value.Buyer.Value, value.Amount.Fen);

    public Transfer ConvertFromSurrogate(in TransferSurrogate surrogate) => new(
        surrogate.Id, (MovementKind)surrogate.Kind, new StoreId(surrogate.Store),
        new BuyerId(surrogate.Buyer), Money.FromFen(surrogate.AmountFen));
}
