using System.Text.Json.Nodes;

namespace FlashSale.Tests.Dashboard;

// IDN-5 over HTTP: every act of an operator is signed, by the role of its key at least.
public sealed class TrailCallTests
{
    [Fact]
    public async Task Operators_sign_by_their_words_or_by_their_key()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        await Put(host, "stores/s0/steps/suspend", new { who = "op-7", why = "fakes" });
        await Put(host, "stores/s0/steps/reinstate");
        await Put(host, "switches/coupons-frozen", new { on = true, who = "op-8", why = "a peak" });
        await Put(host, "stores/s0/steps/hide", key: ApiHost.ApiKey); // a seller's

        var acts = await Acts(host);

        Assert.Equal(
            ["flip coupons-frozen on market op-8 a peak", "step-store reinstate s0 operator ",
                "step-store suspend s0 op-7 fakes"],
            acts.Select(act =>
                $"{act!["what"]} {act!["detail"]} {act!["about"]} {act!["who"]} {act!["why"]}"));
    }

    [Fact]
    public async Task Commands_of_batches_are_signed_too()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        var commands = new object[]
        {
            new { op = "step-store", id = "s0/suspend", body = new { who = "op-7", why = "fakes" } },
            new { op = "step-store", id = "s0/reinstate" },
        };
        Assert.Equal(200, (await Sent(host, "POST", "batch", new { commands })).Status);

        Assert.Equal(["operator", "op-7"], (await Acts(host)).Select(act => (string?)act!["who"]));
    }

    [Fact]
    public async Task The_trail_is_looked_through_by_what_it_is_about_and_by_who()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        foreach (var (step, who) in new[] { ("suspend", "a"), ("reinstate", "b"), ("suspend", "a") })
        {
            await Put(host, $"stores/s0/steps/{step}", new { who });
        }

        await Put(host, "switches/coupons-frozen", new { on = true, who = "a", why = "a peak" });

        Assert.Equal(3, (await Acts(host, "?about=s0")).Count);
        Assert.Equal(2, (await Acts(host, "?about=s0&who=a")).Count);
        Assert.Single(await Acts(host, "?about=market"));
        var first = await Sent(host, "GET", "trail?about=s0&max=2");
        Assert.Equal(2, first.Body!["acts"]!.AsArray().Count);
        Assert.Single(await Acts(host, $"?about=s0&max=2&from={first.Body["next"]}"));
        foreach (var wrong in new[] { "about=x1", "from=1", "max=0", "since=1" })
        {
            Assert.Equal(400, (await Sent(host, "GET", $"trail?{wrong}")).Status);
        }
    }

    [Fact]
    public async Task Only_operators_read_the_trail()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);

        Assert.Equal(403, (await host.Send("GET", "trail", key: ApiHost.ApiKey)).Status);
    }

    [Fact]
    public async Task Words_that_are_longer_than_is_kept_are_refused()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);

        var answer = await Sent(
            host, "PUT", "stores/s0/steps/suspend", new { why = new string('x', 501) });

        Assert.Equal(400, answer.Status);
        Assert.Contains("$.why", (string?)answer.Body!["detail"], StringComparison.Ordinal);
        Assert.Empty(await Acts(host));
    }

    private static async Task Put(ApiHost host, string path, object? body = null, string? key = null) =>
        Assert.Equal(200, (await host.Send("PUT", path, body, key ?? ApiHost.OperatorKey)).Status);

    private static Task<ApiAnswer> Sent(
        ApiHost host, string method, string path, object? body = null) =>
        host.Send(method, path, body, ApiHost.OperatorKey);

    private static async Task<JsonArray> Acts(ApiHost host, string query = "") =>
        (await Sent(host, "GET", $"trail{query}")).Body!["acts"]!.AsArray();
}
