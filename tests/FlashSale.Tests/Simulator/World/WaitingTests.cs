using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>A buyer leaves a queue of payments that is too long, and comes less (DEM-4, ESC-5).</summary>
[Trait("simulator", "DEM-4"), Trait("simulator", "ESC-5")]
public sealed class WaitingTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    [Fact]
    public void Payment_capacity_moves_give_ups_where_it_binds_and_nowhere_else()
    {
        double[] shares = [0.8, 1, 1.2];
        var (of2016, of2018) = (
            shares.Select(share => LeftTheQueue(Year2016(share * 120_000))).ToList(),
            shares.Select(share => LeftTheQueue(Year2018(share * 491_000))).ToList());

        Assert.True(of2016[0] > 1.5 * of2016[1], string.Join(' ', of2016));
        Assert.True(of2016[1] > 1.5 * of2016[2], string.Join(' ', of2016));
        Assert.All(of2018, left => Assert.Equal(0, left));
    }

    [Fact]
    public void Channels_that_are_out_lose_orders_and_the_queue_counts_people()
    {
        var outage = new Shock
        {
            Kind = ShockKind.ChannelOutage,
            From = TimeSpan.Zero,
            Until = TimeSpan.FromHours(2),
        };
        var usual = AfterTheDay(Festivals.Small());
        var out2h = AfterTheDay(Festivals.Small() with { Shocks = [outage] });

        Assert.True(out2h.Day.OrdersPaid < 0.9 * usual.Day.OrdersPaid);
        Assert.True(Reason(out2h, "queue too long") > 0);
        Assert.InRange(out2h.PaymentQueue.Peak, usual.PaymentQueue.Peak + 1, out2h.OrdersPlaced);
    }

    [Fact]
    public void Who_gave_up_is_counted_once_and_comes_back_less()
    {
        var slow = Year2016(60_000);
        var loyal = slow with
        {
            Behaviour = slow.Behaviour with
            {
                Trying = slow.Behaviour.Trying with { ReturnShare = 1 },
            },
        };
        var (run, returning) = (AfterTheDay(slow), AfterTheDay(loyal));

        Assert.InRange(run.BuyersGaveUp, 1, run.Abandoned - Reason(run, "stays away"));
        Assert.True(Reason(run, "stays away") > 0);
        Assert.Equal(0, Reason(returning, "stays away"));
    }

    private static Scenario Year2016(double paymentsPerSecond) => Scenario.FromFacts(new FestivalFacts
    {
        Year = 2016,
        GmvYuan = 120.7e9,
        AverageOrderYuan = 183.7,
        PeakOrdersPerSecond = 175_000,
        PeakPaymentsPerSecond = paymentsPerSecond,
        MobileShare = 0.82,
    }) with
    {
        Scale = 0.000_1,
    };

    private static Scenario Year2018(double paymentsPerSecond)
    {
        var scenario = Festivals.Small();
        return scenario with
        {
            Scale = 0.000_1,
            Festival = scenario.Festival with { PeakPaymentsPerSecond = paymentsPerSecond },
        };
    }

    // The rush is over by then.
    private static long LeftTheQueue(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromHours(1));
        return Reason(run.Finish(Stamp).Summary, "queue too long");
    }

    private static RunSummary AfterTheDay(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromDays(1));
        return run.Finish(Stamp).Summary;
    }

    private static long Reason(RunSummary run, string kind) =>
        run.AbandonReasons.Single(reason => reason.Kind == kind).Count;
}
