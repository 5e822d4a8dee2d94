using FlashSale.Driver;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

// A proxy before the market may write HTTP as RFC 9110 lets it, and end connections: no order is lost by it.
public sealed class ProxyTests
{
    [Theory]
    [InlineData(ProxyManner.LowersNames, Way.Single)]
    [InlineData(ProxyManner.LowersNames, Way.Batch)]
    [InlineData(ProxyManner.Closes, Way.Single)]
    [InlineData(ProxyManner.Closes, Way.Batch)]
    [InlineData(ProxyManner.Drops, Way.Single)]
    [InlineData(ProxyManner.Drops, Way.Batch)]
    [InlineData(ProxyManner.Wraps, Way.Single)]
    [InlineData(ProxyManner.Wraps, Way.Batch)]
    [InlineData(ProxyManner.ForgetsUpgrades, Way.Single)]
    [InlineData(ProxyManner.ForgetsUpgrades, Way.Batch)]
    [InlineData(ProxyManner.PassesOn, Way.Stream)]
    public async Task Every_order_is_done_once_through_a_proxy(ProxyManner manner, Way way)
    {
        await using var host = await ApiHost.StartShop(PlayedLoad.Orders, keys: ApiHost.Keys);
        await using var proxy = new TestProxy(host.Client.BaseAddress!, manner);
        var address = ApiAddress.Parse(proxy.Url.GetLeftPart(UriPartial.Authority), ApiHost.OperatorKey)!;

        var phase = await PlayedLoad.Drive(address, way, OrderMix.WholeLife);

        Assert.Equal(PlayedLoad.Orders, phase.CountOf(LoadOutcome.Done));
        Assert.True((await host.Engine.Marketplace.Audit()).Passed);
        Assert.Equal(PlayedLoad.Orders, (await host.Engine.Browser.FindStatistics())!.OrdersPlaced);
        Assert.True(proxy.Connections >= (way == Way.Stream ? 4 : 1));
    }

    [Fact]
    public async Task A_stream_through_a_proxy_that_forgets_upgrades_says_what_is_missing()
    {
        await using var host = await ApiHost.StartShop(PlayedLoad.Orders, keys: ApiHost.Keys);
        await using var proxy = new TestProxy(host.Client.BaseAddress!, ProxyManner.ForgetsUpgrades);
        var address = ApiAddress.Parse(proxy.Url.GetLeftPart(UriPartial.Authority), ApiHost.OperatorKey)!;

        var fault = await Assert.ThrowsAsync<IOException>(
            () => PlayedLoad.Drive(address, Way.Stream, OrderMix.Buy));

        Assert.Contains("400 instead of a WebSocket", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--way batch", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProxyManner.Closes)]
    [InlineData(ProxyManner.Drops)]
    public async Task A_desk_goes_on_when_a_proxy_ends_its_connections(ProxyManner manner)
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        await using var proxy = new TestProxy(host.Client.BaseAddress!, manner);
        using var desk = new ApiDesk(ApiAddress.Parse(
            proxy.Url.GetLeftPart(UriPartial.Authority), ApiHost.OperatorKey)!);
        for (var time = 0; time < 100; time++)
        {
            Assert.True((await desk.Audit(CancellationToken.None)).Passed);
        }

        Assert.InRange(proxy.Connections, 5, 100);
    }

    [Fact]
    public async Task A_server_that_says_the_connection_ends_is_taken_at_its_word()
    {
        await using var host = await ApiHost.StartShop(PlayedLoad.Orders, keys: ApiHost.Keys);
        await using var proxy = new TestProxy(host.Client.BaseAddress!, ProxyManner.Closes);
        var address = ApiAddress.Parse(proxy.Url.GetLeftPart(UriPartial.Authority), ApiHost.ApiKey)!;

        var phase = await PlayedLoad.Drive(address, Way.Single, OrderMix.Buy);

        Assert.Equal(PlayedLoad.Orders, phase.CountOf(LoadOutcome.Done));
        Assert.InRange(proxy.Connections, 400 / 20, 400); // twenty answers each
    }
}
