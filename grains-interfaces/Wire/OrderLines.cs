namespace FlashSale.GrainInterfaces;

/// <summary>A line of an order.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order-line")]
internal record struct OrderLineSurrogate(
    [property: Id(0)] int Listing,
    [property: Id(1)] int Units,
    [property: Id(2)] int Returned,
    [property: Id(3)] long PriceFen,
    [property: Id(4)] long ToPayFen,
    [property: Id(5)] int Bucket,
    [property: Id(6)] byte Hold);

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
        new ListingId(surrogate.Listing), surrogate.Units, surrogate.Returned,
        Money.FromFen(surrogate.PriceFen), Money.FromFen(surrogate.ToPayFen), surrogate.Bucket,
        (HoldMode)surrogate.Hold));
}
