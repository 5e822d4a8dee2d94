using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FlashSale.Cluster.Tests;

/// <summary>Orleans' own dashboard: off unless it is wanted, and for operators only.</summary>
public sealed class OrleansDashboardTests
{
    private const string ApiKey = "a-key-of-buyers-and-sellers";
    private const string OperatorKey = "a-key-of-the-operators";

    [Fact]
    public async Task It_is_not_there_unless_it_was_switched_on()
    {
        await using var silo = await LiveSilo.Start();

        Assert.Equal(HttpStatusCode.NotFound, (await Get(silo, "/orleans")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(silo, "/orleans/index.html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(silo, "/orleans/ClusterStats")).Status);
    }

    [Fact]
    public async Task With_keys_only_the_operator_s_opens_it_also_as_a_browser_s_password()
    {
        await using var silo = await LiveSilo.Start(
            ("OrleansDashboard", "yes"), ("ApiKey", ApiKey), ("OperatorKey", OperatorKey));

        foreach (var path in (string[])["/orleans/", "/orleans/index.min.js", "/Orleans/ClusterStats"])
        {
            var stranger = await Get(silo, path, host: "silo.example");
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
            Assert.Equal("Basic", stranger.Asks);
            var wrong = await Get(silo, path, Bearer("not-a-key-of-anyone"));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await Get(silo, path, Bearer(ApiKey))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await Get(silo, path, Password(ApiKey))).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await Get(silo, path, Password("wrong"))).Status);
            Assert.Equal(HttpStatusCode.OK, (await Get(silo, path, Bearer(OperatorKey))).Status);
            Assert.Equal(HttpStatusCode.OK, (await Get(silo, path, Password(OperatorKey))).Status);
        }
    }

    [Fact]
    public async Task Without_keys_it_is_for_callers_on_this_machine_and_knows_the_market_s_grains()
    {
        await using var silo = await LiveSilo.Start(("OrleansDashboard", "yes"));
        await Shop.Open(silo.Port);

        var page = await Get(silo, "/orleans/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<html", page.Text, StringComparison.OrdinalIgnoreCase);
        // It counts now and then.
        await silo.Told(
            "/orleans/DashboardCounters?exclude=",
            counters => counters.Contains("FlashSale.Grains", StringComparison.Ordinal));
        var stranger = await Get(silo, "/orleans/", host: "silo.example");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(silo, "/orleans/Trace")).Status);
    }

    private static AuthenticationHeaderValue Bearer(string key) => new("Bearer", key);

    private static AuthenticationHeaderValue Password(string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{key}")));

    private static async Task<(HttpStatusCode Status, string Text, string? Asks)> Get(
        LiveSilo silo, string path, AuthenticationHeaderValue? key = null, string? host = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(silo.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        (request.Headers.Authorization, request.Headers.Host) = (key, host);
        using var answer = await client.SendAsync(request);
        var asks = answer.Headers.WwwAuthenticate.FirstOrDefault()?.Scheme;
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), asks);
    }
}
