using FlashSale.Tests.Dashboard;
using FlashSale.Tests.Driver;

namespace FlashSale.Cluster.Tests;

// A proxy on a silo's machine makes every stranger local: with keys set that opens nothing.
public sealed class SiloDoorTests
{
    private const string ApiKey = "a-key-of-buyers-and-sellers";
    private const string OperatorKey = "a-key-of-the-operators";

    [Fact]
    public async Task Behind_a_proxy_a_silo_answers_nobody_without_a_key_and_everybody_with_one()
    {
        await using var silo = await LiveSilo.Start(("ApiKey", ApiKey), ("OperatorKey", OperatorKey));
        await using var proxy = new TestProxy(new Uri(silo.Url), ProxyManner.PassesOn);

        await DoorChecks.RefusesEverythingWithoutAKey(proxy.Url);
        await DoorChecks.WorksWithAKey(proxy.Url, ApiKey);
    }
}
