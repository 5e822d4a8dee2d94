using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// The same as <see cref="CutOffTests"/> of complaints, verdicts, and what time does to a case.
/// </summary>
/// <remarks>Rules TRU-3, TRU-5, TRU-6, ESC-4, ORD-4.</remarks>
[Trait("cluster", "ESC-4"), Trait("cluster", "ORD-4"), Trait("cluster", "TRU-3")]
public sealed class CaseCutOffTests
{
    private static readonly Policy Strict = new()
    {
        Trust = new TrustPolicy
        {
            IsOn = true,
            ComplaintsToOpen = 1,
            ComplaintsToFreeze = 1,
            WarningsFirst = 0,
            AppealWithin = TimeSpan.FromDays(1),
            TakeDownFromBasisPoints = 9_000,
            TalkWithin = default,
            ReviewsPerDay = 1_000,
            CompensateBasisPoints = 5_000,
        },
    };

    [Fact]
    public Task A_complaint_that_opens_a_case_and_freezes_what_was_earned() => EachStep(
        [
            "call ICaseGrain.Complain", "call IStoreGrain.Carry", "call IEscrowAccountGrain.Move",
            "write CaseFile",
        ],
        (_, _) => Task.CompletedTask,
        (market, order) => Complain(market.Port, order));

    [Fact]
    [Trait("cluster", "TRU-6")]
    public Task A_verdict_that_hides_a_store_and_takes_its_listing_down() => EachStep(
        ["call IListingGrain.TakeDown", "call IStoreGrain.Carry", "call IListingGrain.SetStore"],
        async (market, order) => Assert.Equal(
            CaseResult.Done,
            await Open(market.Port, order)),
        (market, order) => Decide(market.Port, order));

    [Fact]
    [Trait("cluster", "TRU-2")]
    public Task Evidence_that_takes_a_listing_down_before_the_verdict() => EachStep(
        ["call IListingGrain.TakeDown", "write CaseFile"],
        async (market, order) => Assert.Equal(
            CaseResult.Done,
            await market.Port.OpenCase(
                SellerOf(order), StoreOf(order), ListingOf(order), CaseKind.Counterfeit)),
        async (market, order) => await market.Port.RecordEvidence(new CaseId(SellerOf(order), 1), 9_500));

    [Fact]
    public Task A_verdict_that_comes_to_stand_by_time_and_pays_the_buyer() => EachStep(
        ["call IStoreGrain.Carry", "call IEscrowAccountGrain.Half"],
        async (market, order) =>
        {
            await Complain(market.Port, order);
            await Decide(market.Port, order);
        },
        async (market, order) =>
        {
            if ((await FileOf(market.Port, order)).Cases[0].Status != CaseStatus.Closed)
            {
                await market.SetTime(market.Clock.Now.AddDays(2));
            }
        });

    [Fact, Trait("cluster", "TRU-8")]
    public Task An_upheld_appeal_that_opens_a_store_again() => EachStep(
        [
            "call IReviewGrain.Take", "call IStoreGrain.Carry", "call IListingGrain.TakeDown",
            "write ReviewDay",
        ],
        async (market, order) =>
        {
            await Open(market.Port, order);
            await Decide(market.Port, order);
            Assert.Equal(AppealResult.Done, await market.Port.FileAppeal(CaseOf(order), 9_000));
        },
        async (market, order) => Assert.Equal(
            AppealResult.Done, await market.Port.DecideAppeal(CaseOf(order), 1, by: Fixtures.Ops)));

