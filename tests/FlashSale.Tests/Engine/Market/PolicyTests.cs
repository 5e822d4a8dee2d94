using System.Text;
using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// GOV-1 in the engine: changes at once and planned ones, and what was promised before them.
[Trait("engine", "GOV-1")]
public sealed class PolicyTests
{
    private static readonly DateTimeOffset Change = Noon.AddHours(1);

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void An_order_keeps_its_time_to_confirm_and_one_shipped_after_the_change_has_the_new_one(int days)
    {
        var market = Market();
        market.Plan(new Policy { Orders = new OrderPolicy { ConfirmWithin = TimeSpan.FromDays(days) } });
        var (before, after) = (market.Order(OrderStatus.Shipped), Checkout(1).Order(0));
        market.AdvanceTo(Change);
        market.Order(OrderStatus.Shipped, number: 1);

        foreach (var (order, at) in new[] { (before, Noon.AddDays(10)), (after, Change.AddDays(days)) }
            .OrderBy(one => one.Item2))
        {
            market.AdvanceTo(at.AddMilliseconds(-1));
            Assert.Equal(OrderStatus.Shipped, market.View.Order(order)!.Status);
            market.AdvanceTo(at);
            Assert.Equal(OrderStatus.Confirmed, market.View.Order(order)!.Status);
        }

        market.AssertSound();
    }

    [Fact]
    public void An_order_keeps_its_time_to_pay_its_commission_and_its_time_to_return()
    {
        var market = Market();
        var dear = new Policy().Categories.Select(one => one with { CommissionBasisPoints = 5_000 });
        market.Plan(new Policy
        {
            Categories = [.. dear],
            Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(1) },
            Orders = new OrderPolicy { ReturnWithin = TimeSpan.Zero },
        });
        var received = market.Order(OrderStatus.Confirmed);
        market.AdvanceTo(Change.AddMilliseconds(-1));
        var unpaid = market.Place(Checkout(1));
        market.AdvanceTo(Change);

        Assert.Equal(Change.AddMilliseconds(-1).AddMinutes(30), unpaid.At);
        Assert.Equal(Change.AddMinutes(1), market.Place(Checkout(2)).At);
        Assert.Equal(Money.FromYuan(95), market.View.Balance(AccountId.Of(FirstStore))); // ¥100 less 5 %
        market.Order(OrderStatus.Confirmed, number: 3);
        Assert.Equal(Money.FromYuan(145), market.View.Balance(AccountId.Of(FirstStore)));
        market.AdvanceTo(Change.AddMinutes(29));
        Assert.Equal(PayResult.Paid, market.Pay(Checkout(1), PaymentChannel.QuickPay).Result);
        Assert.Equal(RefundResult.TooLate, market.Refund(Checkout(3).Order(0), 0, 1).Result);
        Assert.Equal(RefundResult.Refunded, market.Refund(received, 0, 1).Result);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-4")]
    public void A_checkout_is_answered_as_the_first_time_though_the_time_to_pay_has_changed()
    {
        var market = Market();
        var first = market.Place(Checkout());
        market.Plan(new Policy { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(1) } });

        market.AdvanceTo(Noon.AddDays(40)); // it has ended long ago

        Assert.Equal(first, market.Place(Checkout()));
    }

    [Fact, Trait("engine", "STO-3")]
    public void A_store_keeps_the_time_to_top_up_that_it_had_when_it_fell_short()
    {
        var market = Market();
        var fee = new Transfer(1, MovementKind.ViolationFee, FirstStore, default, Money.FromYuan(960_000));
        Assert.Equal(TransferResult.Moved, market.Move(fee));
        market.Plan(new Policy { Stores = new StorePolicy { TopUpWithin = TimeSpan.FromDays(30) } });

        market.AdvanceTo(Noon.AddDays(15));
        Assert.Equal(StoreStatus.Open, market.View.Store(FirstStore)!.Value.Status);
        market.AdvanceTo(Noon.AddDays(15).AddMilliseconds(1));
        Assert.Equal(StoreStatus.Suspended, market.View.Store(FirstStore)!.Value.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Planned_changes_survive_the_end_of_the_process(bool hasSnapshot)
    {
        var (storage, clock) = (new MemoryStorage(), new EngineRun.StoppedClock());
        var options = new EngineOptions { SnapshotOnClose = hasSnapshot };
        var planned = new Policy { Carts = new CartPolicy { LinesMax = 1 } };
        var name = RequestId.Of("the-plan");
        var at = clock.GetUtcNow().AddDays(1);
        using (var engine = MarketEngine.Open(storage, options, clock))
        {
            await engine.Marketplace.ChangePolicy(new Policy { Carts = new CartPolicy { LinesMax = 2 } });
            Assert.Equal(PolicyResult.Changed, await engine.Marketplace.ChangePolicy(planned, at, name));
        }

        using var again = MarketEngine.Open(storage, options, clock);
        var policies = await again.Browser.FindPolicies();

        Assert.Equal(
            [2, 1],
            new[] { at.AddMilliseconds(-1), at }.Select(moment => policies.At(moment).Carts.LinesMax));
        Assert.Equal(PolicyResult.Changed, await again.Marketplace.ChangePolicy(planned, at, name));
        Assert.Equal(PolicyResult.IdReused, await again.Marketplace.ChangePolicy(new Policy(), at, name));
    }

    [Fact]
    public void A_replay_under_another_policy_changes_the_planned_ones_as_well()
    {
        var (storage, records) = (new MemoryStorage(), new RecordBuffer());
        var market = new Market(new Policy()) { Log = new CommandLog(records.Add) };
        market.AdvanceTo(Noon);
        market.Plan(new Policy { Carts = new CartPolicy { LinesMax = 5 } });
        market.AdvanceTo(Change);
        using (var journal = Journal.Open(storage, JournalMark.Beginning, (_, _) => { }))
        {
            journal.Append(records);
            journal.Sync();
        }

        var replayed = JournalReplay.Run(storage, policy => policy with
        {
            Orders = new OrderPolicy { ConfirmWithin = TimeSpan.FromDays(1) },
        });

        Assert.Equal(
            (5, 1),
            (replayed.Market.Policy.Carts.LinesMax, replayed.Market.Policy.Orders.ConfirmWithin.Days));
    }

    [Fact]
    public void A_change_as_journals_of_before_have_it_holds_at_once_and_for_all()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Shipped);
        var sooner = new Policy { Orders = new OrderPolicy { ConfirmWithin = TimeSpan.FromDays(5) } };

        CommandReader.Execute(market, [23, .. Encoding.UTF8.GetBytes(PolicyText.Write(sooner))]);

        Assert.Equal(5, market.Policy.Orders.ConfirmWithin.Days);
        market.AdvanceTo(Noon.AddDays(10)); // its deadline was set before
        Assert.Equal(OrderStatus.Confirmed, market.View.Order(order)!.Status);
        market.AssertSound();
    }
}

file static class Planning
{
    public static void Plan(this Market market, Policy policy) =>
        Assert.Equal(PolicyResult.Changed, market.ChangePolicy(policy, Fixtures.Noon.AddHours(1)));
}
