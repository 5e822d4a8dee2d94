namespace FlashSale.GrainInterfaces;

/// <summary>A movement of money that is no part of an order.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.transfer")]
internal struct TransferSurrogate
{
    [Id(0)]
    public long Id;

    [Id(1)]
    public byte Kind;

    [Id(2)]
    public int Store;

    [Id(3)]
    public int Buyer;

    [Id(4)]
    public long AmountFen;
}

[RegisterConverter]
internal sealed class TransferConverter : IConverter<Transfer, TransferSurrogate>
{
    public TransferSurrogate ConvertToSurrogate(in Transfer value) => new()
    {
        Id = value.Id,
        Kind = (byte)value.Kind,
        Store = value.Store.Value,
        Buyer = value.Buyer.Value,
        AmountFen = value.Amount.Fen,
    };

    public Transfer ConvertFromSurrogate(in TransferSurrogate surrogate) => new(
        surrogate.Id,
        (MovementKind)surrogate.Kind,
        new StoreId(surrogate.Store),
        new BuyerId(surrogate.Buyer),
        Money.FromFen(surrogate.AmountFen));
}
