using FlashSale.Client;
using FlashSale.Simulator;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Client;

// A simulation that is watched is the same simulation, and what is told of it is what its books say.
public sealed class WatchedRunTests
{
    private static Scenario Tiny { get; } =
        ScenarioReader.Read(File.ReadAllText(ScenarioFiles.Find("quick")!), "quick").Value! with
        {
            Scale = 0.000_01,
        };

    [Fact]
    public void Watching_changes_nothing_whatever_the_speed()
    {
        var alone = Simulation.Create(Tiny);
        alone.RunToEnd();

        var watched = Simulation.Create(Tiny);
        Play(Watch(watched));

        Assert.True(alone.Progress.OrdersPaid > 0);
        Assert.Equal(alone.StateHash(), watched.StateHash());
        Assert.Equal(alone.Progress, watched.Progress);
    }

    [Fact]
    public async Task What_is_told_is_what_the_audit_counts()
    {
        var simulation = Simulation.Create(Tiny);
        var run = Watch(simulation);
        Play(run);

        run.Stand();
        var told = (await run.Read(CancellationToken.None))!;
        var audit = simulation.Audit();
        Assert.True(audit.Passed);
        Assert.All(told.Checks, check => Assert.True(check.Passed, check.Detail));
        Assert.Equal(
            $"paid {told.Totals.Paid}, held {told.Totals.Escrow}, back {told.Totals.Refunded}",
            audit.Checks.Single(check => check.Name == "escrow-equals-orders").Detail);
        var paid = simulation.Market.AllOrders().Where(order => order.PaidAt is not null).ToList();
        Assert.Equal(paid.Count, told.Categories.Sum(one => one.Count));
        Assert.Equal(paid.Sum(order => order.Total.Fen), told.Categories.Sum(one => one.Amount.Fen));
        Assert.Equal(paid.Sum(order => order.Total.Fen), told.Regions.Sum(one => one.Amount.Fen));
    }

    [Fact]
    public async Task Every_order_is_told_in_its_second()
    {
        var simulation = Simulation.Create(Tiny);
        var run = Watch(simulation);
        Play(run);

        run.Stand();
        var told = (await run.Read(CancellationToken.None))!;
        Assert.Equal(simulation.Progress.OrdersPlaced, told.Seconds.Sum(second => second.Placed));
        Assert.Equal(told.Seconds.Select(second => second.UnixSeconds).Distinct().Order(),
            told.Seconds.Select(second => second.UnixSeconds));
    }

    [Fact]
    public async Task A_paused_run_stands_still_and_still_answers()
    {
        var simulation = Simulation.Create(Tiny);
        var run = Watch(simulation);
        run.Pause(true);
        var stood = simulation.Progress.Events;

        var question = run.Market.FindListing(new ListingId(0)).AsTask();
        Assert.True(run.Step(Nobody));

        Assert.NotNull(await question);
        Assert.Equal(stood, simulation.Progress.Events);
    }

    // Whoever waits is told to stop at once.
    private static CancellationToken Nobody { get; } = new(canceled: true);

    private HandClock Clock { get; } = new();

    [Fact]
    public async Task Where_there_are_keys_who_watches_shows_one()
    {
        var options = new SimulateOptions { Urls = "http://127.0.0.1:0", Keys = ApiHost.Keys };
        await using var server = await WatchServer.Start(
            Watch(Simulation.Create(Tiny)), Tiny, options, Clock);
        var url = new Uri(server.Urls[0]);

        await DoorChecks.RefusesEverythingWithoutAKey(url);

        using var client = new HttpClient { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.ApiKey);
        Assert.Contains("<main", await client.GetStringAsync("/ops"), StringComparison.Ordinal);
    }

    private WatchedRun Watch(Simulation simulation) =>
        new(simulation, speed: 3_600, playFrom: -TimeSpan.FromMinutes(10), Clock);

    // An hour a second at first, then as fast as it can.
    private void Play(WatchedRun run)
    {
        for (var steps = 0; run.Step(Nobody); steps++)
        {
            Clock.Move(seconds: 0.1);
            run.SetSpeed(steps < 200 ? 3_600 : 0);
        }
    }
}
