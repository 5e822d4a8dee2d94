using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>What a search for the breaking point found, in words.</summary>
public static class PeakWords
{
    /// <summary>The finding.</summary>
    public static string Finding(PeakSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var found = run.Peak is { } peak
            ? $"{Amounts.Whole(peak)} orders/s held in two tries, p99 up to "
                + DriveReport.Ms(run.PeakFigures?.LatencyMs.P99)
            : run.Tries.Count == 0 ? "nothing was tried"
            : "no rate held in two tries";
        return found + (run.IsBound ? "; the search can try no higher rate" : "")
            + (run.IsPartial ? "; the search was stopped before its end" : "");
    }
}
