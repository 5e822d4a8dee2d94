using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// IDN-1 to IDN-4 over HTTP.
public sealed class CertificateCallTests
{
    private static readonly object Numbers =
        new { @class = "a", document = "110101199003070017", account = "6222 0000", device = "phone" };

    [Fact]
    public async Task A_store_applies_hands_in_and_waits_for_whoever_decides()
    {
        await using var host = await ApiHost.StartShop();

        Is(await host.Put("stores/s0/certificate", Numbers), 200, "done");
        Is(await host.Put("stores/s0/certificate/checks/id-number"), 200, "done");
        Is(await host.Put("stores/s0/certificate/checks/id-number/verdict", new { verdict = "pass" }), 409,
            "/problems/certification/too-early");

        var shown = (await host.Get("stores/s0")).Body!["certificate"]!;
        Assert.Equal(
            ("none", "id-number", "a"),
            ((string?)shown["class"], (string?)shown["application"], (string?)shown["asked"]));
        Assert.Equal(Fixtures.Noon.AddHours(1), (DateTimeOffset)shown["readyAt"]!);
        var waiting = (await host.Get("applications")).Body!["applications"]!.AsArray();
        Assert.Equal("s0", (string?)Assert.Single(waiting)!["store"]);
        Is(await host.Send("DELETE", "stores/s0/certificate"), 200, "done");
        Assert.Empty((await host.Get("applications")).Body!["applications"]!.AsArray());
    }

    [Fact]
    public async Task A_barred_document_is_refused_and_its_number_is_nowhere()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        var bar = new { document = "110101199003070017", listing = "black", who = "op-7", why = "fakes" };
        Is(await Sent(host, "PUT", "identities/listing", bar), 200, "done");

        var answer = await Sent(host, "PUT", "stores/s0/certificate", Numbers);

        Is(answer, 403, "/problems/certification/barred");
        var trail = await Sent(host, "GET", "trail");
        Assert.DoesNotContain("110101199003070017", $"{answer.Body}{trail.Body}", StringComparison.Ordinal);
        Assert.StartsWith("i", (string?)trail.Body!["acts"]![0]!["about"], StringComparison.Ordinal);
        Assert.Equal(403, (await host.Send("PUT", "identities/listing", bar, ApiHost.ApiKey)).Status);
    }

    [Fact]
    public async Task A_store_is_summoned_with_a_reason()
    {
        await using var host = await ApiHost.StartShop();

        Is(await host.Put("stores/s0/summons", new { }), 422, "/problems/certification/no-reason");
        Is(await host.Put("stores/s0/summons", new { who = "op-7", why = "step 1" }), 200, "done");

        var shown = (await host.Get("stores/s0")).Body!["certificate"]!;
        Assert.Equal(Fixtures.Noon.AddDays(30), (DateTimeOffset)shown["mustBy"]!);
    }

    private static Task<ApiAnswer> Sent(ApiHost host, string method, string path, object? body = null) =>
        host.Send(method, path, body, ApiHost.OperatorKey);

    private static void Is(ApiAnswer answer, int status, string word)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(word, (string?)answer.Body!["result"] ?? (string?)answer.Body["type"]);
    }
}
