using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>Short random stories of complaints, cases and penalties (rules TRU-3, TRU-5 to TRU-8).</summary>
internal static class CaseEpisodes
{
    /// <summary>Buyers order the same, receive it, and complain; some of it comes back; a verdict.</summary>
    public static Gen<Step[]> Complaints { get; } =
        from number in Choose(0, Fair.CheckoutsPerBuyer - 1)
        from listing in Choose(0, Fair.Listings - 1)
        from buyers in Choose(1, Fair.Buyers)
        from reason in Choose(1, 3)
        from confirms in Choose(0, 1)
        from refunds in Choose(0, 2)
        from id in AnyCommand.AnyCase
        from finding in Choose(0, 2)
        from wait in AnyCommand.Time
        let orders = Enumerable.Range(0, buyers)
            .Select(buyer => new CheckoutId(new BuyerId(buyer), number).Order(0)).ToArray()
        select orders.SelectMany(order => Received(order, listing, confirms == 1))
            .Concat(orders.Select(order => Step.Complain(order, 0, (ComplaintReason)reason)))
            .Concat(orders.Take(refunds).Select(order => Step.Refund(order, 0, 1)))
            .Append(Step.RecordEvidence(id, 7_000))
            .Concat(finding == 0 ? [] : [Step.DecideCase(id, (CaseVerdict)finding)])
            .Append(wait).ToArray();

    /// <summary>A store is found guilty again and again; its owner opens another.</summary>
    public static Gen<Step[]> Offender { get; } =
        from seller in Choose(0, 1)
        from kind in Elements(
            CaseKind.Counterfeit, CaseKind.Counterfeit, CaseKind.RightsInfringed, CaseKind.Brushing)
        from times in Choose(1, 5)
        from wait in AnyCommand.Time
        let another = Fair.Application(4) with { Owner = new SellerId(seller), Name = "Again" }
        select Enumerable.Range(1, 2 * times)
            .SelectMany(number => Convicted(new CaseId(new SellerId(seller), number), kind))
            .Append(Step.SetCoupon(new StoreId(2 * seller), new Coupon(Money.FromYuan(1), Money.FromYuan(9))))
            .Append(Step.Publish(new ListingId(Fair.Listings - 1), Festive(new StoreId(2 * seller))))
            .Append(Step.OpenStore(another)).Append(wait).ToArray();

    /// <summary>So many appeals at once that reviewers have no time for all of them.</summary>
    public static Gen<Step[]> Backlog { get; } =
        from number in Choose(0, 1)
        let seller = new SellerId(number)
        let store = new StoreId(2 * number)
        let cases = Enumerable.Range(1, 4).Select(at => new CaseId(seller, at)).ToArray()
        let name = RequestId.Of(Requests.All[0])
        select new[] { CaseKind.Brushing, CaseKind.WrongCategory, CaseKind.KeywordAbuse }
            .Select((kind, at) =>
                Step.OpenCase(seller, store, Case.NoListing, kind, at == 0 ? name : default))
            .Append(Step.OpenCase(seller, store, Case.NoListing, CaseKind.WrongPostage, name))
            .Concat(cases.Select(id => Step.RecordEvidence(id, 9_000)))
            .Concat(cases.Select(id => Step.DecideCase(id, CaseVerdict.Guilty)))
            .Concat(cases.Select(id => Step.FileAppeal(id, 5_000)))
            .Append(Step.After(TimeSpan.FromHours(1)))
            .Concat(cases.Select(id => Step.DecideAppeal(id, 1, 1)))
            .ToArray();

    /// <summary>A test purchase, step by step, and perhaps a verdict on it.</summary>
    public static Gen<Step[]> Sample { get; } =
        from seller in Choose(0, 1)
        from length in Choose(2, 6)
        let id = new CaseId(new SellerId(seller), 1)
        let way = new[]
        {
            Step.OpenCase(id.Seller, new StoreId(2 * seller), Case.NoListing, CaseKind.Counterfeit),
            Step.StepCase(id, CaseStep.OrderSample), Step.StepCase(id, CaseStep.ReceiveSample),
            Step.StepCase(id, CaseStep.Appraise), Step.RecordEvidence(id, 9_500),
            Step.DecideCase(id, CaseVerdict.Guilty),
        }
        select way.Take(length).ToArray();

