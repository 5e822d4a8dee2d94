using FlashSale.Driver;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

// Single calls, batches and streams carry the same orders to the same end.
public sealed class WaysTests
{
    private const int Orders = PlayedLoad.Orders;
    private const int Stock = 150;

    [Theory]
    [InlineData(Way.Single, OrderMix.Buy)]
    [InlineData(Way.Batch, OrderMix.Buy)]
    [InlineData(Way.Stream, OrderMix.Buy)]
    [InlineData(Way.Single, OrderMix.WholeLife)]
    [InlineData(Way.Batch, OrderMix.CartAndBuy)]
    [InlineData(Way.Stream, OrderMix.WholeLife)]
    [InlineData(Way.Stream, OrderMix.CartAndBuy)]
    public async Task Every_order_is_answered_and_no_unit_is_sold_twice(Way way, OrderMix mix)
    {
        await using var host = await ApiHost.StartShop(Stock);

        var phase = await PlayedLoad.Drive(PlayedLoad.AddressOf(host), way, mix);

        Assert.Equal(Orders, phase.Issued);
        Assert.Equal(Stock, phase.CountOf(LoadOutcome.Done));
        Assert.Equal(
            [(new OrderEnd(LoadStep.Checkout, LoadOutcome.Refused, "sold-out"), (long)Orders - Stock)],
            phase.Ends.Where(end => end.End.Outcome != LoadOutcome.Done));
        Assert.True((await host.Engine.Marketplace.Audit()).Passed);
    }

    [Theory]
    [InlineData(Way.Single)]
    [InlineData(Way.Batch)]
    [InlineData(Way.Stream)]
    public async Task What_a_broken_server_did_not_answer_is_an_error_and_not_lost(Way way)
    {
        var host = await ApiHost.StartShop(Stock);
        await using var target = await Ways.Open(
            way, PlayedLoad.AddressOf(host), 2, ApiHost.MarketClock, CancellationToken.None);
        await host.DisposeAsync();

        var (loop, tally, clock) = PlayedLoad.LoopOn(target, OrderMix.Buy);
        await PlayedLoad.Play(loop, clock);

        Assert.Equal(tally.Phases[0].Issued, tally.Phases[0].CountOf(LoadOutcome.Error));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told_as_such()
    {
        var api = ApiAddress.Parse("http://127.0.0.1:1")!;
        foreach (var way in Enum.GetValues<Way>())
        {
            var fault = await Assert.ThrowsAsync<IOException>(
                () => Ways.Open(way, api, 1, ApiHost.MarketClock, CancellationToken.None));
            Assert.Contains("cannot reach http://127.0.0.1:1/", fault.Message, StringComparison.Ordinal);
        }
    }
}
