using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class RunTimeTests
{
    [Fact]
    public void A_run_may_take_twenty_times_what_others_took_and_never_less_than_two_minutes()
    {
        Assert.Equal(TimeSpan.FromHours(1), RunTime.LimitBy(null));
        Assert.Equal(TimeSpan.FromMinutes(2), RunTime.LimitBy(5));
        Assert.Equal(TimeSpan.FromMinutes(20), RunTime.LimitBy(60));
    }

    [Fact]
    public void The_peaks_of_runs_leave_a_sixth_of_the_memory_for_a_run_that_needs_more() =>
        Assert.Equal(10_000, RunMemory.PeaksIn(12_000));
}
