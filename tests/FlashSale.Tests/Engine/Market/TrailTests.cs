using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// IDN-5 on an engine: whatever an operator does stands in the trail, once, and nothing else does.
[Trait("engine", "IDN-5")]
public sealed class TrailTests
{
    [Fact]
    public void Every_kind_of_act_of_an_operator_leaves_a_trace()
    {
        var market = Market();
        var order = market.Order();
        market.OpenDispute(order);
        market.Do(new StepStore(FirstStore, StoreStep.Suspend, By: Ops));
        market.Do(new ResolveDispute(order, ForBuyer: true, Ops));
        market.Do(new Move(new Transfer(
            1, MovementKind.ViolationFee, FirstStore, default, Money.FromYuan(5)), Ops));
        market.Do(new Flip(
            new SwitchCommand(Switch.CouponsFrozen, true, "op-8", "a peak", null),
            By: new Signature("op-8", "a peak")));
        market.Do(new ChangePolicy(Later, Noon.AddDays(1), By: Ops));
        market.Do(new WithdrawPolicy(Noon.AddDays(1), By: Ops));

        string[] told =
        [
            "StepStore suspend s0", "Move violation-fee ¥5.00 s0", "ResolveDispute for-buyer b7-0.0",
            "Flip coupons-frozen on market", "ChangePolicy from 2018-11-11 04:00:00Z market",
            "WithdrawPolicy of 2018-11-11 04:00:00Z market",
        ];
        Assert.Equal(told, Acts(market)); // at one moment: by subject, then by number
        Assert.All(market.View.TrailBefore(null), act => Assert.Equal(Noon, act.At));
        Assert.Equal(["a peak", "as told"], market.View.TrailBefore(null)
            .Select(act => act.Trace.By.Why).Distinct().Order());
        market.AssertSound();
    }

    [Fact]
    public void Every_act_about_a_case_leaves_a_trace_and_a_repeat_none() // TRU-8
    {
        var market = Market(policy: new Policy
        {
            Trust = new TrustPolicy { IsOn = true, TalkWithin = default },
        });
        var id = new CaseId(new SellerId(0), 1);
        for (var time = 0; time < 2; time++)
        {
            market.Do(new OpenCase(
                id.Seller, FirstStore, FirstListing, CaseKind.Brushing, RequestId.Of("one"), Ops));
            market.Do(new StepCase(id, CaseStep.OrderSample, Ops));
            market.Do(new RecordEvidence(id, 6_000, Ops));
            market.Do(new DecideCase(id, CaseVerdict.Guilty, Ops));
            market.Do(new FileAppeal(id, 9_000)); // the seller's
            market.Do(new DecideAppeal(id, 20, 31, Ops));
        }

        string[] told =
        [
            "OpenCase brushing l0", "StepCase order-sample c0-1", "RecordEvidence 6000 c0-1",
            "DecideCase guilty c0-1", "DecideAppeal 20 of 31 c0-1",
        ];
        Assert.Equal(told, Acts(market));
        market.Do(new OpenCase(id.Seller, FirstStore, Case.NoListing, CaseKind.Brushing));
        market.Do(new DecideCase(new CaseId(id.Seller, 7), CaseVerdict.Guilty, Ops)); // there is none
        Assert.Equal(told, Acts(market));
        Assert.Equal(market.View.TrailBefore(null), Loaded(market).View.TrailBefore(null));
        market.AssertSound();
    }

