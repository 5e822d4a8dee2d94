using FlashSale.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace FlashSale.Cluster.Tests;

// GOV-1 on a cluster: every silo follows a change, in time or not at all.
[Trait("cluster", "GOV-1")]
public sealed class PolicyTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Buyers = 12; // enough to live on both silos

    [Fact]
    public async Task All_silos_follow_a_change_at_once_and_a_planned_one_at_its_moment()
    {
        await using var market = await TestMarket.Start(silos: 2);
        await Shop.Open(market.Port, stores: 1);
        var begin = market.Clock.Now;
        Assert.Equal(PolicyResult.Changed, await market.Port.ChangePolicy(Paying(5)));
        Assert.Equal(PolicyResult.Changed, await market.Port.ChangePolicy(Paying(7), begin.AddHours(1)));

        foreach (var (round, at, minutes) in new[]
        {
            (0, begin, 30), (1, begin.AddSeconds(1), 5), (2, begin.AddHours(1).AddMilliseconds(-1), 5),
            (3, begin.AddHours(1), 7),
        })
        {
            await market.SetTime(at);
            foreach (var buyer in Enumerable.Range(0, Buyers))
            {
                var id = Fixtures.Checkout(number: round, buyer: buyer);
                var placed = await Shop.Order(market.Port, id);
                Assert.Equal((CheckoutResult.Placed, at.AddMinutes(minutes)), (placed.Result, placed.At));
                await market.Port.StepOrder(id.Order(0), OrderStep.Cancel);
            }
        }

        await Shop.AuditPasses(market.Port);
    }

    [Theory, Stores, PostgresStore]
    public async Task Planned_changes_survive_a_silo_and_their_repeat_is_answered_as_the_first(StoreKind kind)
    {
        await using var silo = await StateSilo.Start(kind, postgres);
        var (at, name) = (RealClock.Instance.GetUtcNow().AddDays(1), RequestId.Of("the plan"));
        Assert.Equal(PolicyResult.Changed, await Port(silo).ChangePolicy(Paying(5)));
        Assert.Equal(PolicyResult.Changed, await Port(silo).ChangePolicy(Paying(7), at, name));

        await silo.Restart();

        var policies = (await silo.Grains.GetGrain<IFestivalGrain>(0).State()).Policies!;
        Assert.Equal(
            [5.0, 7.0],
            new[] { at.AddHours(-1), at.AddHours(1) }.Select(moment =>
                policies.At(moment).Inventory.PayWithin.TotalMinutes));
        Assert.Equal(PolicyResult.Changed, await Port(silo).ChangePolicy(Paying(7), at, name));
        Assert.Equal(PolicyResult.IdReused, await Port(silo).ChangePolicy(Paying(8), at, name));
    }

    [Fact]
    public void A_silo_that_asks_in_vain_decides_nothing_until_it_knows_again()
    {
        var watch = new FestivalWatch(new Policy());
        Assert.True(watch.IsBehind, "it has heard nothing yet");

        watch.Answered(FestivalState.None);
        Assert.False(watch.IsBehind);
        for (var miss = 1; miss <= FestivalWatch.MissesMax; miss++)
        {
            Assert.False(watch.IsBehind);
            watch.Answered(null);
        }

        Assert.True(watch.IsBehind);
        watch.Answered(FestivalState.None with { Version = 1, Policies = PolicyTimeline.Of(Paying(5)) });
        Assert.False(watch.IsBehind);
        Assert.Equal(5, watch.Policies.At(Fixtures.Noon).Inventory.PayWithin.TotalMinutes);
    }

    [Fact]
    public async Task A_planned_change_is_withdrawn_for_all_silos()
    {
        await using var market = await TestMarket.Start(silos: 2);
        await Shop.Open(market.Port, stores: 1);
        var at = market.Clock.Now.AddHours(1);
        Assert.Equal(PolicyResult.Changed, await market.Port.ChangePolicy(Paying(7), at));
        Assert.Equal(PolicyResult.Changed, await market.Port.WithdrawPolicy(at));

        await market.SetTime(at);

        foreach (var buyer in Enumerable.Range(0, Buyers))
        {
            var id = Fixtures.Checkout(buyer: buyer);
            var placed = await Shop.Order(market.Port, id);
            Assert.Equal((CheckoutResult.Placed, at.AddMinutes(30)), (placed.Result, placed.At));
            await market.Port.StepOrder(id.Order(0), OrderStep.Cancel);
        }
    }

    [Fact]
    public async Task An_audit_finds_a_silo_that_follows_other_policies_than_those_that_are_kept()
    {
        await using var market = await TestMarket.Start();
        await market.Port.ChangePolicy(Paying(5));
        Assert.True((await PolicyCheck(market)).Passed);

        var watch = market.Silos.Silos[0].ServiceProvider.GetRequiredService<FestivalWatch>();
        await watch.Changed(
            watch.State with { Version = long.MaxValue, Policies = PolicyTimeline.Of(Paying(6)) });

        var check = await PolicyCheck(market);

        Assert.False(check.Passed);
        Assert.Contains("a silo decides by other policies", check.Detail, StringComparison.Ordinal);
    }

    private static async Task<AuditCheck> PolicyCheck(TestMarket market) =>
        (await market.Port.Audit()).Checks.Single(check => check.Name == "policies-follow-each-other");

    [Theory]
    [InlineData(true)] // nobody is there to answer
    [InlineData(false)] // the call fails at once
    public Task A_silo_that_cannot_learn_the_policy_refuses_within_35_seconds(bool waits) =>
        TimedClock.Play(() => LearnInVain(waits));

    private static async Task LearnInVain(bool waits)
    {
        var clock = new TimedClock();
        var watch = new FestivalWatch(new Policy());
        var first = new TaskCompletionSource<FestivalState>();
        var asked = 0;
        var questions = new FestivalQuestions(watch, Ask, clock);
        var room = new GrainRoom(null!, null!, null!, new MarketLimits(), clock, watch, null!);
        _ = questions.Ask(CancellationToken.None);
        var changedAt = clock.GetUtcNow(); // the answer to that question was given just before
        await clock.Pass(TimeSpan.FromSeconds(4.9));
        first.SetResult(FestivalState.None);
        using var stop = new CancellationTokenSource();
        var asking = questions.Run(stop.Token);

        await clock.PassUntil(() => !watch.IsBehind);
        Assert.Equal(30, room.Policy.Inventory.PayWithin.TotalMinutes); // it still acts on the old one
        await clock.PassUntil(() => watch.IsBehind);

        Assert.InRange(clock.GetUtcNow() - changedAt, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(35));
        Assert.Throws<MarketBusyException>(() => room.Policy);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Task<FestivalState> Ask() => asked++ == 0 ? first.Task
            : waits ? new TaskCompletionSource<FestivalState>().Task
            : Task.FromException<FestivalState>(new OrleansException("the silo is gone"));
    }

    private static ClusterMarketplace Port(StateSilo silo) => new(silo.Grains, RealClock.Instance);

    private static Policy Paying(int minutes) =>
        new() { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(minutes) } };
}
