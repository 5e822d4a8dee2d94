using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Time;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Midnight = new(2018, 11, 11, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_clock_shows_the_time_of_the_last_event()
    {
        var agenda = new Agenda(startMs: -60_000);
        var clock = new VirtualClock(agenda, Midnight);
        Assert.Equal(Midnight.AddMinutes(-1), clock.GetUtcNow());
        Assert.Equal(new TimeSpan(23, 59, 0), clock.GetLocalNow().TimeOfDay);

        agenda.Plan(125_000, kind: 1, entity: 0);
        agenda.TryNext(out _);

        Assert.Equal(Midnight.AddSeconds(125), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(185), clock.GetElapsedTime(-60_000));
    }

    [Fact]
    public void The_clock_has_no_timers_of_its_own()
    {
        var clock = new VirtualClock(new Agenda(), Midnight);

        Assert.Throws<NotSupportedException>(
            () => clock.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero));
    }
}
