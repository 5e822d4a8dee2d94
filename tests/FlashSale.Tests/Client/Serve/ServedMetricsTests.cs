using System.Net;
using System.Net.Http.Headers;
using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Tests.Dashboard;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Client;

// What «flashsale serve» tells Prometheus.
public sealed class ServedMetricsTests : IDisposable
{
    private const string ApiKey = "a-key-of-buyers-and-sellers";
    private const string OperatorKey = "a-key-of-the-operators";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_metric_of_the_engine_that_the_reference_names_is_exported()
    {
        await using var server = await Start(keys: null);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls[0]) };
        await server.Engine.Marketplace.OpenStore(Fixtures.Application(new StoreId(0)));
        using var answer = await client.GetAsync("/api/v1/listings/l0");

        var exported = Exposition.NamesIn(await client.GetStringAsync(MetricsExport.ScrapePath));

        string[] named = [.. Exposition.NamedByReference().Where(name =>
            name.StartsWith("flashsale_engine_", StringComparison.Ordinal))];
        Assert.Equal(3, named.Length);
        Assert.Empty(named.Except(exported));
        Assert.Contains("flashsale_api_answers_total", exported);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("not-a-key-of-anyone", HttpStatusCode.Unauthorized)]
    [InlineData(ApiKey, HttpStatusCode.OK)]
    [InlineData(OperatorKey, HttpStatusCode.OK)]
    public async Task With_keys_Prometheus_shows_one(string? key, HttpStatusCode status)
    {
        await using var server = await Start(new ApiKeys(ApiKey, OperatorKey));
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls[0]) };
        using var request = new HttpRequestMessage(HttpMethod.Get, MetricsExport.ScrapePath);
        request.Headers.Host = "market.example";
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);

        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<MarketServer> Start(ApiKeys? keys)
    {
        var options = new ServeOptions
        {
            Journal = Path.Combine(_folder.FullName, "market"),
            Urls = "http://127.0.0.1:0",
            HasBuyers = false,
        };
        var server = MarketServer.Open(options, new Policy(), new HandClock(), replayed: null);
        await server.SetTime(options, festival: null);
        await server.Listen(options, keys, festival: null);
        return server;
    }
}
