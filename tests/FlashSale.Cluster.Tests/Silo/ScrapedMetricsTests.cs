using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using FlashSale.Dashboard;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Cluster.Tests;

/// <summary>What a silo tells Prometheus.</summary>
public sealed class ScrapedMetricsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string ApiKey = "a-key-of-buyers-and-sellers";
    private const string OperatorKey = "a-key-of-the-operators";

    [Fact]
    public async Task Every_metric_of_rules_and_reference_is_exported()
    {
        await using var silo = await StateSilo.Start(StoreKind.Sqlite, postgres);
        using var client = new HttpClient { BaseAddress = new Uri(silo.Url) };
        await Use(silo, client);

        var answer = await client.GetStringAsync(MetricsExportPath);
        var exported = Exposition.NamesIn(answer);

        var asked = Exposition.AskedByRules();
        Assert.True(asked.Count >= 8, $"only {asked.Count} metrics were found in the rules");
        Assert.Empty(asked.Except(exported));
        Assert.Empty(Exposition.NamedByReference()
            .Where(name => !name.StartsWith("flashsale_engine_", StringComparison.Ordinal)).Except(exported));
        // It is there before anything has failed. Meters are the process's, so that failures which another
        // test makes on its own store at the same time are counted here, too.
        Assert.Contains(
            "flashsale_storage_failures_total{store=\"sqlite\"} ", answer, StringComparison.Ordinal);
        Assert.Contains("le=\"0.005\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_keys_Prometheus_shows_one()
    {
        await using var silo = await LiveSilo.Start(
            ("ApiKey", ApiKey), ("OperatorKey", OperatorKey));

        Assert.Equal(HttpStatusCode.Unauthorized, await Scrape(silo, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Scrape(silo, "not-a-key-of-anyone"));
        Assert.Equal(HttpStatusCode.OK, await Scrape(silo, ApiKey));
        Assert.Equal(HttpStatusCode.OK, await Scrape(silo, OperatorKey));
    }

    private const string MetricsExportPath = FlashSale.Dashboard.MetricsExport.ScrapePath;

    // What is counted only when it happens has to happen.
    private static async Task Use(StateSilo silo, HttpClient client)
    {
        var api = new Uri(silo.Url.Replace("http:", "ws:", StringComparison.Ordinal));
        using var stream = new ClientWebSocket();
        stream.Options.AddSubProtocol(StreamFrames.SubProtocol);
        await stream.ConnectAsync(new Uri(api, "/api/v1/stream"), CancellationToken.None);
        var nothing = await client.PutAsJsonAsync("/api/v1/checkouts/b7-0", new
        {
            lines = new[] { new { listing = "l0", units = 1, priceSeenFen = 9_900 } },
        });
        Assert.False(nothing.IsSuccessStatusCode);
        using var batch = await client.PostAsJsonAsync(
            "/api/v1/batch", new { commands = Array.Empty<object>() });
        await silo.Rows.Save(RowFixtures.Put(RowFixtures.Key()));
        WatchMetrics.Lag.Record(0.1); // WatchTests shows that a watch does
        WatchMetrics.Alerts.Add(1, new KeyValuePair<string, object?>("opened", true));
    }

    private static async Task<HttpStatusCode> Scrape(LiveSilo silo, string? key)
    {
        using var client = new HttpClient { BaseAddress = new Uri(silo.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, MetricsExportPath);
        request.Headers.Host = "silo.example";
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
