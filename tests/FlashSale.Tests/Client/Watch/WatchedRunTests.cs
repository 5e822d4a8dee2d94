using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Client;

// A simulation that is watched is the same simulation, and what is told of it is what its books say.
public sealed class WatchedRunTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

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
        Assert.EndsWith(
            $", held {told.Totals.Escrow}, back {told.Totals.Counted.Refunded}",
            audit.Checks.Single(check => check.Name == "escrow-equals-orders").Detail,
            StringComparison.Ordinal);
        var midnight = Tiny.Festival.Midnight;
        var paid = simulation.Market.AllOrders()
            .Where(order => order.PaidAt >= midnight && order.PaidAt < midnight.AddDays(1)).ToList();
        Assert.Equal(paid.Count, told.Categories.Sum(one => one.Count));
        Assert.Equal(paid.Sum(order => order.Total.Fen), told.Totals.Counted.Gmv.Fen);
        Assert.Equal(told.Totals.Counted.Gmv.Fen, told.Categories.Sum(one => one.Amount.Fen));
        Assert.Equal(told.Totals.Counted.Gmv.Fen, told.Regions.Sum(one => one.Amount.Fen));
    }

    [Fact]
    public async Task The_big_screen_ends_at_what_the_report_says() // D4: one meaning of every figure
    {
        var simulation = Simulation.Create(Tiny);
        var run = Watch(simulation);
        Play(run);

        run.Stand();
        var told = (await run.Read(CancellationToken.None))!;
        var (screen, report) = (told.Totals.Counted, simulation.Finish(Stamp));
        var (summary, sample, scale) = (report.Summary, report.Summary.Sample, new SampleScale(Tiny.Scale));
        Assert.True(sample.OrdersPaid > 0 && sample.RefundedYuan > 0 && summary.SoldOutListings > 0);
        Assert.Equal(sample.OrdersPlaced, screen.OrdersPlaced);
        Assert.Equal(sample.OrdersPaid, screen.OrdersPaid);
        Assert.Equal(sample.OrdersConfirmed, screen.OrdersConfirmed);
        Assert.Equal(sample.GmvYuan, screen.Gmv.Yuan);
        Assert.Equal(sample.RefundedYuan, screen.Refunded.Yuan);
        Assert.Equal(summary.RefundReasons.Sum(one => one.Count), scale.Count(screen.Refunds));
        Assert.Equal(summary.SoldOutListings, told.Totals.SoldOut);
        Assert.Equal(sample.PeakPaymentsPerSecond, told.Seconds.Where(IsOfTheDay).Max(one => one.Paid));
        Assert.Equal(sample.PeakOrdersPerSecond, told.Seconds.Where(IsOfTheDay).Max(one => one.Placed));
        Assert.Equal(
            summary.Categories.Where(one => one.Count > 0).Select(one => (one.Kind, one.Count, one.Yuan)),
            told.Categories.Select(one => (one.Name, scale.Count(one.Count), scale.Amount(one.Amount).Yuan)));
    }

    [Fact]
    public async Task A_screen_that_is_opened_later_shows_the_same()
    {
        var simulation = Simulation.Create(Tiny);
        var run = Watch(simulation);
        Play(run);

        run.Stand();
        var told = (await run.Read(CancellationToken.None))!;
        var later = new MarketTallies(simulation.Market, simulation.Policy, null, Tiny.Festival.Midnight);
        var (first, second) = (told.Totals.Counted, later.Totals);
        Assert.Equal(
            (first.OrdersPlaced, first.OrdersPaid, first.Gmv, first.OrdersConfirmed),
            (second.OrdersPlaced, second.OrdersPaid, second.Gmv, second.OrdersConfirmed));
        Assert.Equal((first.Refunds, first.Refunded), (second.Refunds, second.Refunded));
        Assert.Equal(told.Totals.SoldOut, later.SoldOut);
        Assert.Equal(told.Categories, later.Categories());
    }

    private static bool IsOfTheDay(MarketSecond second) =>
        DateTimeOffset.FromUnixTimeSeconds(second.UnixSeconds) is var at
        && at >= Tiny.Festival.Midnight && at < Tiny.Festival.Midnight.AddDays(1);

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
        new(new PlayedFestival(simulation), speed: 3_600, playFrom: -TimeSpan.FromMinutes(10), Clock);

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
