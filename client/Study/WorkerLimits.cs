using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>How many workers a study has, and what a run may take.</summary>
/// <param name="Workers">How many processes run at once.</param>
/// <param name="HeapBytes">Memory for all of them together.</param>
/// <param name="RunWithin">How long a run may take.</param>
internal sealed record WorkerLimits(int Workers, long HeapBytes, TimeSpan RunWithin)
{
    private const double PeakSpare = 1.2;
    private const double WithinTimes = 20;
    private static readonly TimeSpan WithinMin = TimeSpan.FromMinutes(2);

    /// <summary>Limits by what the first run took.</summary>
    /// <param name="peakBytes">The memory of the first run.</param>
    /// <param name="wallSeconds">Its time.</param>
    /// <param name="workers">How many workers the user wants; null for as many as there is room for.</param>
    /// <param name="within">How long the user lets a run take; null for 20 times the first.</param>
    public static WorkerLimits Of(long peakBytes, double wallSeconds, int? workers, TimeSpan? within)
    {
        var free = RunMemory.FreeBytes;
        var byMemory = (int)Math.Min(1_000, free / (PeakSpare * Math.Max(1, peakBytes)));
        var expected = TimeSpan.FromSeconds(wallSeconds * WithinTimes);
        return new WorkerLimits(
            workers ?? Math.Max(1, Math.Min(Environment.ProcessorCount, byMemory)),
            free,
            within ?? (expected > WithinMin ? expected : WithinMin));
    }
}
