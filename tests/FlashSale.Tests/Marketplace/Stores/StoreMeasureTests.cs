namespace FlashSale.Tests.Stores;

// TRU-5, TRU-6, STO-1: a store under a penalty stands afterwards as before.
public sealed class StoreMeasureTests
{
    [Theory]
    [InlineData(StoreMeasure.Hidden, StoreStatus.Hidden)]
    [InlineData(StoreMeasure.Suspended, StoreStatus.Suspended)]
    [InlineData(StoreMeasure.Closed, StoreStatus.Closed)]
    public void A_measure_comes_and_goes(StoreMeasure measure, StoreStatus status)
    {
        var store = RuleFixtures.OpenStore();

        var before = store.Hold(measure, default);

        Assert.Equal((status, SuspensionCause.Penalty), (store.Status, store.SuspendedFor));
        Assert.Equal(store, Store.Of(store.Facts));
        Assert.Equal(default, store.Hold(StoreMeasure.None, before));
        Assert.Equal(RuleFixtures.OpenStore(), store);
    }

    [Fact]
    public void A_store_that_its_owner_had_hidden_is_hidden_again_and_cannot_be_shown_before()
    {
        var store = RuleFixtures.OpenStore();
        store.Take(StoreStep.Hide);
        var before = store.Hold(StoreMeasure.Hidden, default);

        Assert.Equal(StoreResult.WrongStatus, store.Take(StoreStep.Show));
        store.Hold(StoreMeasure.None, before);

        Assert.Equal((StoreStatus.Hidden, default(SuspensionCause)), (store.Status, store.SuspendedFor));
        Assert.Equal(StoreResult.Done, store.Take(StoreStep.Show));
    }

    [Fact]
    public void A_heavier_measure_takes_the_place_of_a_lighter_one()
    {
        var store = RuleFixtures.OpenStore();
        var before = store.Hold(StoreMeasure.Hidden, default);
        before = store.Hold(StoreMeasure.Closed, before);

        store.Hold(StoreMeasure.None, before);

        Assert.Equal(StoreStatus.Open, store.Status);
    }

    [Fact]
    public void A_store_that_its_owner_closes_meanwhile_stays_closed()
    {
        var store = RuleFixtures.OpenStore();
        var before = store.Hold(StoreMeasure.Suspended, default);
        store.Take(StoreStep.Close);

        store.Hold(StoreMeasure.None, before);

        Assert.Equal(StoreStatus.Closed, store.Status);
    }

    [Fact]
    public void A_store_that_got_its_deposit_back_applies_anew()
    {
        var store = RuleFixtures.OpenStore();
        var before = store.Hold(StoreMeasure.Closed, default);
        store.ReturnSecurity();

        store.Hold(StoreMeasure.None, before);

        Assert.Equal(StoreStatus.Applying, store.Status);
    }

    [Fact]
    public void A_store_under_a_penalty_is_not_suspended_for_its_deposit_until_the_penalty_is_over()
    {
        var (store, policies) = (RuleFixtures.OpenStore(), PolicyTimeline.Of(new Policy()));
        var before = store.Hold(StoreMeasure.Hidden, default);
        store.TakeFromSecurity(Money.FromYuan(1), RuleFixtures.Midnight);
        var late = RuleFixtures.Midnight.AddDays(100);
        Assert.False(store.Check(late, policies));

        store.Hold(StoreMeasure.None, before);

        Assert.True(store.Check(late, policies));
        Assert.Equal(SuspensionCause.Deposit, store.SuspendedFor);
    }
}
