namespace FlashSale.GrainInterfaces;

/// <summary>What is agreed when an order is placed.</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order-terms")]
internal struct OrderTermsSurrogate
{
    [Id(0)]
    public long TotalFen;

    [Id(1)]
    public long DepositFen;

    [Id(2)]
    public long PayWithinTicks;

    [Id(3)]
    public bool IsFestival;

    [Id(4)]
    public int CommissionBasisPoints;

    [Id(5)]
    public int OrdersInCheckout;

    [Id(6)]
    public ulong Fingerprint;
}

[RegisterConverter]
internal sealed class OrderTermsConverter : IConverter<OrderTerms, OrderTermsSurrogate>
{
    public OrderTermsSurrogate ConvertToSurrogate(in OrderTerms value) => new()
    {
        TotalFen = value.Total.Fen,
        DepositFen = value.Deposit.Fen,
        PayWithinTicks = value.PayWithin.Ticks,
        IsFestival = value.IsFestival,
        CommissionBasisPoints = value.CommissionBasisPoints,
        OrdersInCheckout = value.OrdersInCheckout,
        Fingerprint = value.Fingerprint,
    };

    public OrderTerms ConvertFromSurrogate(in OrderTermsSurrogate surrogate) => new(
        Money.FromFen(surrogate.TotalFen),
        Money.FromFen(surrogate.DepositFen),
        TimeSpan.FromTicks(surrogate.PayWithinTicks),
        surrogate.IsFestival,
        surrogate.CommissionBasisPoints,
        surrogate.OrdersInCheckout,
        surrogate.Fingerprint);
}
