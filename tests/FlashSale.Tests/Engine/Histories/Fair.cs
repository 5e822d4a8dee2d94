using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

/// <summary>
/// The small market in which generated histories play: few stores, listings and buyers, and low limits, so
/// that they meet often.
/// </summary>
internal static class Fair
{
    public const int Buyers = 5;
    public const int Stores = 5;
    public const int Listings = 9;

    public const int CheckoutsPerBuyer = 5;
    public const int Transfers = 60;

    /// <summary>The listing whose few units are held when they are paid.</summary>
    public const int RushListing = 2;

    /// <summary>The listing that is sold in advance.</summary>
    public const int PresaleListing = 3;

    /// <summary>The listing that costs next to nothing, is held at payment, and is limited.</summary>
    public const int PennyListing = 4;

    /// <summary>Limits that histories reach.</summary>
    public static MarketSize Size { get; } = new()
    {
        BuyersMax = Buyers,
        StoresMax = Stores,
        ListingsMax = Listings,
        LiveOrdersMax = 12,
        EndedOrdersMax = 30,
    };

    /// <summary>Cases that open soon and punish soon.</summary>
    private static TrustPolicy Strict => new()
    {
        IsOn = true,
        ComplaintsToOpen = 2,
        ComplaintsToFreeze = 2,
        EvidenceBasisPointsMin = 5_000,
        TakeDownFromBasisPoints = 7_000,
        WarningsFirst = 0,
        RedFlagAt = 2,
        HideFor = TimeSpan.FromHours(2),
        SuspendFor = TimeSpan.FromDays(2),
        AppealWithin = TimeSpan.FromDays(1),
        TalkWithin = TimeSpan.FromMinutes(20),
        DecideWithin = TimeSpan.FromDays(3),
        ReviewsPerDay = 2,
        JurySize = 3,
    };

    /// <summary>The usual rules, with caps that few orders reach.</summary>
    public static Policy Usual { get; } = new()
    {
        Carts = new CartPolicy { LinesMax = 4 },
        Reputation = new ReputationPolicy { PairPointsPerMonthMax = 2 },
        Trust = Strict,
        Certification = new CertificationPolicy { OnSiteRegions = [3], SecondClassFromBasisPoints = 5_000 },
    };

    /// <summary>The usual rules of a market whose orders are watched.</summary>
    public static Policy Watched { get; } = Usual with
    {
        Trust = Strict with
        {
            Watches = true,
            WatchDays = 2,
            WatchOrdersMin = 3,
            CompensateBasisPoints = 4_000,
        },
    };

    /// <summary>
    /// Rules at their edges: a reduction of nearly all, one checkout a second, verdicts of brands only.
    /// </summary>
    public static Policy Odd { get; } = new()
    {
        Carts = new CartPolicy
        {
            LinesMax = 3,
            ReductionStep = Money.FromYuan(3),
            ReductionPerStep = Money.FromFen(299),
        },
        Orders = new OrderPolicy
        {
            ConfirmWithin = TimeSpan.FromHours(1),
            FestivalConfirmWithin = TimeSpan.FromSeconds(1),
            ReturnWithin = TimeSpan.FromDays(20),
        },
        Inventory = new InventoryPolicy
        {
            PayWithin = TimeSpan.FromDays(2),
            FestivalPayWithin = TimeSpan.FromSeconds(1),
        },
        Stores = new StorePolicy { ConsumerCommissionBasisPoints = 10_000 },
        Reputation = new ReputationPolicy { VerdictsInConsumerMarket = false, VerdictsInBrandMarket = true },
        Admission = new AdmissionPolicy { RequestsPerSecond = 1, BurstWithin = TimeSpan.FromSeconds(4) },
    };

    /// <summary>
    /// Rules that may follow the usual ones: other times to act, limits, reductions and commissions.
    /// </summary>
    public static IReadOnlyList<Policy> Later { get; } =
    [
        Usual,
        Odd with { Reputation = Usual.Reputation, Admission = Usual.Admission },
        Usual with
        {
            Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(5) },
            Orders = new OrderPolicy { ConfirmWithin = TimeSpan.FromDays(1) },
            Stores = new StorePolicy { TopUpWithin = TimeSpan.FromDays(1) },
        },
        Usual with
        {
            Categories = [.. Usual.Categories.Select(one => one with { CommissionBasisPoints = 1_000 })],
            Inventory = new InventoryPolicy { FestivalPayWithin = TimeSpan.FromHours(1) },
            Orders = new OrderPolicy
            {
                ConfirmWithin = TimeSpan.FromDays(20),
                ReturnWithin = TimeSpan.FromDays(1),
            },
            Stores = new StorePolicy
            {
                ConsumerDeposit = Money.FromYuan(500),
                TopUpWithin = TimeSpan.FromDays(40),
            },
        },
    ];

    /// <summary>What every history begins with.</summary>
    public static IReadOnlyList<Step> Opening { get; } =
    [
        .. Enumerable.Range(0, Stores - 2).Select(store => Step.OpenStore(Application(store))),
        Step.OpenStore(Application(Stores - 2) with { Deposit = Money.FromYuan(10) }),
        Step.OpenStore(Application(Stores - 1) with { Name = "STORE 0" }),
        .. Enumerable.Range(0, Listings - 2).Select(at => Step.Publish(new ListingId(at), TermsOf(at))),
        Step.SetCoupon(new StoreId(0), new Coupon(Money.FromYuan(10), Money.FromYuan(150))),
        .. Enumerable.Range(0, Buyers - 1).Select(buyer => Step.Move(new Transfer(
            buyer, MovementKind.BuyerTopUp, default, new BuyerId(buyer), Money.FromYuan(500 * buyer)))),
    ];

    /// <summary>An empty market of this size.</summary>
    public static Market Market(Policy? policy = null) => new(policy ?? Usual, Size);

    /// <summary>The application of one of the stores: brand and consumer stores by turns.</summary>
    public static StoreApplication Application(int store) => new(
        new StoreId(store), new SellerId(store / 2), store % 2 == 0 ? MarketKind.Brand : MarketKind.Consumer,
        DepositTier.Low, $"Store {store}", Money.FromYuan(store % 2 == 0 ? 50_000 : 1_000));

    /// <summary>The terms of one of the listings: each is of another kind.</summary>
    public static ListingTerms TermsOf(int listing) => listing switch
    {
        0 => Terms(stock: 5, yuan: 100),
        1 => Terms(stock: 12, yuan: 120, unitsPerBuyer: 4, buckets: 3) with
        {
            Festival = new FestivalPrice(Money.FromFen(9_999), Noon.AddHours(1), Noon.AddDays(1)),
        },
        RushListing => Terms(stock: 4, yuan: 20, store: new StoreId(1), hold: HoldMode.AtPayment),
        PresaleListing => Terms(stock: 6, yuan: 199, store: new StoreId(2), unitsPerBuyer: 3) with
        {
            Presale = new Presale(Money.FromYuan(20), Noon.AddHours(1), Noon.AddDays(2)),
        },
        PennyListing => Penny(new StoreId(2)),
        5 => Terms(stock: 7, yuan: 299, store: new StoreId(1), buckets: 2),
        6 => Terms(stock: 9, yuan: 1, store: new StoreId(1)),
        _ => Terms(stock: 3, yuan: 50, store: new StoreId(listing % Stores)),
    };

    private static ListingTerms Penny(StoreId store) =>
        Terms(stock: 30, store: store, unitsPerBuyer: 9, hold: HoldMode.AtPayment, buckets: 4) with
        {
            Price = Money.FromFen(3),
        };
}