    [Fact, Trait("cluster", "TRU-8")]
    public Task An_upheld_appeal_after_which_the_platform_pays_for_lost_sales() => EachStep(
        ["call IStoreGrain.Carry", "call IEscrowAccountGrain.Move", "write CaseFile"],
        async (market, order) =>
        {
            await Watched.Drain(market); // the sale counts
            await market.SetTime(market.Clock.Now.AddDays(1));
            await Open(market.Port, order);
            await Decide(market.Port, order);
            Assert.Equal(AppealResult.Done, await market.Port.FileAppeal(CaseOf(order), 9_000));
            await market.SetTime(market.Clock.Now.AddDays(3));
        },
        async (market, order) =>
        {
            Assert.Equal(
                AppealResult.Done, await market.Port.DecideAppeal(CaseOf(order), 1, by: Fixtures.Ops));
            var earned = await market.Port.FindBalance(AccountId.Of(StoreOf(order)));
            Assert.Equal(Money.FromFen(9_500 + 535), earned); // half of three days of 100 yuan in 28
        });

    private static Task EachStep(
        string[] mustBeCut, Func<TestMarket, OrderId, Task> prepare, Func<TestMarket, OrderId, Task> act)
    {
        TestMarket? open = null;
        return EachCutOff.Of(new CutOffStory
        {
            Policy = Strict,
            StepsMin = 3,
            MustBeCut = mustBeCut,
            Prepare = async (market, order) =>
            {
                open = market;
                await market.SetTime(market.Clock.Now.AddDays(60)); // what came before is over
                await Buy(market.Port, order);
                await prepare(market, order);
            },
            Act = (port, order) => act(open!, order),
            Picture = Picture,
        });
    }

    // A store of its own for each buyer, which has earned what the buyer paid.
    private static async Task Buy(IMarketplace port, OrderId order)
    {
        Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(Fixtures.Application(StoreOf(order))));
        Assert.Equal(
            ListingResult.Published,
            await port.Publish(ListingOf(order), Fixtures.Terms(store: StoreOf(order))));
        await Shop.Paid(port, order.Checkout, ListingOf(order).Value);
        Assert.Equal(OrderResult.Done, await port.StepOrder(order, OrderStep.Ship));
        Assert.Equal(OrderResult.Done, await port.StepOrder(order, OrderStep.Confirm));
    }

    private static async Task Complain(IMarketplace port, OrderId order) => Assert.Equal(
        ComplainResult.Noted, await port.Complain(order, 0, ComplaintReason.Counterfeit));

    private static ValueTask<CaseResult> Open(IMarketplace port, OrderId order) => port.OpenCase(
        SellerOf(order), StoreOf(order), ListingOf(order), CaseKind.Brushing, by: Fixtures.Ops);

    private static async Task Decide(IMarketplace port, OrderId order) => Assert.Equal(
        CaseResult.Done, await port.DecideCase(CaseOf(order), CaseVerdict.Guilty, Fixtures.Ops));

    private static async Task<CaseFileView> FileOf(IMarketplace port, OrderId order) =>
        (await port.FindCases(SellerOf(order)))!;

    private static CaseId CaseOf(OrderId order) => new(SellerOf(order), 1);

    private static SellerId SellerOf(OrderId order) => new(order.Buyer.Value);

    private static StoreId StoreOf(OrderId order) => new(order.Buyer.Value);

    private static ListingId ListingOf(OrderId order) => new(order.Buyer.Value);

    // Without moments: what is done later ends later.
    private static async Task<string> Picture(IMarketplace port, OrderId order)
    {
        var file = await port.FindCases(SellerOf(order));
        var cases = (file?.Cases ?? []).Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Kind} {one.Status} {one.Verdict} {one.Measure} {one.Points} ")
            + string.Create(CultureInfo.InvariantCulture, $"{one.Appeal} {one.Complaints} {one.Frozen}"));
        var store = (await port.FindStore(StoreOf(order)))!.Store;
        var listing = (await port.FindListing(ListingOf(order)))!.Listing;
        var money = new List<Money>();
        foreach (var kind in (AccountKind[])[AccountKind.Store, AccountKind.StoreFrozen, AccountKind.Buyer])
        {
            money.Add(await port.FindBalance(new AccountId(kind, order.Buyer.Value)));
        }

        return string.Join(", ", cases) + $"; {store.Status} {store.SuspendedFor} {listing.IsTakenDown} "
            + string.Join(' ', money);
    }
}
