using System.Net.Http.Headers;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// Who calls from another machine shows a key; a caller of another host name counts as such.
public sealed class KeyTests
{
    private const string ApiKey = "a-key-of-buyers-and-sellers";
    private const string OperatorKey = "a-key-of-the-operators";

    [Theory]
    [InlineData("listings/l0", null, 401, "/problems/request/key-missing")]
    [InlineData("listings/l0", "a-key-that-is-nobodys", 401, "/problems/request/wrong-key")]
    [InlineData("listings/l0", "a-key-of-buyers-and-seller", 401, "/problems/request/wrong-key")]
    [InlineData("listings/l0", ApiKey, 404, "/problems/request/not-found")]
    [InlineData("listings/l0", OperatorKey, 404, "/problems/request/not-found")]
    [InlineData("audit", ApiKey, 403, "/problems/request/operator-only")]
    [InlineData("audit", OperatorKey, 200, null)]
    public async Task From_another_machine_a_key_opens_what_it_is_for(
        string path, string? key, int status, string? word)
    {
        await using var host = await ApiHost.Start(keys: new ApiKeys(ApiKey, OperatorKey));

        var answer = await Send(host, HttpMethod.Get, path, key, "shop.example");

        Assert.Equal((status, word), (answer.Status, answer.Word));
        Assert.DoesNotContain("a-key", answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stores/s0/steps/suspend", ApiKey, 403)]
    [InlineData("stores/s0/steps/suspend", OperatorKey, 404)]
    [InlineData("stores/s0/steps/hide", ApiKey, 404)]
    public async Task Some_steps_of_a_store_are_the_operators(string path, string key, int status)
    {
        await using var host = await ApiHost.Start(keys: new ApiKeys(ApiKey, OperatorKey));

        Assert.Equal(status, (await Send(host, HttpMethod.Put, path, key, "shop.example")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("Origin", "https://shop.example")]
    public async Task Who_comes_through_a_proxy_or_a_strangers_page_is_not_from_here(
        string header, string value)
    {
        await using var host = await ApiHost.Start();

        Assert.Equal(404, (await host.Get("listings/l0")).Status);
        var answer = await Send(host, HttpMethod.Get, "listings/l0", null, null, (header, value));
        Assert.Equal((401, "/problems/request/key-missing"), (answer.Status, answer.Word));
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
            request.Headers.Add(more.Name, more.Value);
        }

        using var response = await host.Client.SendAsync(request);
        return await ApiAnswer.Of(response);
    }
}
