namespace FlashSale.Benchmarks;

/// <summary>What a measured load cost the whole program.</summary>
/// <param name="Time">From its start to its end on the real clock.</param>
/// <param name="Cpu">Processor time of all threads: a busy machine adds less to it than to the time.</param>
/// <param name="AllocatedBytes">Bytes that all threads allocated.</param>
/// <param name="Pauses">How long the garbage collector stopped all threads.</param>
internal readonly record struct MeasuredCost(
    TimeSpan Time, TimeSpan Cpu, long AllocatedBytes, TimeSpan Pauses)
{
    /// <summary>How many of something were done a second.</summary>
    /// <param name="count">How many were done.</param>
    public double PerSecond(double count) => count / Time.TotalSeconds;

    /// <summary>What one of them cost; what the load is follows the name, if a row has several.</summary>
    /// <param name="one">What was done, one of it.</param>
    /// <param name="count">How many were done.</param>
    /// <param name="load">Under which load; empty if the row has one only.</param>
    public IEnumerable<Figure> FiguresOf(string one, double count, string load = "")
    {
        var under = load == "" ? "" : ", " + load;
        return
        [
            new Figure($"processor, {one}{under}", "µs", Cpu.TotalMicroseconds / count),
            new Figure($"allocated, {one}{under}", "bytes", AllocatedBytes / count),
            new Figure($"collector's pauses{under}", "ms", Pauses.TotalMilliseconds),
        ];
    }
}
