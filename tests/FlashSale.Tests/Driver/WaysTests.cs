using FlashSale.Driver;
using FlashSale.Tests.Client;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

// Single calls, batches and streams carry the same orders to the same end.
public sealed class WaysTests
{
    private const int Orders = 200;
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

        var phase = await Drive(host, way, mix);

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
            way, AddressOf(host), 2, ApiHost.MarketClock, CancellationToken.None);
        await host.DisposeAsync();

        var (loop, tally, clock) = LoopOn(target, OrderMix.Buy);
        await Play(loop, clock);

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

    [Fact]
    public void Answers_in_chunks_and_with_a_length_are_read_at_any_cut()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 409 Conflict\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n");
        var answer = new HttpAnswer();
        var first = answer.TryRead(whole, out var body);
        Assert.Equal((200, "{}"), (answer.Status, System.Text.Encoding.UTF8.GetString(body)));

        var rest = whole[first..];
        for (var cut = 0; cut < rest.Length; cut++)
        {
            Assert.Equal(0, answer.TryRead(rest.AsSpan(0, cut), out _));
        }

        Assert.Equal(rest.Length, answer.TryRead(rest, out body));
        Assert.Equal(
            (409, "abc0123456789abcdef"), (answer.Status, System.Text.Encoding.UTF8.GetString(body)));
    }

    private static async Task<PhaseTally> Drive(ApiHost host, Way way, OrderMix mix)
    {
        await using var target = await Ways.Open(
            way, AddressOf(host), 4, ApiHost.MarketClock, CancellationToken.None);
        var (loop, tally, clock) = LoopOn(target, mix);
        await Play(loop, clock);
        return tally.Phases[0];
    }

    // The clock of the load is the test's; answers take what they take.
    private static async Task Play(OpenLoop loop, HandClock clock)
    {
        loop.Begin();
        clock.Move(1);
        loop.Advance();
        while (!loop.IsIssued || loop.InFlight > 0)
        {
            await Task.Yield();
            if (!loop.IsIssued)
            {
                clock.Move(1);
                loop.Advance();
            }
        }
    }

    private static (OpenLoop Loop, LoadTally Tally, HandClock Clock) LoopOn(ILoadTarget target, OrderMix mix)
    {
        var clock = new HandClock();
        var tally = new LoadTally([new PhaseSpan("all", 0, 1)], drainSeconds: 20);
        var book = new OrderBook(
            1, [new WantedListing(new ListingId(0), Money.FromYuan(100), 1)], new Buyers(0, 1_000, 0));
        var schedule = new ArrivalSchedule(ArrivalCurve.Constant(Orders, 1), Spacing.Even, 1, Shard.Whole);
        return (new OpenLoop(schedule, book, mix, target, tally, clock, new OpenLoopLimits()), tally, clock);
    }

    private static ApiAddress AddressOf(ApiHost host) =>
        ApiAddress.Parse(host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))!;
}
