using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>Random commands, mostly such as can be meant; one in some is nonsense.</summary>
internal static class AnyCommand
{
    public static readonly Gen<CheckoutId> AnyCheckout =
        from buyer in Rarely(Choose(0, Fair.Buyers - 1), Fair.Buyers, int.MaxValue)
        from number in Rarely(Choose(0, Fair.CheckoutsPerBuyer - 1), CheckoutId.NumberMax)
        select new CheckoutId(new BuyerId(buyer), number);

    public static readonly Gen<PaymentChannel> AnyChannel = Frequency(
        (12, Elements(Enum.GetValues<PaymentChannel>())),
        (1, Elements((PaymentChannel)0, (PaymentChannel)9)));

    public static readonly Gen<CreditRating> AnyVerdict = Frequency(
        (12, Elements(Enum.GetValues<CreditRating>())), (1, Elements((CreditRating)0, (CreditRating)9)));

    public static readonly Gen<Rating> AnyRating =
        from credit in AnyVerdict
        from stars in Choose(1, 5)
        from others in Choose(1, 5)
        select Rating.Of(credit, stars, others, stars, others) ?? default;

    /// <summary>Names that clients give to requests: few, so that some are used for two things.</summary>
    private static readonly Gen<RequestId> AnyRequest = Frequency(
        (1, Constant(default(RequestId))), (1, Elements(Requests.All).Select(RequestId.Of)));

    private static readonly string LongText = new('x', 600);

    private static readonly Gen<int> AnyBuyer =
        Rarely(Choose(0, Fair.Buyers - 1), -1, Fair.Buyers, int.MaxValue);

    private static readonly Gen<StoreId> AnyStore =
        Rarely(Choose(0, Fair.Stores - 1), -1, Fair.Stores, int.MaxValue, int.MinValue)
            .Select(id => new StoreId(id));

    private static readonly Gen<ListingId> AnyListing =
        Rarely(Choose(0, Fair.Listings - 1), -1, Fair.Listings, int.MaxValue, int.MinValue)
            .Select(id => new ListingId(id));

    private static readonly Gen<int> AnyUnits =
        Rarely(Choose(1, 3), 0, -1, 9, Limits.UnitsPerLineMax, Limits.UnitsPerLineMax + 1, int.MaxValue);

    private static readonly Gen<Money> AnyPrice = Frequency(
            (12, Elements(1L, 3, 100, 1_999, 9_999, 12_000, 15_000, 29_900, 30_000)),
            (1, Elements(0, -1, 1_000_000_000, 1_000_000_001, long.MaxValue, long.MinValue)))
        .Select(Money.FromFen);

    private static readonly Gen<CartLine> AnyLine =
        from listing in AnyListing
        from units in AnyUnits
        from seen in Frequency((9, Constant(Money.FromYuan(1_000))), (1, AnyPrice))
        select new CartLine(listing, units, seen);

    public static readonly Gen<CartLine[]> AnyLines =
        from count in Frequency((5, Constant(1)), (5, Constant(2)), (3, Constant(3)), (1, Choose(0, 5)))
        from lines in AnyLine.ArrayOf(count)
        select lines;

    private static readonly Gen<OrderId> AnyOrder =
        from checkout in AnyCheckout
        from part in Rarely(Frequency((3, Constant(0)), (1, Constant(1))), 2, Limits.LinesPerCartMax - 1)
        select checkout.Order(part);

    public static readonly Gen<CaseId> AnyCase =
        from seller in Rarely(Choose(0, 2), -1, 9, int.MaxValue)
        from number in Rarely(Choose(1, 4), 0, -1, 99)
        select new CaseId(new SellerId(seller), number);

