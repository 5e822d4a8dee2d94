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
            ? $"{Amounts.Whole(peak)} orders/s held in {TriesAt(run, peak)}, p99 up to "
                + DriveReport.Ms(run.PeakFigures?.LatencyMs.P99) + FailedAt(run, peak)
            : run.Tries.Count == 0 ? "nothing was tried"
            : "no rate held in two tries";
        return found + (run.IsBound ? "; the search can try no higher rate" : "")
            + (run.IsPartial ? "; the search was stopped before its end" : "");
    }

    private static string TriesAt(PeakSummary run, double rate) =>
        run.Tries.Any(one => one.Rate == rate && !one.Holds) ? "two of three tries" : "two tries";

    // What the third try was like is a part of the finding.
    private static string FailedAt(PeakSummary run, double rate) =>
        run.Tries.FirstOrDefault(one => one.Rate == rate && !one.Holds) is { } failed
            ? $"; the other one, p99 {DriveReport.Ms(failed.Figures.LatencyMs.P99)}, "
                + $"{Amounts.Whole(failed.Figures.Goodput)} done/s"
            : "";
}
