using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// One history through the engine and through a cluster: the same answers, the same events, the same end.
/// </summary>
[Trait("cluster", "REP-3"), Trait("cluster", "REP-4"), Trait("cluster", "REP-5")]
[Trait("cluster", "SRC-1"), Trait("cluster", "IDN-5")]
public sealed class DifferentialTests
{
    [Theory]
    [Trait("cluster", "CRT-1"), Trait("cluster", "CRT-2"), Trait("cluster", "ESC-1")]
    [Trait("cluster", "ESC-2"), Trait("cluster", "ESC-3"), Trait("cluster", "INV-1")]
    [Trait("cluster", "INV-2"), Trait("cluster", "INV-3"), Trait("cluster", "LST-1")]
    [Trait("cluster", "LST-3"), Trait("cluster", "ORD-1"), Trait("cluster", "ORD-2")]
    [Trait("cluster", "ORD-3"), Trait("cluster", "REP-1"), Trait("cluster", "REP-2")]
    [Trait("cluster", "STO-1"), Trait("cluster", "STO-5")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Engine_and_cluster_answer_and_end_alike(int seed)
    {
        foreach (var history in Histories.Some(6, (ulong)seed))
        {
            await PlayOnBoth(history);
        }
    }

    [Theory, Trait("cluster", "ESC-5"), Trait("cluster", "ORD-3")]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Engine_and_cluster_move_the_same_money_to_the_same_payers(int seed)
    {
        var (histories, ends) = (Histories.SomeAboutMoney(4, (ulong)seed), new List<OrderView>());
        foreach (var history in histories)
        {
            ends.AddRange(await PlayOnBoth(history));
        }

        Assert.Contains(ends, order => order.DepositChannel != 0 && order.Escrow.Refunded.IsPositive);
        Assert.Contains(
            histories.SelectMany(history => history.Commands),
            step => step.Text.StartsWith(nameof(ResolveDispute), StringComparison.Ordinal));
    }

    [Theory, Trait("cluster", "GOV-1")]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task Engine_and_cluster_follow_a_policy_that_changes_alike(int seed)
    {
        var histories = Histories.SomeAboutRules(4, (ulong)seed);
        foreach (var history in histories)
        {
            await PlayOnBoth(history);
        }

        Assert.Contains(
            histories.SelectMany(history => history.Commands),
            step => step.Text.StartsWith(nameof(ChangePolicy), StringComparison.Ordinal));
    }

    [Theory]
    [Trait("cluster", "TRU-3"), Trait("cluster", "TRU-5"), Trait("cluster", "TRU-6")]
    [Trait("cluster", "TRU-7"), Trait("cluster", "TRU-8")]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(34)]
    public async Task Engine_and_cluster_judge_complaints_and_cases_alike(int seed)
    {
        var histories = Histories.SomeAboutCases(4, (ulong)seed);
        foreach (var history in histories)
        {
            await PlayOnBoth(history);
        }

        Assert.Contains(
            histories.SelectMany(history => history.Commands),
            step => step.Text.StartsWith(nameof(DecideCase), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    [Trait("cluster", "IDN-1"), Trait("cluster", "IDN-2")]
    [Trait("cluster", "IDN-3"), Trait("cluster", "IDN-4")]
    public async Task Engine_and_cluster_certify_and_bar_alike(int seed)
    {
        var histories = Histories.SomeAboutCertificates(5, (ulong)seed);
        foreach (var history in histories)
        {
            await PlayOnBoth(history);
        }

        Assert.Contains(
            histories.SelectMany(history => history.Commands),
            step => step.Text.StartsWith(nameof(DecideCheck), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(53)]
    [Trait("cluster", "LST-2")]
    public async Task Engine_and_cluster_screen_alike(int seed)
    {
        var histories = Histories.SomeAboutPublications(5, (ulong)seed);
        foreach (var history in histories)
        {
            await PlayOnBoth(history, Screenings.Rules);
        }

        Assert.Contains(
            histories.SelectMany(history => history.Commands),
            step => step.Text.StartsWith(nameof(ReviewListing), StringComparison.Ordinal));
    }

    [Fact, Trait("cluster", "ESC-4"), Trait("cluster", "ESC-6"), Trait("cluster", "STO-3")]
    [Trait("cluster", "STO-5")]
    public async Task Engine_and_cluster_move_money_of_every_kind_alike() =>
        await PlayOnBoth(MoneyStory.History);

    private static async Task<IEnumerable<OrderView>> PlayOnBoth(History history, Policy? policy = null)
    {
        policy ??= Fair.Usual;
        var size = Fair.Size with { LiveOrdersMax = 1_000, EndedOrdersMax = 1_000 };
        var engine = new Market(policy, size);
        var limits = new MarketLimits
        {
            BuyersMax = size.BuyersMax,
            StoresMax = size.StoresMax,
            ListingsMax = size.ListingsMax,
        };
        var (happened, told) = (EventLog.Of(engine), new ToldEvents());
        await using var cluster = await TestMarket.Start(policy: policy, limits: limits, calls: told);

        var expected = history.PlayOn(engine);
        var answers = await history.PlayOn(cluster.Port, cluster.SetTime);

        var commands = history.Commands.ToArray();
        for (var at = 0; at < expected.Count; at++)
        {
            Assert.True(
                Equals(expected[at], answers[at]),
                $"{commands[at]}: the engine says {expected[at]}, the cluster {answers[at]}\n{history}");
        }

        var audit = await cluster.Port.Audit();
        Assert.True(audit.Passed, string.Join('\n', audit.Checks) + "\n" + history);
        Assert.Equal(
            await MarketViews.Of(engine).Picture(), await MarketViews.Of(cluster.Port).Picture());
        Assert.Equal(
            await SearchPictures.Of(engine, cluster.Clock.Now), await SearchPictures.Of(cluster.Searched));
        Assert.Equal(
            engine.View.TrailBefore(null).Select(MarketPicture.OfAct),
            (await Trails.All(cluster.Browser)).Select(MarketPicture.OfAct));
        Assert.Equal(ToldEvents.Picture(happened.Events, engine.View), told.Picture()); // of each order
        var telemetry = await cluster.Grains.GetGrain<ITelemetryGrain>(0).Sales();
        Assert.Equal(Figures(happened.Totals()), Figures(telemetry.Figures.Totals));
        return engine.View.AllOrders();
    }

    // What screens and reports tell of a market (D4).
    private static (long Paid, Money Gmv, long Confirmed, long Refunds, Money Refunded) Figures(
        EventTotals counted) =>
        (counted.OrdersPaid, counted.Gmv, counted.OrdersConfirmed, counted.Refunds, counted.Refunded);
}
