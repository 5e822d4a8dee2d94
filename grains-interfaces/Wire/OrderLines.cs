namespace FlashSale.GrainInterfaces;

/// <summary>A line of an order.</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order-line")]
internal struct OrderLineSurrogate
{
    [Id(0)]
    public int Listing;

    [Id(1)]
    public int Units;

    [Id(2)]
    public int Returned;

    [Id(3)]
    public long PriceFen;

    [Id(4)]
    public long ToPayFen;

    [Id(5)]
    public int Bucket;

    [Id(6)]
    public byte Hold;
}

[RegisterConverter]
internal sealed class OrderLineConverter : IConverter<OrderLine, OrderLineSurrogate>
{
    public OrderLineSurrogate ConvertToSurrogate(in OrderLine value)
    {
        var facts = value.Facts;
        return new OrderLineSurrogate
        {
            Listing = facts.Listing.Value,
            Units = facts.Units,
            Returned = facts.Returned,
            PriceFen = facts.Price.Fen,
            ToPayFen = facts.ToPay.Fen,
            Bucket = facts.Bucket,
            Hold = (byte)facts.Hold,
        };
    }

    public OrderLine ConvertFromSurrogate(in OrderLineSurrogate surrogate) => OrderLine.Of(new OrderLineFacts(
        new ListingId(surrogate.Listing),
        surrogate.Units,
        surrogate.Returned,
        Money.FromFen(surrogate.PriceFen),
        Money.FromFen(surrogate.ToPayFen),
        surrogate.Bucket,
        (HoldMode)surrogate.Hold));
}
