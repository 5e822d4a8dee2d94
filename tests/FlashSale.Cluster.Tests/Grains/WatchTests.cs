using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

// TRU-13: the watch of a cluster.
[Trait("cluster", "TRU-13")]
public sealed class WatchTests
{
    private static readonly string[] Told =
        [nameof(Pay), nameof(PayBalance), nameof(Complain), nameof(Refund), nameof(Rate)];

    [Fact]
    public async Task A_suspicious_listing_has_a_case_before_a_second_has_passed()
    {
        await using var market = await TestMarket.Start(policy: Watched.Policy);
        await Shop.Open(market.Port);
        var order = await Shop.Paid(market.Port, Fixtures.Checkout());
        foreach (var step in (OrderStep[])[OrderStep.Ship, OrderStep.Deliver])
        {
            await market.Port.StepOrder(order, step);
        }

        Assert.Equal(ComplainResult.Noted, await market.Port.Complain(order, 0, ComplaintReason.Counterfeit));
        await Watched.Drain(market); // the market's clock stands still

        var one = Assert.Single((await market.Port.FindCases(new SellerId(0)))!.Cases);
        Assert.Equal((CaseSource.Watch, CaseKind.Counterfeit), (one.Source, one.Kind));
        Assert.Equal(market.Clock.Now.ToUnixTimeMilliseconds(), one.OpenedMs);
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task Nobody_is_watched_as_long_as_no_policy_says_so()
    {
        var rows = new MemoryRowStore();
        var off = Watched.Policy with { Trust = Watched.Policy.Trust with { Watches = false } };
        await using var market = await TestMarket.Start(policy: off, rows: rows);
        await Shop.Open(market.Port);
        await Shop.Paid(market.Port, Fixtures.Checkout());

        await Watched.Drain(market);

        Assert.Null(await rows.Read(new RowKey(RowKind.Watch, 0)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Engine_and_cluster_see_the_same_and_open_the_same_cases(int seed)
    {
        var (opened, policy) = (0, Fair.Usual with { Trust = Watched.Policy.Trust });
        foreach (var history in Histories.SomeAboutTheWatch(2, (ulong)seed))
        {
            var size = Fair.Size with { LiveOrdersMax = 1_000, EndedOrdersMax = 1_000 };
            var (engine, rows) = (new Market(policy, size), new MemoryRowStore());
            var limits = new MarketLimits
            {
                BuyersMax = size.BuyersMax,
                StoresMax = size.StoresMax,
                ListingsMax = size.ListingsMax,
            };
            await using var cluster = await TestMarket.Start(policy: policy, limits: limits, rows: rows);

            await PlayOnBoth(history, engine, cluster);

            await Shop.AuditPasses(cluster.Port);
            engine.AssertSound();
            Assert.Equal(
                await MarketViews.Of(engine).Picture(), await MarketViews.Of(cluster.Port).Picture());
            Assert.Equal(
                Watched.Picture(engine, Fair.Stores), await Watched.Picture(rows, Fair.Stores));
            opened += Enumerable.Range(0, Fair.Stores)
                .Sum(seller => engine.State.Watch.Find(new SellerId(seller))?.Opened ?? 0);
        }

        Assert.True(opened > 0, "the watch has opened no case");
    }

    // Events come to the watch after each command: an engine's watch sees them at once.
    private static async Task PlayOnBoth(History history, Market engine, TestMarket cluster)
    {
        var now = History.Beginning;
        engine.AdvanceTo(now);
        await cluster.SetTime(now);
        foreach (var step in history.Steps)
        {
            if (step.Wait != TimeSpan.Zero)
            {
                now += step.Wait > TimeSpan.Zero ? step.Wait : TimeSpan.Zero;
                engine.AdvanceTo(now);
                await cluster.SetTime(now);
                await Watched.Drain(cluster);
                continue;
            }

            Assert.Equal((step.Text, step.OnMarket(engine)), (step.Text, await step.OnPort(cluster.Port)));
            if (Told.Any(kind => step.Text.StartsWith(kind, StringComparison.Ordinal)))
            {
                await Watched.Drain(cluster);
            }
        }
    }
}
