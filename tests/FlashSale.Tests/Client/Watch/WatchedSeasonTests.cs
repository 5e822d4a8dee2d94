using System.Text.Json.Nodes;
using FlashSale.Client;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Seasons;

namespace FlashSale.Tests.Client;

// A season that is watched is the same season, and its page is told what its days are.
public sealed class WatchedSeasonTests
{
    private const double DaysASecond = 2;

    private static HandClock Clock => new();

    [Fact, Trait("simulator", "SEA-1")]
    public void Watching_a_season_changes_nothing()
    {
        var alone = SmallSeason.Run(SmallSeason.Scenario);
        var watched = Season.Create(SmallSeason.Scenario);
        var clock = Clock;
        var run = Watch(watched, clock);
        for (var steps = 0; run.Step(CancellationToken.None); steps++)
        {
            clock.Move(seconds: 0.1);
            run.SetSpeed(steps < 50 ? DaysASecond * 86_400 : 0);
        }

        Assert.Equal(alone.StateHash(), watched.StateHash());
        Assert.Equal(alone.Events, watched.Events);
    }

    [Fact]
    public void So_many_days_pass_in_a_second()
    {
        var season = Season.Create(SmallSeason.Scenario);
        var clock = Clock;
        var run = Watch(season, clock);
        for (var step = 0; step < 100; step++)
        {
            run.Step(CancellationToken.None);
            clock.Move(seconds: 0.04);
        }

        Assert.InRange(season.Progress.At.TotalDays, (4 * DaysASecond) - 1, 4 * DaysASecond);
    }

    [Fact]
    public async Task The_page_is_told_the_days_from_the_one_it_asks_for()
    {
        var season = Season.Create(SmallSeason.Scenario);
        var run = Watch(season, Clock);
        await using var server = await WatchServer.Start(
            run, season, new SeasonOptions { Urls = "http://127.0.0.1:0" }, Clock);
        season.RunUntil(20);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls[0]) };
        var asked = client.GetStringAsync("/live/season?from=12");
        while (!asked.IsCompleted)
        {
            run.Stand();
            await Task.Yield();
        }

        var told = JsonNode.Parse(await asked)!["season"]!;
        var rows = told["rows"]!.AsArray();
        var orders = told["columns"]!.AsArray().Select(one => (string)one!["name"]!).ToList()
            .IndexOf("orders_placed") + 1;
        var days = season.Look().Days;

        Assert.Equal(Enumerable.Range(12, days.Count - 12), rows.Select(row => (int)row![0]!));
        Assert.All(rows, row => Assert.Equal(
            days[(int)row![0]!][SeasonMeasures.Placed], (long)row[orders]!));
        Assert.Equal((35, false), ((int)told["daysInAll"]!, (bool)told["isOver"]!));
        Assert.Contains("<main", await client.GetStringAsync("/season"), StringComparison.Ordinal);
    }

    private static WatchedRun Watch(Season season, HandClock clock) =>
        new(new PlayedSeason(season), DaysASecond * 86_400, TimeSpan.Zero, clock);
}
