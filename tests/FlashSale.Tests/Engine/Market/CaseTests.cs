using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// TRU-3, TRU-5 to TRU-7, ESC-4: from complaints to a penalty, on an engine.
[Trait("engine", "TRU-3")]
public sealed class CaseTests
{
    private static readonly SellerId Seller = new(0);
    private static readonly CaseId First = new(Seller, 1);

    private static readonly Policy Judged = new()
    {
        Trust = new TrustPolicy { IsOn = true, WarningsFirst = 0, AppealWithin = TimeSpan.FromDays(2) },
    };

    [Fact]
    [Trait("engine", "ESC-4"), Trait("engine", "TRU-5")]
    public void Buyers_who_complain_are_paid_from_the_frozen_earnings_of_a_guilty_store()
    {
        var market = Complained(out var orders);
        var (earned, frozen) = (AccountId.Of(FirstStore), new AccountId(AccountKind.StoreFrozen));
        Assert.Equal(Money.Zero, market.View.Balance(earned));
        var before = market.View.Balance(frozen);
        Assert.True(before > Money.FromYuan(200));
        Assert.Equal(
            TransferResult.InsufficientFunds,
            market.Move(new Transfer(1, MovementKind.Withdrawal, FirstStore, default, Money.FromYuan(1))));

        Assert.Equal(CaseResult.Done, market.DecideCase(First, CaseVerdict.Guilty));
        Assert.True(market.View.Listing(FirstListing)!.Value.IsTakenDown);
        market.AdvanceTo(market.Now.AddDays(2));

        foreach (var order in orders)
        {
            var buyer = new AccountId(AccountKind.Buyer, order.Buyer.Value);
            Assert.Equal(market.View.Order(order)!.Total, market.View.Balance(buyer) + Left(order, market));
        }

        Assert.Equal(Money.Zero, market.View.Balance(frozen));
        Assert.Equal(CaseStatus.Closed, market.View.Cases(Seller)!.Cases[0].Status);
        market.AssertSound();
    }

    [Fact]
    public void A_store_that_is_cleared_sells_and_withdraws_as_before()
    {
        var market = Complained(out _);
        var frozen = market.View.Balance(new AccountId(AccountKind.StoreFrozen));

        market.DecideCase(First, CaseVerdict.Cleared);

        Assert.Equal(frozen, market.View.Balance(AccountId.Of(FirstStore)));
        Assert.False(market.View.Listing(FirstListing)!.Value.IsWithdrawn);
        market.AssertSound();
    }

    [Fact]
    [Trait("engine", "TRU-2")]
    public void Strong_evidence_takes_a_listing_down_until_its_store_is_cleared()
    {
        var trust = Judged.Trust with { TakeDownFromBasisPoints = 9_000 };
        var market = Market(policy: Judged with { Trust = trust });
        market.OpenCase(Seller, FirstStore, FirstListing, CaseKind.Counterfeit);
        Assert.Equal(CaseResult.Done, market.RecordEvidence(First, 9_000));
        Assert.True(market.View.Listing(FirstListing)!.Value.IsTakenDown);
        Assert.True(market.View.Cases(Seller)!.Cases[0].IsUndecided);

        market.DecideCase(First, CaseVerdict.Cleared);

        Assert.False(market.View.Listing(FirstListing)!.Value.IsTakenDown);
        market.AssertSound();
    }

    [Fact]
    [Trait("engine", "TRU-6")]
    public void A_brand_store_is_hidden_pays_its_fine_and_sells_again_by_itself()
    {
        var market = Market(policy: Judged);
        market.OpenCase(Seller, FirstStore, Case.NoListing, CaseKind.Brushing);
        market.DecideCase(First, CaseVerdict.Guilty);
        Assert.Equal(StoreStatus.Hidden, market.View.Store(FirstStore)!.Value.Status);
        Assert.Equal(StoreResult.WrongStatus, market.StepStore(FirstStore, StoreStep.Show));

        market.AdvanceTo(Noon.AddDays(7).AddMilliseconds(-1));
        Assert.Equal(StoreStatus.Hidden, market.View.Store(FirstStore)!.Value.Status);
        market.AdvanceTo(Noon.AddDays(7));

        Assert.Equal(StoreStatus.Open, market.View.Store(FirstStore)!.Value.Status);
        Assert.Equal(
            new MovementTotal(1, Money.FromYuan(10_000)), market.View.Movements(MovementKind.ViolationFee));
        market.AssertSound();
    }

    [Fact]
    public void A_market_without_cases_is_saved_as_before_and_one_with_cases_is_loaded_as_it_was()
    {
        var market = Complained(out _);
        market.DecideCase(First, CaseVerdict.Guilty);
        market.OpenCase(Seller, FirstStore, Case.NoListing, CaseKind.Brushing);
        market.DecideCase(new CaseId(Seller, 2), CaseVerdict.Guilty);
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;

        var loaded = FlashSale.Engine.Market.Load(new StateReader(stream), Judged);

        Assert.Equal(market.StateHash(), loaded.StateHash());
        market.AdvanceTo(Noon.AddDays(60));
        loaded.AdvanceTo(Noon.AddDays(60));
        Assert.Equal(market.StateHash(), loaded.StateHash());
        loaded.AssertSound();
        Assert.Equal(Market().StateHash(), Market(policy: Judged).StateHash()); // as long as nothing happens
    }

