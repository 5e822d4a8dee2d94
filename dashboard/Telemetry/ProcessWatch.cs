namespace FlashSale.Dashboard;

/// <summary>Processor, memory and pauses of this process, between two looks.</summary>
internal sealed class ProcessWatch(TimeProvider clock)
{
    private long _at = clock.GetTimestamp();
    private TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private TimeSpan _paused = GC.GetTotalPauseDuration();

    /// <summary>The share of all processors used since the last look.</summary>
    public double Cpu { get; private set; }

    /// <summary>The share of time that the collector paused everything since the last look.</summary>
    public double GcPause { get; private set; }

    /// <summary>Bytes held.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>Looks again.</summary>
    public void Look()
    {
        var passed = clock.GetElapsedTime(_at);
        if (passed <= TimeSpan.Zero)
        {
            return;
        }

        var (cpu, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        Cpu = Math.Clamp((cpu - _cpu) / passed / Environment.ProcessorCount, 0, 1);
        GcPause = Math.Clamp((paused - _paused) / passed, 0, 1);
        MemoryBytes = Environment.WorkingSet;
        (_at, _cpu, _paused) = (clock.GetTimestamp(), cpu, paused);
    }
}
