namespace FlashSale.Simulator;

/// <summary>
/// The first comparison of a study by the runs so far: for information, it decides nothing.
/// </summary>
public static class RunningDifference
{
    /// <summary>«share10min +2.1 ± 0.9 points»; null while two pairs are not there.</summary>
    public static string? Of(StudyRuns runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Plan.Pairs.Count == 0)
        {
            return null;
        }

        var (first, second) = runs.Plan.Pairs[0];
        var measure = runs.Measures[0].Judged with { Shown = ShownDifference.InUnits };
        var estimate = Estimate.Of(
        [
            .. runs.ByPoint[first.Number]
                .Select(run => ValueOf(runs.Of(second.Number, run.Order.Seed)) - ValueOf(run))
                .OfType<double>(),
        ]);
        return estimate.HalfWidth(runs.Plan.Study.Confidence) is { } half
            ? $"{measure.Name} {(estimate.Mean > 0 ? "+" : "")}"
                + StudyNumber.WithHalf(estimate.Mean, half, measure)
            : null;
    }

    private static double? ValueOf(MeasuredRun? run) =>
        run is { Outcome.HasFigures: true } ? run.Values[0] : null;
}
