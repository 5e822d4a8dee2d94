namespace FlashSale.Cluster.Tests;

/// <summary>One value of each kind, with another number in every field: no two can be mixed up.</summary>
internal static class WireSamples
{
    private static readonly DateTimeOffset Midnight = new(2018, 11, 11, 0, 0, 0, ChinaTime.Offset);

    /// <summary>A buyer's cart.</summary>
    public static CartLine[] CartLines { get; } =
    [
        new(new ListingId(5), 2, Money.FromFen(1_999)),
        new(new ListingId(2_000_000_000), Limits.UnitsPerLineMax, Money.FromYuan(Limits.PriceYuanMax)),
    ];

    /// <summary>What is agreed about a presale.</summary>
    public static OrderTerms Terms { get; } = new(
        Money.FromFen(60_001), Money.FromFen(10_002), TimeSpan.FromMinutes(15), true, 503, 4,
        0xFEDC_BA98_7654_3210);

    /// <summary>A disputed presale that both sides have rated.</summary>
    public static Order Order { get; } = Order.Of(new OrderFacts
    {
        Id = new CheckoutId(new BuyerId(7), 3).Order(2),
        Store = new StoreId(9),
        Terms = Terms,
        Status = OrderStatus.Rated,
        Channel = PaymentChannel.QuickPay,
        DepositChannel = 0,
        Dispute = DisputeStatus.Open,
        PlacedAt = Midnight,
        PaidAt = Midnight.AddMinutes(1),
        ShippedAt = Midnight.AddHours(2),
        DeliveredAt = Midnight.AddDays(3),
        ConfirmedAt = Midnight.AddDays(4),
        Escrow = OrderEscrow.Of(Money.FromFen(60_001), Money.FromFen(50_000), Money.FromFen(4)),
        Rating = Rating.Of(CreditRating.Medium, 5, 4, 3, 2)!.Value,
        Credits = OrderCredits.Of(CreditRating.Medium, CreditRating.Good),
    });

    /// <summary>The same, its deposit paid from the balance, its dispute won by the store.</summary>
    public static Order OrderOfTwoPayments { get; } = Order.Of(Order.Facts with
    {
        DepositChannel = PaymentChannel.Balance,
        Dispute = DisputeStatus.WonByStore,
    });

    /// <summary>Lines of an order, one of them half returned.</summary>
    public static OrderLine[] OrderLines { get; } =
    [
        Line(5, 4, 2, 1_999, 7_000, 3, HoldMode.AtPayment),
        Line(6, 1, 0, 52_005, 52_001, 0, HoldMode.AtOrder),
    ];

    /// <summary>A brand store that is suspended for its deposit.</summary>
    public static Store Store { get; } = Store.Of(new StoreFacts(
        new SellerId(11), MarketKind.Brand, DepositTier.High, StoreStatus.Suspended, SuspensionCause.Deposit,
        Money.FromYuan(150_000), Money.FromYuan(149_000), Midnight.AddDays(-5)));

    /// <summary>What is said of a listing with a festival price.</summary>
    public static ListingTerms FestivalTerms { get; } = new()
    {
        Store = new StoreId(9),
        Title = "羽绒服 winter",
        Category = new CategoryId(6),
        Brand = 12,
        Price = Money.FromFen(59_900),
        Festival = new FestivalPrice(Money.FromFen(39_900), Midnight, Midnight.AddDays(1)),
        UnitsPerBuyer = 2,
        Hold = HoldMode.AtPayment,
        Stock = 1_000,
        Buckets = 8,
    };

    /// <summary>A withdrawn listing with a festival price.</summary>
    public static Listing FestivalListing { get; } = Withdrawn(new Listing(FestivalTerms));

    /// <summary>A listing that is a presale.</summary>
    public static Listing PresaleListing { get; } = new(FestivalTerms with
    {
        Festival = null,
        Presale = new Presale(Money.FromFen(5_000), Midnight, Midnight.AddHours(22)),
        Hold = HoldMode.AtOrder,
    });

    /// <summary>An order as a reader sees it.</summary>
    public static OrderView OrderView { get; } = new()
    {
        Id = Order.Id,
        Store = Order.Store,
        Status = Order.Status,
        HasEnded = true,
        Channel = Order.Channel,
        DepositChannel = PaymentChannel.Balance,
        Total = Order.Total,
        Escrow = Order.Escrow,
        Rating = Order.Rating,
        PlacedAt = Order.PlacedAt,
        PaidAt = Order.PaidAt,
        ShippedAt = Order.ShippedAt,
        DeliveredAt = null,
        ConfirmedAt = Order.ConfirmedAt,
        Lines = [new(new ListingId(5), 4, 2), new(new ListingId(6), 1, 0)],
    };

    /// <summary>As markets had it that were opened before they were told apart (REP-2).</summary>
    private static Policy VerdictsInAll => new()
    {
        Reputation = new ReputationPolicy { VerdictsInBrandMarket = true },
    };