    /// <summary>An operator opens more cases than may be under way.</summary>
    public static Gen<Step[]> Pile { get; } =
        from seller in Choose(0, 1)
        select (
            from listing in Enumerable.Range(-1, 3)
            from kind in Enum.GetValues<CaseKind>()
            select Step.OpenCase(new SellerId(seller), new StoreId(2 * seller), new ListingId(listing), kind))
            .ToArray();

    /// <summary>A store is punished, appeals, and perhaps is right.</summary>
    public static Gen<Step[]> Appeal { get; } =
        from seller in Choose(0, 1)
        from number in Choose(1, 4)
        from kind in Elements(CaseKind.Counterfeit, CaseKind.RightsInfringed, CaseKind.Brushing)
        from listing in Choose(-1, 1)
        from votes in Elements(1, 3)
        from votesFor in Choose(0, 1)
        from wait in AnyCommand.Time
        from later in AnyCommand.Time
        let id = new CaseId(new SellerId(seller), number)
        select new[]
        {
            Step.OpenCase(id.Seller, new StoreId(2 * seller), new ListingId(listing), kind),
            Step.RecordEvidence(id, 9_000), Step.DecideCase(id, CaseVerdict.Guilty),
            Step.FileAppeal(id, 5_000), wait, Step.DecideAppeal(id, votesFor * votes, votes), later,
        };

    /// <summary>Buyers are not content with what they got: the watch sees it (rule TRU-13).</summary>
    public static Gen<Step[]> Suspicion { get; } =
        from number in Choose(0, Fair.CheckoutsPerBuyer - 1)
        from listing in Choose(0, Fair.Listings - 1)
        from buyers in Choose(2, Fair.Buyers)
        from reason in Choose(1, 3)
        from what in Choose(0, 2).ArrayOf(Fair.Buyers)
        from id in AnyCommand.AnyCase
        from isDecided in Choose(0, 1)
        from wait in AnyCommand.Time
        let orders = Enumerable.Range(0, buyers)
            .Select(buyer => new CheckoutId(new BuyerId(buyer), number).Order(0)).ToArray()
        select orders.SelectMany(order => Received(order, listing, isConfirmed: true))
            .Concat(orders.Select((order, at) => what[at] switch
            {
                0 => Step.Complain(order, 0, (ComplaintReason)reason),
                1 => Step.Refund(order, 0, 1),
                _ => Step.Rate(order, Fixtures.Stars(1, CreditRating.Poor)),
            }))
            .Concat(isDecided == 0 ? [] : [Step.DecideCase(id, CaseVerdict.Cleared)])
            .Append(wait).ToArray();

    private static ListingTerms Festive(StoreId store) => Fixtures.Terms(store: store) with
    {
        Festival = new FestivalPrice(Money.FromYuan(9), Fixtures.Noon, Fixtures.Noon.AddDays(1)),
    };

    private static IEnumerable<Step> Convicted(CaseId id, CaseKind kind) =>
    [
        Step.OpenCase(id.Seller, new StoreId(2 * id.Seller.Value), Case.NoListing, kind),
        Step.RecordEvidence(id, 9_000), Step.DecideCase(id, CaseVerdict.Guilty),
    ];

    private static IEnumerable<Step> Received(OrderId order, int listing, bool isConfirmed) =>
    [
        Step.Checkout(order.Checkout, new CartLine(new ListingId(listing), 1, Money.FromYuan(1_000))),
        Step.Pay(order.Checkout, PaymentChannel.Bank), Step.StepOrder(order, OrderStep.Ship),
        Step.StepOrder(order, isConfirmed ? OrderStep.Confirm : OrderStep.Deliver),
    ];
}
