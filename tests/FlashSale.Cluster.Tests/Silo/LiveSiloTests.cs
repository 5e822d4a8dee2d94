using System.Text.Json.Nodes;
using FlashSale.Tests.Dashboard;
using FlashSale.Tests.Engine;
using static Microsoft.Playwright.Assertions;

namespace FlashSale.Cluster.Tests;

// What a silo shows follows from its orders' events, and is what the audit counts.
public sealed class LiveSiloTests(Browser browser) : IClassFixture<Browser>
{
    private const int Orders = 8; // of the ten that there are

    [Fact]
    public async Task Counters_end_at_what_the_orders_say()
    {
        await using var silo = await LiveSilo.Start();
        var (paid, refunded, confirmed) = await Trade(silo);

        var tick = await silo.Told(tick => Count(tick, "paid") == Orders
            && Count(tick, "confirmed") == 1 && Count(tick, "refunds") == 1 && Waiting(tick) == 0
            && tick["hot"]!.AsArray().Count == 1);

        Assert.Equal(paid.Fen, Count(tick, "gmvFen"));
        Assert.Equal(refunded.Fen, Count(tick, "refundedFen"));
        Assert.Equal((paid - refunded - confirmed).Fen, Count(tick, "escrowFen"));
        Assert.Equal(Orders - 2, Count(tick, "alive"));
        var category = Assert.Single(tick["categories"]!.AsArray())!;
        Assert.Equal((Orders, paid.Fen), ((int)category[1]!, (long)category[2]!));
        var hot = tick["hot"]![0]!;
        Assert.Equal(("l0", paid.Fen), ((string)hot["id"]!, (long)hot["paidFen"]!));
        Assert.Equal(Orders - 1, (int)hot["sold"]!);
        Assert.All(tick["checks"]!.AsArray(), check => Assert.True((bool)check!["passed"]!));
        var audit = await silo.Port.Audit();
        Assert.True(audit.Passed);
        Assert.Contains(
            $"held {paid - refunded - confirmed}",
            audit.Checks.Single(check => check.Name == "escrow-equals-orders").Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_are_not_offered_and_listings_are()
    {
        await using var silo = await LiveSilo.Start();
        await Shop.Open(silo.Port);
        using var client = new HttpClient { BaseAddress = new Uri(silo.Url) };
        using var statistics = await client.GetAsync("/api/v1/statistics");
        Assert.Equal(501, (int)statistics.StatusCode);
        var page = JsonNode.Parse(await client.GetStringAsync("/api/v1/listings"))!;
        Assert.Equal("l0", (string)Assert.Single(page["listings"]!.AsArray())!["id"]!);
    }

    [BrowserTheory]
    [InlineData(1_280, 800)]
    [InlineData(1_920, 1_080)]
    [InlineData(390, 844)]
    public async Task Big_screen_and_operations_of_a_silo_load_without_a_fault_and_fit(int width, int height)
    {
        await using var silo = await LiveSilo.Start();
        await Trade(silo);
        await using var window = await browser.Open(width, height);
        foreach (var path in new[] { "/", "/ops" })
        {
            await window.Visit(silo.Url, path);
            await Expect(window.Page.Locator(path == "/" ? "#hot li a" : "#hot tbody tr").First)
                .ToBeVisibleAsync(new() { Timeout = Window.Patience });
            Assert.Empty(await window.Overflow());
            await window.Picture($"silo-{(path == "/" ? "screen" : path[1..])}-{width}");
        }

        await Expect(window.Page.Locator("[data-stream]")).ToHaveCountAsync(OrderFeed.Partitions);
        await Expect(window.Page.Locator("[data-state=active]").First).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    [BrowserFact]
    public async Task The_limit_of_admission_is_changed_for_the_whole_cluster()
    {
        await using var silo = await LiveSilo.Start();
        await Shop.Open(silo.Port);
        await using var window = await browser.Open();
        await window.Visit(silo.Url, "/ops");

        await window.Page.Locator("#admission").FillAsync("1");
        await window.Page.Locator("#admit").ClickAsync();
        await window.Page.Locator("#ask-ok").ClickAsync();
        await Expect(window.Page.Locator("#toast")).ToContainTextAsync("done");

        await silo.Told(tick => (int)tick["admitted"]! == 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(buyer =>
            Shop.Order(silo.Port, Fixtures.Checkout(buyer: buyer)).AsTask()));
        Assert.Contains(answers, answer => answer.Result == CheckoutResult.Throttled);
    }

    // Orders of one unit each: one is confirmed, one given back before it was sent.
    private static async Task<(Money Paid, Money Refunded, Money Confirmed)> Trade(LiveSilo silo)
    {
        await Shop.Open(silo.Port);
        var orders = new List<OrderId>();
        for (var buyer = 0; buyer < Orders; buyer++)
        {
            orders.Add(await Shop.Paid(silo.Port, Fixtures.Checkout(buyer: buyer)));
        }

        foreach (var step in new[] { OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm })
        {
            Assert.Equal(OrderResult.Done, await silo.Port.StepOrder(orders[0], step));
        }

        var refund = await silo.Port.Refund(orders[1], 0, 1);
        Assert.Equal(RefundResult.Refunded, refund.Result);
        var one = refund.Amount;
        return (Money.FromFen(one.Fen * Orders), one, one);
    }

    private static long Count(JsonNode tick, string total) => (long)tick["totals"]![total]!;

    private static long Waiting(JsonNode tick) =>
        tick["streams"]!.AsArray().Sum(stream => (long)stream!["waiting"]!);
}
