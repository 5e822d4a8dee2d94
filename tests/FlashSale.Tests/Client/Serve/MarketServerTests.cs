using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlashSale.Client;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

// The market of «flashsale serve»: it keeps its word over restarts, its time goes on, and people live in it.
public sealed class MarketServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");
    private readonly HandClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_order_that_was_acknowledged_is_there_after_a_restart()
    {
        const int buyers = 50;
        var acknowledged = new List<string>();
        await using (var server = await Start(Options() with { HasBuyers = false }, Tiny, new Policy
        {
            Categories = Tiny.Policy.Categories,
        }))
        using (var client = ClientOf(server))
        {
            for (var buyer = 0; buyer < buyers; buyer++)
            {
                var lines = new[] { new { listing = "l0", units = 1, priceSeenFen = 100_000_000 } };
                using var response = await client.PutAsJsonAsync($"checkouts/b{buyer}-0", new { lines });
                var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                acknowledged.AddRange((answer["orders"]?.AsArray() ?? []).Select(id => (string)id!));
            }
        }

        await using var again = await Start(Options() with { HasBuyers = false }, Tiny);
        using var reader = ClientOf(again);
        Assert.InRange(acknowledged.Count, buyers / 2, buyers);
        foreach (var id in acknowledged)
        {
            var order = JsonNode.Parse(await reader.GetStringAsync($"orders/{id}"))!;
            Assert.Equal("placed", (string?)order["status"]);
        }
    }

    [Fact]
    public async Task The_time_of_a_festival_runs_as_fast_as_asked_and_goes_on_after_a_restart()
    {
        var options = Options() with { Speed = 60 };
        DateTimeOffset stopped;
        await using (var server = await Start(options, Tiny))
        {
            Assert.Equal(Tiny.Scenario.Festival.Midnight.AddMinutes(-10), server.Clock.GetUtcNow());
            _clock.Move(seconds: 90);
            Assert.Equal(Tiny.Scenario.Festival.Midnight.AddMinutes(80), server.Clock.GetUtcNow());
            stopped = await server.Engine.Ask(market => market.Now);
        }

        await using var again = await Start(options, Tiny);
        Assert.InRange(again.Clock.GetUtcNow(), stopped, Tiny.Scenario.Festival.Midnight.AddMinutes(80));
        Assert.True(stopped > Tiny.Scenario.Festival.Midnight);
    }

    [Fact]
    public async Task Simulated_buyers_order_pay_and_receive_and_every_invariant_holds()
    {
        await using var server = await Start(Options(), Tiny);
        while (await Payments(server) < 20)
        {
            await Pass(server, seconds: 10); // orders wait five minutes for their payment
        }

        while (await Delivered(server) < 5)
        {
            await Pass(server, seconds: 1_800);
        }

        Assert.True((await server.Engine.Marketplace.Audit()).Passed);
    }

    [Fact]
    public async Task After_a_restart_orders_go_on_their_way()
    {
        await using (var server = await Start(Options(), Tiny))
        {
            while (await Payments(server) < 5)
            {
                await Pass(server, seconds: 10);
            }
        }

        await using var again = await Start(Options(), Tiny);
        while (await Delivered(again) < 3)
        {
            await Pass(again, seconds: 1_800);
        }

        Assert.True((await again.Engine.Marketplace.Audit()).Passed);
    }

    private static LiveFestival Tiny { get; } = LiveFestival.Of(
        ScenarioReader.Read(File.ReadAllText(ScenarioFiles.Find("quick")!), "quick").Value! with
        {
            Scale = 0.000_001,
        });

    private static Task<int> Delivered(MarketServer server) => server.Engine.Ask(market =>
        market.View.AllOrders().Count(order => order.DeliveredAt is not null)).AsTask();

    private static Task<long> Payments(MarketServer server) =>
        server.Engine.Ask(market => market.View.Movements(MovementKind.Payment).Count).AsTask();

    // Time passes, and everybody does what was due by then.
    private async Task Pass(MarketServer server, double seconds)
    {
        _clock.Move(seconds);
        do
        {
            await server.Engine.Ask(market => market.Now);
        }
        while (server.Buyers!.Lag > TimeSpan.Zero || server.Buyers.InFlight > 0);
    }

    private async Task<MarketServer> Start(
        ServeOptions options, LiveFestival festival, Policy? policy = null)
    {
        var server = MarketServer.Open(options, policy ?? festival.Policy, _clock, replayed: null);
        await server.SetTime(options, festival);
        Assert.True(await server.Settle(festival, options.HasBuyers));
        await server.Listen(options, keys: null, festival);
        return server;
    }

    private ServeOptions Options() => new()
    {
        Journal = Path.Combine(_folder.FullName, "market"),
        Urls = "http://127.0.0.1:0",
    };

    private static HttpClient ClientOf(MarketServer server) =>
        new() { BaseAddress = new Uri($"{server.Urls[0]}/api/v1/") };
}