    /// <summary>A policy, a change of it, and what the one before promised.</summary>
    public static PolicyTimeline Policies { get; } = PolicyTimeline.Of(
        [
            new DatedPolicy(DateTimeOffset.FromUnixTimeSeconds(1_541_865_600), VerdictsInAll),
            new DatedPolicy(DateTimeOffset.FromUnixTimeSeconds(1_541_869_200), VerdictsInAll with
            {
                Carts = new CartPolicy { LinesMax = 9 },
            }),
        ],
        [
            new PastPromises(
                -62_135_596_800_000, PolicyPromises.Of(new Policy()) with { TopUpWithin = default }),
        ]);

    /// <summary>Flips of a switch, one for ever and one for a while.</summary>
    public static SwitchFlip[] Flips { get; } =
    [
        new(1, Switch.CouponsFrozen, true, "operator", "peak", Midnight, null),
        new(2, Switch.RefundsOfUnshippedOff, false, "场景", "over", Midnight, Midnight.AddHours(1)),
    ];

    /// <summary>A case about a listing, decided.</summary>
    public static Case Case { get; } = new()
    {
        Number = 1,
        Store = new StoreId(2),
        Listing = new ListingId(3),
        Kind = CaseKind.Brushing,
        Status = CaseStatus.Decided,
        Source = CaseSource.Inspection,
        Verdict = CaseVerdict.Guilty,
        Measure = StoreMeasure.Suspended,
        Sampled = CaseStatus.AtAppraiser,
        HasFrozen = true,
        Complaints = 4,
        EvidenceBasisPoints = 5,
        Points = 6,
        OpenedMs = 7,
        DecidedMs = 8,
        UntilMs = 9,
        CloseMs = 10,
        Frozen = Money.FromFen(11),
        Fine = Money.FromFen(12),
    };

    /// <summary>What the watch counted of a listing on a day.</summary>
    public static WatchDay WatchDay { get; } = new()
    {
        Listing = new ListingId(5),
        Store = new StoreId(9),
        Day = 17_846,
        Orders = 1,
        Refunds = 2,
        PoorRatings = 3,
        Complaints = 4,
        Counterfeits = 5,
        Alerts = 6,
    };

    /// <summary>An alert of the watch.</summary>
    public static WatchAlert Alert { get; } = new(
        1_541_865_600_123, 9, new StoreId(9), new ListingId(5), 6_000, (int)CaseKind.Brushing);

    /// <summary>The same case with an appeal.</summary>
    public static Case AppealedCase { get; } = Case with
    {
        Appeal = AppealStatus.Rejected,
        AppealBasisPoints = 13,
        AppealMs = 14,
        TalkUntilMs = 15,
    };

    /// <summary>A complaint.</summary>
    public static Complaint Complaint { get; } = new()
    {
        Order = new CheckoutId(new BuyerId(7), 3).Order(2),
        Line = 1,
        Units = 2,
        Paid = Money.FromFen(3),
        Listing = new ListingId(4),
        Store = new StoreId(5),
        Case = 6,
        Reason = ComplaintReason.BrokenPromise,
        AtMs = 8,
    };

    /// <summary>An act of a seller's file.</summary>
    public static CaseAct Act { get; } = new()
    {
        Number = 1,
        Kind = CaseActKind.PayOut,
        Measure = StoreMeasure.Hidden,
        Store = new StoreId(3),
        Listing = new ListingId(4),
        Buyer = new BuyerId(5),
        Case = 6,
        Amount = Money.FromFen(7),
        AtMs = 8,
    };

    /// <summary>A store that is summoned, certified, and on its way to the second certificate.</summary>
    public static Certification Certification { get; } = Certification.Of(new CertificationFacts(
        new IdentityId(0x0123_4567_89AB_CDEF), 77, ApplicationStatus.Photo, CertificateClass.A,
        CertificateClass.B, 2, true, Midnight.AddDays(-2), Midnight, Midnight.AddDays(30)));

    /// <summary>A listing that waits for a reviewer.</summary>
    public static Publication Publication { get; } = new(-2_604, Midnight, Midnight.AddDays(1), true);

    /// <summary>An act of an operator.</summary>
    public static TrailEntry TrailAct { get; } = new(
        new TrailMark(1_541_865_600_123, (4L << 32) + 5, 6), CommandKind.ResolveDispute,
        new Trace(new Signature("op-7", "场景"), TrailEntity.Of(Order.Id), "for-buyer"));

    /// <summary>Ratings added up.</summary>
    public static RatingSums Ratings { get; } = RatingSums.Of(10, 11, 22, 33, 44);

    private static OrderLine Line(
        int listing, int units, int returned, long price, long toPay, int bucket, HoldMode hold) =>
        OrderLine.Of(new OrderLineFacts(
            new ListingId(listing), units, returned, Money.FromFen(price), Money.FromFen(toPay),
            bucket, hold));

    private static Listing Withdrawn(Listing listing)
    {
        listing.Withdraw();
        return listing;
    }
}
