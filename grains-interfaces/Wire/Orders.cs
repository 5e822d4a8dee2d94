namespace FlashSale.GrainInterfaces;

/// <summary>An order, without its lines. Moments are Unix time in milliseconds, 0 for none.</summary>
/// <remarks>Flat, because every number of a nested value costs a header of its own.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order")]
internal record struct OrderSurrogate(
    [property: Id(0)] long Id,
    [property: Id(1)] int Store,
    [property: Id(2)] long TotalFen,
    [property: Id(3)] long DepositFen,
    [property: Id(4)] int PayWithinMs,
    [property: Id(5)] bool IsFestival,
    [property: Id(6)] int CommissionBasisPoints,
    [property: Id(7)] int OrdersInCheckout,
    [property: Id(8)] ulong Fingerprint,
    [property: Id(9)] byte Status,
    [property: Id(10)] byte Channel,
    [property: Id(11)] bool IsDisputed,
    [property: Id(12)] long PlacedAtMs,
    [property: Id(13)] long PaidAtMs,
    [property: Id(14)] long ShippedAtMs,
    [property: Id(15)] long DeliveredAtMs,
    [property: Id(16)] long ConfirmedAtMs,
    [property: Id(17)] long PaidFen,
    [property: Id(18)] long ReleasedFen,
    [property: Id(19)] long RefundedFen,
    [property: Id(20)] byte RatedCredit,
    [property: Id(21)] byte RatedAsDescribed,
    [property: Id(22)] byte RatedService,
    [property: Id(23)] byte RatedDispatchSpeed,
    [property: Id(24)] byte RatedDeliverySpeed,
    [property: Id(25)] byte CreditOfStore,
    [property: Id(26)] byte CreditOfBuyer,
    [property: Id(27)] byte DepositChannel,
    [property: Id(28)] byte DisputeDecided, // an open one is IsDisputed, as it was before verdicts were kept
    [property: Id(30)] byte RefusedFor,
    [property: Id(31)] bool HasNoVerdicts);

[RegisterConverter]
internal sealed class OrderConverter : IConverter<Order, OrderSurrogate>
{
    public OrderSurrogate ConvertToSurrogate(in Order value)
    {
        var facts = value.Facts;
        return new OrderSurrogate
        {
            Id = facts.Id.Packed,
            Store = facts.Store.Value,
            TotalFen = facts.Terms.Total.Fen,
            DepositFen = facts.Terms.Deposit.Fen,
            PayWithinMs = (int)facts.Terms.PayWithin.TotalMilliseconds,
            IsFestival = facts.Terms.IsFestival,
            CommissionBasisPoints = facts.Terms.CommissionBasisPoints,
            OrdersInCheckout = facts.Terms.OrdersInCheckout,
            Fingerprint = facts.Terms.Fingerprint,
            Status = (byte)facts.Status,
            Channel = (byte)facts.Channel,
            IsDisputed = facts.Dispute == DisputeStatus.Open,
            PlacedAtMs = facts.PlacedAt.ToUnixTimeMilliseconds(),
            PaidAtMs = Moments.ToMsOrNone(facts.PaidAt),
            ShippedAtMs = Moments.ToMsOrNone(facts.ShippedAt),
            DeliveredAtMs = Moments.ToMsOrNone(facts.DeliveredAt),
            ConfirmedAtMs = Moments.ToMsOrNone(facts.ConfirmedAt),
            PaidFen = facts.Escrow.Paid.Fen,
            ReleasedFen = facts.Escrow.Released.Fen,
            RefundedFen = facts.Escrow.Refunded.Fen,
            RatedCredit = (byte)facts.Rating.Credit,
            RatedAsDescribed = facts.Rating.AsDescribed,
            RatedService = facts.Rating.Service,
            RatedDispatchSpeed = facts.Rating.DispatchSpeed,
            RatedDeliverySpeed = facts.Rating.DeliverySpeed,
            CreditOfStore = (byte)facts.Credits.OfStore,
            CreditOfBuyer = (byte)facts.Credits.OfBuyer,
            DepositChannel = (byte)facts.DepositChannel,
            DisputeDecided = facts.Dispute == DisputeStatus.Open ? (byte)0 : (byte)facts.Dispute,
            RefusedFor = (byte)facts.RefusedFor,
            HasNoVerdicts = facts.Terms.HasNoVerdicts,
        };
    }

    public Order ConvertFromSurrogate(in OrderSurrogate surrogate) => Order.Of(new OrderFacts
    {
        Id = OrderId.FromPacked(surrogate.Id)
            ?? throw new ArgumentException($"{surrogate.Id} is no order id.", nameof(surrogate)),
        Store = new StoreId(surrogate.Store),
        Terms = TermsOf(surrogate),
        Status = (OrderStatus)surrogate.Status,
        Channel = (PaymentChannel)surrogate.Channel,
        DepositChannel = (PaymentChannel)surrogate.DepositChannel,
        Dispute = surrogate.IsDisputed ? DisputeStatus.Open : (DisputeStatus)surrogate.DisputeDecided,
        PlacedAt = Moments.FromMs(surrogate.PlacedAtMs),
        PaidAt = Moments.FromMsOrNone(surrogate.PaidAtMs),
        ShippedAt = Moments.FromMsOrNone(surrogate.ShippedAtMs),
        DeliveredAt = Moments.FromMsOrNone(surrogate.DeliveredAtMs),
        ConfirmedAt = Moments.FromMsOrNone(surrogate.ConfirmedAtMs),
        Escrow = OrderEscrow.Of(
            Money.FromFen(surrogate.PaidFen),
            Money.FromFen(surrogate.ReleasedFen),
            Money.FromFen(surrogate.RefundedFen)),
        Rating = RatingConverter.Of(
            surrogate.RatedCredit,
            surrogate.RatedAsDescribed,
            surrogate.RatedService,
            surrogate.RatedDispatchSpeed,
            surrogate.RatedDeliverySpeed),
        Credits = OrderCredits.Of(
            (CreditRating)surrogate.CreditOfStore, (CreditRating)surrogate.CreditOfBuyer),
        RefusedFor = (ReserveResult)surrogate.RefusedFor,
    });

    private static OrderTerms TermsOf(in OrderSurrogate surrogate) => new(
        Money.FromFen(surrogate.TotalFen), Money.FromFen(surrogate.DepositFen),
        TimeSpan.FromMilliseconds(surrogate.PayWithinMs), surrogate.IsFestival,
        surrogate.CommissionBasisPoints, surrogate.OrdersInCheckout, surrogate.Fingerprint)
    {
        HasNoVerdicts = surrogate.HasNoVerdicts,
    };
}