    [Fact]
    public void What_changes_nothing_or_is_no_operators_leaves_no_trace()
    {
        var market = Market();
        market.Do(new StepStore(FirstStore, StoreStep.Reinstate, By: Ops)); // refused
        market.Do(new StepStore(FirstStore, StoreStep.Hide, By: Ops)); // a seller's
        market.Do(new Move(new Transfer(
            1, MovementKind.BuyerTopUp, default, FirstBuyer, Money.FromYuan(5)), Ops));
        market.Do(new ChangePolicy(market.Policy, By: Ops));
        market.StepStore(FirstStore, StoreStep.Suspend); // of a simulation: nobody signed
        market.Flip(new SwitchCommand(Switch.CouponsFrozen, true, "scenario", "a peak", null));
        Assert.Empty(Acts(market));

        var named = new StepStore(FirstStore, StoreStep.Reinstate, RequestId.Of("once"), Ops);
        market.Do(named);
        market.Do(named);
        Assert.Single(Acts(market));
        Assert.Equal(StoreResult.IdReused, market.Do(named with { By = new Signature("op-8", "") }));
    }

    [Fact]
    public void Acts_of_one_moment_are_told_apart_and_stand_in_one_order_after_a_restart()
    {
        var market = Market();
        market.Open(new StoreId(1));
        foreach (var store in new[] { 1, 0, 1, 0 })
        {
            var status = market.View.Store(new StoreId(store))!.Value.Status;
            var step = status == StoreStatus.Open ? StoreStep.Suspend : StoreStep.Reinstate;
            Assert.Equal(StoreResult.Done, market.Do(new StepStore(new StoreId(store), step, By: Ops)));
        }

        market.AdvanceTo(Noon.AddDays(1));
        market.Do(new StepStore(FirstStore, StoreStep.Suspend, By: Ops));

        string[] told =
        [
            "StepStore suspend s0", "StepStore reinstate s0", "StepStore suspend s1",
            "StepStore reinstate s1", "StepStore suspend s0",
        ];
        Assert.Equal(told, Acts(market));
        var again = Loaded(market);
        Assert.Equal(market.View.TrailBefore(null), again.View.TrailBefore(null));
        Assert.Equal(market.StateHash(), again.StateHash());
        market.AssertSound();
    }

    [Fact]
    public void Pages_from_the_latest_on_are_the_whole_trail()
    {
        var market = Market();
        for (var day = 1; day <= 7; day++)
        {
            market.AdvanceTo(Noon.AddDays(day));
            var step = day % 2 == 1 ? StoreStep.Suspend : StoreStep.Reinstate;
            market.Do(new StepStore(FirstStore, step, By: new Signature($"op-{day % 2}", "")));
        }

        var found = new List<TrailEntry>();
        TrailMark? before = null;
        do
        {
            var page = MarketPages.Trail(market.View, new TrailQuery { Before = before, EntriesMax = 3 });
            Assert.InRange(page.Entries.Count, 1, 3);
            found.AddRange(page.Entries);
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(market.View.TrailBefore(null), found);
        Assert.Equal(Enumerable.Range(1, 7).Reverse(), found.Select(act => (act.At - Noon).Days));
        var ofOne = MarketPages.Trail(market.View, new TrailQuery { Who = "op-1" });
        Assert.Equal(4, ofOne.Entries.Count);
        Assert.Empty(MarketPages.Trail(market.View, new TrailQuery { About = TrailEntity.Market }).Entries);
    }

    [Fact]
    public void A_market_without_acts_is_saved_as_before_there_was_a_trail()
    {
        var (market, acted) = (Market(), Market());
        acted.Do(new StepStore(FirstStore, StoreStep.Suspend, By: Ops));

        Assert.NotEqual("mrk6", MarkOf(market));
        Assert.Equal("mrk6", MarkOf(acted));
    }

    private static Policy Later =>
        new() { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(5) } };

    private static IEnumerable<string> Acts(Market market) => market.View.TrailBefore(null).Reverse()
        .Select(act => $"{act.What} {act.Trace.Detail} {act.Trace.About}");

    private static string MarkOf(Market market) =>
        System.Text.Encoding.ASCII.GetString(Saved(market).AsSpan(0, 4));

    private static Market Loaded(Market market)
    {
        using var stream = new MemoryStream(Saved(market));
        return FlashSale.Engine.Market.Load(new StateReader(stream), market.Policy);
    }

    private static byte[] Saved(Market market)
    {
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        return stream.ToArray();
    }
}
