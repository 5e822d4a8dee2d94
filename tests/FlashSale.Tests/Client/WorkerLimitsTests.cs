using FlashSale.Client;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

/// <summary>How many workers a study has, and how long its runs may take, as runs tell more.</summary>
public sealed class WorkerLimitsTests
{
    private static readonly RunOutcome Small = new()
    {
        Key = new string('a', 64),
        Status = RunStatus.Done,
        PeakBytes = 1 << 20,
        WallSeconds = 1,
    };

    private static RunOutcome TooLarge => Small with { Status = RunStatus.OutOfMemory, PeakBytes = 0 };

    [Fact]
    public void Before_any_run_there_is_a_worker_for_each_core_and_each_has_its_part_of_the_memory()
    {
        var limits = WorkerLimits.Before(workers: null, within: null);

        Assert.Equal(Environment.ProcessorCount, limits.Workers);
        Assert.Equal(limits.HeapBytes / limits.Workers, limits.HeapOfEach);
        Assert.Equal(TimeSpan.FromHours(1), limits.RunWithin);
    }

    [Fact]
    public void A_run_may_take_twenty_times_the_longest_so_far_and_two_minutes_at_least()
    {
        var limits = WorkerLimits.Before(workers: 2, within: null);

        Assert.Equal(TimeSpan.FromMinutes(2), limits.After(Small).RunWithin);
        Assert.Equal(TimeSpan.FromMinutes(10), limits.After(Small with { WallSeconds = 30 }).RunWithin);
        Assert.Equal(
            TimeSpan.FromMinutes(10), limits.After(Small with { WallSeconds = 30 }).After(Small).RunWithin);
    }

    [Fact]
    public void Large_runs_leave_room_for_fewer_workers_and_at_last_for_one()
    {
        var limits = WorkerLimits.Before(workers: null, within: null);

        Assert.Equal(limits.Workers, limits.After(Small).Workers);
        Assert.Equal(1, limits.After(Small with { PeakBytes = limits.HeapBytes / 2 }).Workers);
        Assert.Equal(1, limits.After(Small with { PeakBytes = limits.HeapBytes / 2 }).After(Small).Workers);
    }

    [Fact]
    public void A_run_that_found_too_little_memory_leaves_one_worker_less_and_more_for_each()
    {
        var limits = WorkerLimits.Before(workers: null, within: null) with { Workers = 4 };

        var after = limits.After(TooLarge);

        Assert.Equal(3, after.Workers);
        Assert.True(after.HeapOfEach > limits.HeapOfEach);
        Assert.Equal(1, after.After(TooLarge).After(TooLarge).After(TooLarge).Workers);
    }

    [Fact]
    public void What_the_user_fixed_stays()
    {
        var limits = WorkerLimits.Before(workers: 7, within: TimeSpan.FromMinutes(1));

        var large = Small with { PeakBytes = limits.HeapBytes };

        Assert.Equal(limits, limits.After(TooLarge));
        Assert.Equal(7, limits.After(large).Workers);
        Assert.Equal(TimeSpan.FromMinutes(1), limits.After(large).RunWithin);
    }
}
