using System.Text.Json.Nodes;

namespace FlashSale.Tests.Dashboard;

// The stream behind the pages, without a browser.
public sealed class LiveStreamTests
{
    [Fact]
    public async Task A_viewer_gets_the_history_first_and_then_what_changes_until_the_host_stops()
    {
        await using var market = await LiveMarket.Start();
        using var client = new HttpClient { BaseAddress = new Uri(market.Url) };
        using var response = await client.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (name, hello) = await Next(reader);
        Assert.Equal(("hello", "serve"), (name, (string?)hello["host"]!["kind"]));
        var before = (long)hello["tick"]!["seq"]!;
        (name, var tick) = await Next(reader);
        Assert.Equal("tick", name);
        Assert.True((long)tick["seq"]! > before);

        await market.Stop();
        while (await reader.ReadLineAsync() is not null)
        {
        }
    }

    [Fact]
    public async Task Books_are_told_as_the_api_tells_them()
    {
        await using var market = await LiveMarket.Start();
        await market.Server.StopBuyers();
        using var client = new HttpClient { BaseAddress = new Uri(market.Url) };
        var statistics = await Json(client, "/api/v1/statistics");
        using var response = await client.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        await Next(reader);
        var (_, tick) = await Next(reader);

        var paid = await market.Server.Engine.Ask(
            books => books.View.AllOrders().Where(order => order.PaidAt is not null).ToList());
        Assert.Equal(paid.Count, (long)tick["totals"]!["paid"]!);
        Assert.Equal(
            paid.Where(order => order.PaidAt >= LiveMarket.Midnight).Sum(order => order.Total.Fen),
            (long)tick["totals"]!["gmvFen"]!);
        Assert.Equal((long)statistics["ordersPlaced"]!, (long)tick["totals"]!["placed"]!);
    }

    [Fact]
    public async Task Pages_allow_nothing_from_elsewhere()
    {
        await using var market = await LiveMarket.Start();
        using var client = new HttpClient { BaseAddress = new Uri(market.Url) };
        using var page = await client.GetAsync("/ops");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy,
            StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static async Task<(string Name, JsonNode Told)> Next(StreamReader reader)
    {
        var name = (await reader.ReadLineAsync())!["event: ".Length..];
        var told = JsonNode.Parse((await reader.ReadLineAsync())!["data: ".Length..])!;
        await reader.ReadLineAsync();
        return (name, told);
    }

    private static async Task<JsonNode> Json(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(path))!;
}
