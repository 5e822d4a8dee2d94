using System.Net.Http.Headers;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// Once there are keys every caller shows one, wherever it calls from; without them this machine is served.
public sealed class KeyTests
{
    private const string ApiKey = ApiHost.ApiKey;
    private const string OperatorKey = ApiHost.OperatorKey;

    [Theory]
    [InlineData("listings/l0", null, 401, "/problems/request/key-missing")]
    [InlineData("listings/l0", "a-key-that-is-nobodys", 401, "/problems/request/wrong-key")]
    [InlineData("listings/l0", "a-key-of-buyers-and-seller", 401, "/problems/request/wrong-key")]
    [InlineData("listings/l0", ApiKey, 404, "/problems/request/not-found")]
    [InlineData("listings/l0", OperatorKey, 404, "/problems/request/not-found")]
    [InlineData("audit", ApiKey, 403, "/problems/request/operator-only")]
    [InlineData("audit", OperatorKey, 200, null)]
    public async Task A_key_opens_what_it_is_for_from_anywhere(
        string path, string? key, int status, string? word)
    {
        await using var host = await ApiHost.Start(keys: ApiHost.Keys);
        foreach (var name in new[] { "shop.example", null })
        {
            var answer = await Send(host, HttpMethod.Get, path, key, name);

            Assert.Equal((status, word), (answer.Status, answer.Word));
            Assert.DoesNotContain("a-key", answer.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER  ")]
    public async Task The_scheme_of_a_key_is_written_in_any_case(string scheme)
    {
        await using var host = await ApiHost.Start(keys: ApiHost.Keys);

        var answer = await Send(
            host, HttpMethod.Get, "audit", null, null, ("Authorization", $"{scheme} {OperatorKey}"));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("stores/s0/steps/suspend", ApiKey, 403)]
    [InlineData("stores/s0/steps/suspend", OperatorKey, 404)]
    [InlineData("stores/s0/steps/hide", ApiKey, 404)]
    public async Task Some_steps_of_a_store_are_the_operators(string path, string key, int status)
    {
        await using var host = await ApiHost.Start(keys: ApiHost.Keys);

        Assert.Equal(status, (await Send(host, HttpMethod.Put, path, key, "shop.example")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1", 403, "no-keys-set")]
    [InlineData("x-forwarded-proto", "https", 403, "no-keys-set")]
    [InlineData("Forwarded", "for=192.0.2.1", 403, "no-keys-set")]
    [InlineData("Via", "1.1 shop", 403, "no-keys-set")]
    [InlineData("X-Real-IP", "127.0.0.1", 403, "no-keys-set")]
    [InlineData("Origin", "https://shop.example", 401, "key-missing")]
    [InlineData("Host", "shop.example", 401, "key-missing")]
    public async Task Without_keys_who_comes_through_a_proxy_or_a_strangers_page_is_refused(
        string header, string value, int status, string word)
    {
        await using var host = await ApiHost.Start();

        Assert.Equal(404, (await host.Get("listings/l0")).Status);
        var answer = await Send(host, HttpMethod.Get, "listings/l0", null, null, (header, value));
        Assert.Equal((status, $"/problems/request/{word}"), (answer.Status, answer.Word));
    }

    // As nginx passes requests on unless it is told otherwise; nothing else in them shows that it is there.
    [Fact]
    public async Task Without_keys_http_1_0_is_taken_for_a_proxy()
    {
        await using var host = await ApiHost.Start();

        Assert.Equal(403, (await SendOld(host, null)).Status);
        await using var other = await ApiHost.Start(keys: ApiHost.Keys);
        Assert.Equal(401, (await SendOld(other, null)).Status);
        Assert.Equal(404, (await SendOld(other, ApiKey)).Status);
    }

    [Fact]
    public async Task Only_a_host_that_is_told_so_trusts_its_own_machine_beside_its_keys()
    {
        await using var host = await ApiHost.Start(keys: ApiHost.Keys, trustsLoopback: true);

        Assert.Equal(200, (await host.Get("audit")).Status);
        Assert.Equal(401, (await host.Send("GET", "audit", key: "a-key-that-is-nobodys")).Status);
        var forwarded = await Send(
            host, HttpMethod.Get, "audit", null, null, ("X-Forwarded-For", "127.0.0.1"));
        Assert.Equal((401, "/problems/request/key-missing"), (forwarded.Status, forwarded.Word));
        Assert.Equal(401, (await Send(host, HttpMethod.Get, "audit", null, "shop.example")).Status);
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/api/v1/openapi.json", 401)]
    [InlineData("/api/v1/stream", 401)]
    [InlineData("/no/such/address", 401)]
    public async Task Without_a_key_nothing_answers_but_the_hosts_health(string path, int status)
    {
        await using var host = await ApiHost.Start(keys: ApiHost.Keys);

        using var answer = await host.Client.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_from_here_as_well()
    {
        await using var host = await ApiHost.Start();

        Assert.Equal(401, (await host.Send("GET", "listings/l0", key: "a-key-that-is-nobodys")).Status);
    }

    [Theory]
    [InlineData("too short", OperatorKey)]
    [InlineData(ApiKey, "too short")]
    [InlineData(ApiKey, ApiKey)]
    public void Keys_that_are_short_or_the_same_are_refused_without_being_shown(string one, string other)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new ApiKeys(one, other));

        Assert.DoesNotContain(one, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<ApiAnswer> SendOld(ApiHost host, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{MarketApi.Root}/listings/l0")
        {
            Version = System.Net.HttpVersion.Version10,
        };
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await host.Client.SendAsync(request);
        return await ApiAnswer.Of(response);
    }

    private static async Task<ApiAnswer> Send(
        ApiHost host, HttpMethod method, string path, string? key, string? asHost,
        (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, $"{MarketApi.Root}/{path}");
        request.Headers.Host = asHost;
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (header is { } more)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(more.Name, more.Value));
        }

        using var response = await host.Client.SendAsync(request);
        return await ApiAnswer.Of(response);
    }
}
