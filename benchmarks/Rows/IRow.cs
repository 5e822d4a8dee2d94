namespace FlashSale.Benchmarks;

/// <summary>What a measurement may use.</summary>
/// <param name="Clock">The real clock.</param>
/// <param name="Folder">Where durable rows write; they leave nothing there.</param>
/// <param name="Load">How long the open loop lasts.</param>
internal sealed record Bench(TimeProvider Clock, string Folder, TimeSpan Load)
{
    /// <summary>How long an action takes, after all garbage is collected.</summary>
    public TimeSpan Time(Action action)
    {
        GC.Collect();
        var start = Clock.GetTimestamp();
        action();
        return Clock.GetElapsedTime(start);
    }

    /// <summary>What an action costs, after all garbage is collected.</summary>
    public MeasuredCost Cost(Action action)
    {
        GC.Collect();
        var (cpu, pauses) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Clock.GetTimestamp();
        action();
        var time = Clock.GetElapsedTime(start);
        return new MeasuredCost(
            time,
            Environment.CpuUsage.TotalTime - cpu,
            GC.GetTotalAllocatedBytes(precise: true) - bytes,
            GC.GetTotalPauseDuration() - pauses);
    }

    /// <summary>How much of the processor an action takes: the same on a busy machine.</summary>
    public static TimeSpan CpuTime(Action action)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}

/// <summary>A row of the table: one measurement, which may bring several figures.</summary>
internal interface IRow : IDisposable
{
    /// <summary>The name, for <c>--rows</c>.</summary>
    string Name { get; }

    /// <summary>What is measured, in one line of the help.</summary>
    string What { get; }

    /// <summary>Measures once; the same figures in the same order every time.</summary>
    IReadOnlyList<Figure> Measure(Bench bench);
}
