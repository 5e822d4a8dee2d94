using FlashSale.Driver;
using FlashSale.Tests.Client;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

/// <summary>A load of a few hundred orders, played in time that a test moves.</summary>
internal static class PlayedLoad
{
    /// <summary>As many are sent.</summary>
    public const int Orders = 200;

    /// <summary>Drives all orders at an address, and gives what became of them.</summary>
    public static async Task<PhaseTally> Drive(ApiAddress address, Way way, OrderMix mix)
    {
        await using var target = await Ways.Open(
            way, address, 4, ApiHost.MarketClock, CancellationToken.None);
        var (loop, tally, clock) = LoopOn(target, mix);
        await Play(loop, clock);
        return tally.Phases[0];
    }

    /// <summary>Plays a load: its clock is the test's; answers take what they take.</summary>
    public static async Task Play(OpenLoop loop, HandClock clock)
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

    /// <summary>A load of all orders in one second on a target.</summary>
    public static (OpenLoop Loop, LoadTally Tally, HandClock Clock) LoopOn(ILoadTarget target, OrderMix mix)
    {
        var clock = new HandClock();
        var tally = new LoadTally([new PhaseSpan("all", 0, 1)], drainSeconds: 20);
        var book = new OrderPlan(
            1, [new WantedListing(new ListingId(0), Money.FromYuan(100), 1)], new Buyers(0, 1_000, 0));
        var schedule = new ArrivalSchedule(ArrivalCurve.Constant(Orders, 1), Spacing.Even, 1, Shard.Whole);
        return (new OpenLoop(schedule, book, mix, target, tally, clock, new OpenLoopLimits()), tally, clock);
    }

    /// <summary>Where a host is.</summary>
    public static ApiAddress AddressOf(ApiHost host) =>
        ApiAddress.Parse(host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))!;
}
