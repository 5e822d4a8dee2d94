namespace FlashSale.GrainInterfaces;

/// <summary>An order, without its lines. Moments are Unix time in milliseconds, 0 for none.</summary>
/// <remarks>Flat, because every number of a nested value costs a header of its own.</remarks>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.order")]
internal struct OrderSurrogate
{
    [Id(0)]
    public long Id;

    [Id(1)]
    public int Store;

    [Id(2)]
    public long TotalFen;

    [Id(3)]
    public long DepositFen;

    [Id(4)]
    public int PayWithinMs;

    [Id(5)]
    public bool IsFestival;

    [Id(6)]
    public int CommissionBasisPoints;

    [Id(7)]
    public int OrdersInCheckout;

    [Id(8)]
    public ulong Fingerprint;

    [Id(9)]
    public byte Status;

    [Id(10)]
    public byte Channel;

    [Id(11)]
    public bool IsDisputed;

    [Id(12)]
    public long PlacedAtMs;

    [Id(13)]
    public long PaidAtMs;

    [Id(14)]
    public long ShippedAtMs;

    [Id(15)]
    public long DeliveredAtMs;

    [Id(16)]
    public long ConfirmedAtMs;

    [Id(17)]
    public long PaidFen;

    [Id(18)]
    public long ReleasedFen;

    [Id(19)]
    public long RefundedFen;

    [Id(20)]
    public byte RatedCredit;

    [Id(21)]
    public byte RatedAsDescribed;

    [Id(22)]
    public byte RatedService;

    [Id(23)]
    public byte RatedDispatchSpeed;

    [Id(24)]
    public byte RatedDeliverySpeed;

    [Id(25)]
    public byte CreditOfStore;

    [Id(26)]
    public byte CreditOfBuyer;

    [Id(27)]
    public byte DepositChannel;

    [Id(28)]
    public byte DisputeDecided; // an open one is IsDisputed, as it was before verdicts were kept

    [Id(30)]
    public byte RefusedFor;
}

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
        Money.FromFen(surrogate.TotalFen),
        Money.FromFen(surrogate.DepositFen),
        TimeSpan.FromMilliseconds(surrogate.PayWithinMs),
        surrogate.IsFestival,
        surrogate.CommissionBasisPoints,
        surrogate.OrdersInCheckout,
        surrogate.Fingerprint);
}
