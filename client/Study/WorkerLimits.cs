using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>How many workers a study has, and what a run may take: as far as is known from runs.</summary>
/// <param name="Workers">How many processes run at once.</param>
/// <param name="HeapBytes">Memory for all of them together.</param>
/// <param name="RunWithin">How long a run may take.</param>
internal sealed record WorkerLimits(int Workers, long HeapBytes, TimeSpan RunWithin)
{
    /// <summary>Memory for each of them.</summary>
    public long HeapOfEach => HeapBytes / Workers;

    // What the user did not fix follows from the runs.
    private bool AreWorkersFixed { get; init; } = true;

    private bool IsWithinFixed { get; init; } = true;

    private double WallSecondsMax { get; init; }

    /// <summary>Limits before any run is known: a worker for each core, an hour for each run.</summary>
    /// <param name="workers">How many workers the user wants; null for as many as there is room for.</param>
    /// <param name="within">How long the user lets a run take; null for 20 times the longest so far.</param>
    public static WorkerLimits Before(int? workers, TimeSpan? within) =>
        new(workers ?? Environment.ProcessorCount, RunMemory.FreeBytes, within ?? RunTime.LimitBy(null))
        {
            AreWorkersFixed = workers is not null,
            IsWithinFixed = within is not null,
        };

    /// <summary>Limits that know of one more run.</summary>
    public WorkerLimits After(RunOutcome run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!run.HasFigures)
        {
            return run.Status == RunStatus.OutOfMemory && !AreWorkersFixed && Workers > 1
                ? this with { Workers = Workers - 1 } : this;
        }

        var byMemory = (int)Math.Min(1_000, RunMemory.PeaksIn(HeapBytes) / Math.Max(1, run.PeakBytes));
        var longest = Math.Max(WallSecondsMax, run.WallSeconds);
        return this with
        {
            Workers = AreWorkersFixed ? Workers : Math.Max(1, Math.Min(Workers, byMemory)),
            WallSecondsMax = longest,
            RunWithin = IsWithinFixed ? RunWithin : RunTime.LimitBy(longest),
        };
    }
}