    public static Gen<Step> Time { get; } = Elements(new[]
    {
        TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7),
        TimeSpan.FromDays(10), TimeSpan.FromDays(15), TimeSpan.FromDays(40), TimeSpan.FromTicks(12_345),
        TimeSpan.FromDays(-400),
    }).Select(Step.After);

    public static Gen<Step> OfBuyer { get; } = OneOf(
        from buyer in AnyBuyer
        from line in AnyLine
        from request in AnyRequest
        select Step.PutInCart(new BuyerId(buyer), line, request),
        from buyer in AnyBuyer
        from listing in AnyListing
        from request in AnyRequest
        select Step.RemoveFromCart(new BuyerId(buyer), listing, request),
        from id in AnyCheckout from lines in AnyLines select Step.Checkout(id, lines),
        from id in AnyCheckout from channel in AnyChannel select Step.Pay(id, channel),
        from id in AnyCheckout from channel in AnyChannel select Step.PayBalance(id, channel));

    public static Gen<Step> OfOrder { get; } = OneOf(
        from id in AnyOrder
        from step in Rarely(Choose(1, 9), 0, 99)
        select Step.StepOrder(id, (OrderStep)step),
        from id in AnyOrder
        from line in Rarely(Choose(0, 1), -1, 2, int.MaxValue)
        from units in AnyUnits
        select Step.Refund(id, line, units),
        from id in AnyOrder select Step.OpenDispute(id),
        from id in AnyOrder from side in Choose(0, 1) select Step.ResolveDispute(id, side == 1),
        from id in AnyOrder from rating in AnyRating select Step.Rate(id, rating),
        from id in AnyOrder from verdict in AnyVerdict select Step.RateBuyer(id, verdict));

    public static Gen<Step> OfSeller { get; } = OneOf(
        from store in Choose(0, Fair.Stores) select Step.OpenStore(Fair.Application(store)),
        AnyApplication().Select(Step.OpenStore),
        from store in AnyStore
        from step in Rarely(Choose(1, 5), 0, 6, 99)
        from request in AnyRequest
        select Step.StepStore(store, (StoreStep)step, request),
        from store in AnyStore
        from off in AnyPrice
        from least in AnyPrice
        from request in AnyRequest
        select Step.SetCoupon(store, new Coupon(off, least), request),
        from id in AnyListing from terms in AnyTerms() select Step.Publish(id, terms),
        from id in AnyListing
        from price in AnyPrice
        from request in AnyRequest
        select Step.Reprice(id, price, request),
        from id in AnyListing
        from units in Rarely(Choose(0, 40), -1, Limits.StockMax, int.MaxValue)
        select Step.Restock(id, units),
        from id in Frequency((1, AnyListing), (4, Constant(new ListingId(-1)))) select Step.Withdraw(id));

    public static Gen<Step> OfOperator { get; } = Frequency(
        (2, AnyTransfer.Select(Step.Move)),
        (1, from flip in AnyFlip() from request in AnyRequest select Step.Flip(flip, request)));

    public static Gen<Step> OfCases { get; } = Frequency(
        (2, AnyComplaint()), (2, AnyOpening()), (1, AnyEvidence()), (1, AnySampling()), (2, AnyJudgement()),
        (2, AnyAppeal()), (2, AnyVotes()));

    public static Gen<Step> OfRules { get; } = Frequency((3, AnyChange()), (1, AnyWithdrawal()));

    private static Gen<Step> AnyComplaint() =>
        from id in AnyOrder
        from line in Rarely(Choose(0, 1), -1, 2, int.MaxValue)
        from reason in Rarely(Choose(1, 3), 0, 99)
        select Step.Complain(id, line, (ComplaintReason)reason);

    private static Gen<Step> AnyOpening() =>
        from seller in Rarely(Choose(0, 2), -1, 9, int.MaxValue)
        from store in AnyStore
        from listing in Frequency((1, AnyListing), (1, Constant(Case.NoListing)))
        from kind in Rarely(Choose(1, 12), 0, 99)
        from request in AnyRequest
        select Step.OpenCase(new SellerId(seller), store, listing, (CaseKind)kind, request);

    private static Gen<Step> AnyEvidence() =>
        from id in AnyCase
        from evidence in Rarely(Elements(1_000, 6_000, 9_000), -1, 10_001)
        select Step.RecordEvidence(id, evidence);

    private static Gen<Step> AnySampling() =>
        from id in AnyCase
        from step in Rarely(Choose(1, 3), 0, 4, 99)
        select Step.StepCase(id, (CaseStep)step);

    private static Gen<Step> AnyJudgement() =>
        from id in AnyCase
        from verdict in Rarely(Choose(1, 2), 0, 9)
        select Step.DecideCase(id, (CaseVerdict)verdict);

    private static Gen<Step> AnyAppeal() =>
        from id in AnyCase
        from evidence in Rarely(Elements(1_000, 6_000), -1, 10_001)
        select Step.FileAppeal(id, evidence);

    private static Gen<Step> AnyVotes() =>
        from id in AnyCase
        from votes in Rarely(Elements(1, 3), 0, 2, -1)
        from votesFor in Rarely(Choose(0, 1), 2, 3, -1)
        select Step.DecideAppeal(id, votesFor, votes);

    private static Gen<double> AnyHours => Elements(-1.0, 0.5, 1, 30, 300, 10_000);

    private static Gen<Step> AnyWithdrawal() =>
        from hours in AnyHours
        from request in AnyRequest
        select Step.WithdrawPolicy(History.Beginning.AddHours(hours), request);

    private static Gen<Step> AnyChange() =>
        from policy in Frequency((19, Elements(Fair.Later.ToArray())), (1, Elements(
            new Policy(), Fair.Usual with { Carts = new CartPolicy { LinesMax = 0 } })))
        from hours in Frequency((6, AnyHours), (1, Constant(0.0)))
        from request in AnyRequest
        select Step.ChangePolicy(policy, hours == 0 ? null : History.Beginning.AddHours(hours), request);

    // Mostly what can be meant, rarely one of these.
    private static Gen<int> Rarely(Gen<int> usual, params int[] odd) =>
        Frequency((24, usual), (1, Elements(odd)));

    private static Gen<StoreApplication> AnyApplication() =>
        from store in AnyStore
        from name in Frequency(
            (1, Constant("New")), (2, Elements("Store 0", "ＳＴＯＲＥ 1", "", "\a", "\uD83E", LongText)))
        from deposit in Elements(0L, 1_000, 50_000, -1, Limits.AmountYuanMax + 1)
        from odd in Rarely(Choose(1, 2), 0, 9)
        select new StoreApplication(
            store, new SellerId(store.Value), (MarketKind)odd, (DepositTier)odd, name,
            Money.FromYuan(deposit));

    private static Gen<ListingTerms> AnyTerms() =>
        from listing in Choose(0, Fair.Listings)
        from what in Choose(0, 9)
        from price in AnyPrice
        from store in AnyStore
        let terms = Fair.TermsOf(listing)
        select what switch
        {
            0 => terms with { Price = price },
            1 => terms with { Store = store },
            2 => terms with { Stock = Limits.StockMax },
            3 => terms with { Category = new CategoryId(99) },
            4 => terms with { Title = LongText },
            5 => terms with { Attributes = ListingAttributes.Parse("colour:red,size:m")!.Value },
            _ => terms,
        };

    public static Gen<Transfer> AnyTransfer =>
        from id in Rarely(Choose(0, Fair.Transfers - 1), -1, int.MaxValue)
        from kind in Rarely(Choose(1, Movement.KindMax), 0, 99)
        from store in AnyStore
        from buyer in AnyBuyer
        from fen in Frequency(
            (9, Elements(1L, 100, 5_000, 100_000, 5_000_000)),
            (1, Elements(0, -1, Limits.AmountYuanMax * 100, long.MaxValue)))
        select new Transfer(id, (MovementKind)kind, store, new BuyerId(buyer), Money.FromFen(fen));

    private static Gen<SwitchCommand> AnyFlip() =>
        from which in Frequency((9, Choose(1, 2)), (4, Choose(3, 4)), (1, Elements(0, 99)))
        from isOn in Choose(0, 1)
        from who in Elements("ops", "ops", "ops", "ops", "", LongText)
        from minutes in Elements(-1.0, 0.000_01, 10, 1_000)
        from ends in Choose(0, 2)
        let until = ends switch
        {
            0 => (DateTimeOffset?)null,
            1 => History.Beginning.AddMinutes(minutes),
            _ => DateTimeOffset.UnixEpoch,
        }
        select new SwitchCommand((Switch)which, isOn == 1, who, "a peak", until);
}
