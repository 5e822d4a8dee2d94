using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Stores;

public sealed class StoreTests
{
    [Theory] // STO-3
    [InlineData(MarketKind.Consumer, DepositTier.Low, 1_000)]
    [InlineData(MarketKind.Consumer, DepositTier.High, 1_000)]
    [InlineData(MarketKind.Brand, DepositTier.Low, 50_000)]
    [InlineData(MarketKind.Brand, DepositTier.Middle, 100_000)]
    [InlineData(MarketKind.Brand, DepositTier.High, 150_000)]
    public void A_store_opens_when_it_has_paid_the_deposit_of_its_market(
        MarketKind market, DepositTier tier, int yuan)
    {
        var store = Store.Apply(new SellerId(1), market, tier, Rules.Stores);

        store.PaySecurity(Money.FromYuan(yuan) - Money.FromFen(1));
        Assert.Equal(StoreResult.DepositShort, store.Take(StoreStep.Open));
        Assert.False(store.CanSell);

        store.PaySecurity(Money.FromFen(1));
        Assert.Equal(StoreResult.Done, store.Take(StoreStep.Open));
        Assert.True(store.CanSell);
    }

    [Fact] // STO-3
    public void A_store_below_its_deposit_has_15_days_to_top_it_up_before_it_is_suspended()
    {
        var store = OpenStore();
        store.TakeFromSecurity(Money.FromYuan(300), Midnight);

        Assert.False(store.Check(Midnight.AddDays(15), PolicyTimeline.Of(Rules)));
        Assert.True(store.CanSell);
        Assert.True(store.Check(Midnight.AddDays(15).AddMilliseconds(1), PolicyTimeline.Of(Rules)));
        Assert.False(store.CanSell);
        Assert.Equal(SuspensionCause.Deposit, store.SuspendedFor);
    }

    [Fact] // STO-3
    public void The_15_days_run_from_the_first_fee_that_was_not_made_good()
    {
        var store = OpenStore();
        store.TakeFromSecurity(Money.FromYuan(300), Midnight);
        store.TakeFromSecurity(Money.FromYuan(300), Midnight.AddDays(14));
        Assert.Equal(Midnight, store.ShortSince);

        store.PaySecurity(Money.FromYuan(600));
        Assert.Null(store.ShortSince);
        Assert.False(store.Check(Midnight.AddDays(100), PolicyTimeline.Of(Rules)));
    }

    [Fact] // STO-3
    public void Topping_up_ends_a_suspension_for_the_deposit_but_none_by_the_platform()
    {
        var late = OpenStore();
        late.TakeFromSecurity(Money.FromYuan(1), Midnight);
        late.Check(Midnight.AddDays(16), PolicyTimeline.Of(Rules));
        var punished = late;
        punished.Take(StoreStep.Suspend);

        late.PaySecurity(Money.FromYuan(1));
        punished.PaySecurity(Money.FromYuan(1));

        Assert.Equal(StoreStatus.Open, late.Status);
        Assert.Equal(StoreStatus.Suspended, punished.Status);
        Assert.Equal(StoreResult.Done, punished.Take(StoreStep.Reinstate));
    }

    [Fact] // STO-3
    public void A_suspended_store_is_not_reinstated_below_its_deposit()
    {
        var store = OpenStore();
        store.Take(StoreStep.Suspend);
        store.TakeFromSecurity(Money.FromYuan(1), Midnight);

        Assert.Equal(StoreResult.DepositShort, store.Take(StoreStep.Reinstate));
    }

    [Fact] // STO-3
    public void A_closed_store_gets_back_what_is_left_of_its_deposit_and_only_once()
    {
        var store = OpenStore();
        Assert.Equal(Money.FromYuan(300), store.TakeFromSecurity(Money.FromYuan(300), Midnight));
        Assert.Equal(Money.Zero, store.ReturnSecurity());
        store.Take(StoreStep.Close);

        Assert.Equal(Money.FromYuan(700), store.ReturnSecurity());
        Assert.Equal(Money.Zero, store.ReturnSecurity());
        Assert.Equal(StoreResult.WrongStatus, store.PaySecurity(Money.FromYuan(1)));
    }

    [Fact] // STO-3
    public void No_more_is_taken_from_a_deposit_than_is_there() =>
        Assert.Equal(Money.FromYuan(1_000), OpenStore().TakeFromSecurity(Money.FromYuan(5_000), Midnight));

    [Fact] // STO-1, STO-3
    public void The_deposit_is_what_was_paid_less_what_was_taken_and_a_refusal_changes_nothing() =>
        AnyHistory.Holds(Gen.Zip(Gen.Choose(0, 9), Gen.Choose(1, 60_000)), history =>
        {
            var store = Store.Apply(new SellerId(1), MarketKind.Consumer, DepositTier.Low, Rules.Stores);
            var (now, expected) = (Midnight, 0L);
            foreach (var (kind, amount) in history)
            {
                var before = store;
                now += TimeSpan.FromHours(amount / 100);
                var (done, change) = Do(ref store, kind, Money.FromFen(amount), now);
                expected += change;

                Assert.True(done || before.Equals(store));
                Assert.Equal(expected, store.SecurityPaid.Fen);
                Assert.False(store.ShortSince is not null && !store.SecurityMissing.IsPositive);
                Assert.Equal(store.Status == StoreStatus.Suspended, store.SuspendedFor != default);
            }
        });

    private static (bool Done, long Change) Do(ref Store store, int kind, Money amount, DateTimeOffset now)
    {
        switch (kind)
        {
            case < 6:
                return (store.Take((StoreStep)(kind + 1)) == StoreResult.Done, 0);
            case 6 or 7:
                var paid = store.PaySecurity(amount) == StoreResult.Done;
                return (paid, paid ? amount.Fen : 0);
            case 8:
                var taken = store.TakeFromSecurity(amount, now);
                return (true, -taken.Fen);
            default:
                return (store.Check(now, PolicyTimeline.Of(Rules)), 0);
        }
    }
}