    // TRU-8: lost sales aside, nothing of a penalty is left.
    [Theory]
    [Trait("engine", "TRU-8")]
    [InlineData(CaseKind.Counterfeit)]
    [InlineData(CaseKind.Brushing)]
    [InlineData(CaseKind.RightsInfringed)]
    public void After_upheld_appeals_store_points_and_money_are_as_if_nothing_had_been(CaseKind kind)
    {
        var (punished, other) = (Complained(out _), Complained(out _));
        Assert.Equal(CaseResult.Done, other.DecideCase(First, CaseVerdict.Cleared));
        Assert.Equal(CaseResult.Done, punished.DecideCase(First, CaseVerdict.Guilty));
        var second = new CaseId(Seller, 2);
        punished.OpenCase(Seller, FirstStore, FirstListing, kind);
        punished.DecideCase(second, CaseVerdict.Guilty);

        foreach (var id in new[] { First, second })
        {
            Assert.Equal(AppealResult.Done, punished.Do(new FileAppeal(id, 9_000)));
        }

        punished.AdvanceTo(punished.Now.AddDays(2)); // they talk
        foreach (var id in new[] { First, second })
        {
            Assert.Equal(AppealResult.Done, punished.Do(new DecideAppeal(id, 1, 1)));
        }

        other.AdvanceTo(punished.Now);
        Assert.Equal(Standing(other), Standing(punished));
        punished.AssertSound();
    }

    [Fact, Trait("engine", "TRU-8")]
    public void The_platform_pays_a_share_of_the_sales_that_an_overturned_penalty_cost()
    {
        var market = Market(Terms(stock: 100), Judged with
        {
            Trust = Judged.Trust with { CompensateBasisPoints = 5_000, TalkWithin = default },
        });
        for (var buyer = 1; buyer <= 28; buyer++)
        {
            market.Order(buyer: buyer); // 2,800 yuan in 28 days
        }

        market.AdvanceTo(Noon.AddDays(1));
        market.OpenCase(Seller, FirstStore, Case.NoListing, CaseKind.Brushing);
        market.DecideCase(First, CaseVerdict.Guilty);
        Assert.Equal(AppealResult.Done, market.Do(new FileAppeal(First, 9_000)));
        market.AdvanceTo(Noon.AddDays(4));
        var before = market.View.Balance(AccountId.Of(FirstStore));
        var loaded = Loaded(market);

        Assert.Equal(AppealResult.Done, market.Do(new DecideAppeal(First, 1, 1)));
        Assert.Equal(AppealResult.Done, loaded.Do(new DecideAppeal(First, 1, 1)));

        Assert.Equal( // half of three days of 100 yuan
            new MovementTotal(1, Money.FromYuan(150)), market.View.Movements(MovementKind.LostSales));
        Assert.Equal(before + Money.FromYuan(150), market.View.Balance(AccountId.Of(FirstStore)));
        Assert.Equal(market.StateHash(), loaded.StateHash());
        market.AssertSound();
    }

    private static Market Loaded(Market market)
    {
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;
        return FlashSale.Engine.Market.Load(new StateReader(stream), market.Policy);
    }

    private static string Standing(Market market)
    {
        var (file, store) = (market.View.Cases(Seller)!, market.View.StoreView(FirstStore)!);
        var money = Enum.GetValues<AccountKind>().Select(kind => market.View.Sum(kind));
        var listing = market.View.ListingView(FirstListing)!;
        return $"{store.Store.Status} {store.Store.SuspendedFor} {store.Store.SecurityPaid} {store.Earned} "
            + $"{file.Violations} {file.IsFlagged} {file.Stores[0]} {listing.Listing.IsWithdrawn} "
            + string.Join(' ', money);
    }

    // Three buyers of three units each, one of whom gives one back, complain.
    private static Market Complained(out OrderId[] orders)
    {
        var market = Market(policy: Judged);
        var all = Enumerable.Range(1, 3)
            .Select(buyer => market.Order(OrderStatus.Confirmed, buyer: buyer, units: 3)).ToArray();
        Assert.Equal(RefundResult.Refunded, market.Refund(all[0], 0, 1).Result);
        Assert.All(all, order => Assert.Equal(ComplainResult.Noted, market.Complain(order)));
        orders = all;
        return market;
    }

    // What came back for units that were returned, and what the frozen earnings did not reach to.
    private static Money Left(OrderId order, Market market) => order.Buyer.Value switch
    {
        1 => market.View.Order(order)!.Escrow.Refunded,
        2 => Money.Zero,
        _ => market.View.Order(order)!.Total - market.View.Balance(new AccountId(AccountKind.Buyer, 3)),
    };
}
