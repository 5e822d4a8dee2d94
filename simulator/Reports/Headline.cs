namespace FlashSale.Simulator;

/// <summary>What a run found, in words: the sentence above the report and the few below it.</summary>
internal static class Headline
{
    /// <summary>The finding: what was sold, and what held payments back.</summary>
    public static string Of(RunSummary run)
    {
        var sold = $"{Amounts.Yuan(run.GmvYuan)} in {Span(run)}";
        if (FailedCheck(run) is { } failed)
        {
            return $"The audit failed: {failed.Name}";
        }

        if (run.PaymentPlateau is { } plateau)
        {
            return $"{sold}; payments held at {Amounts.Rate(plateau.PaymentsPerSecond)} "
                + $"for {Amounts.Length(plateau.Minutes * 60)}";
        }

        return run.PeakPaymentsAt is { } peakAt
            ? $"{sold}; payments peaked at {Amounts.Rate(run.PeakPaymentsPerSecond)} at {peakAt}"
            : $"{sold}; nothing was paid";
    }

    /// <summary>What else matters: the clock, parcels, refusals, audit.</summary>
    public static string Deck(RunSummary run) => string.Join(' ', Sentences(run));

    private static IEnumerable<string> Sentences(RunSummary run)
    {
        if (run.Comparison is { ShareErrorMeanPoints: { } mean, ShareErrorMaxPoints: { } max } comparison)
        {
            yield return $"At the published times of {comparison.Year}, the share of the day’s GMV is "
                + $"{Amounts.Number(mean, 1)} points off on average and {Amounts.Number(max, 1)} at most.";
        }

        if (run.First100MillionParcelsDays is { } days)
        {
            var published = run.Comparison?.PublishedValue(FestivalComparison.First100MillionParcels);
            yield return $"The first 100 million parcels were delivered after {Amounts.Number(days, 1)} days"
                + (published is { } then ? $" (published: {Amounts.Number(then, 1)})." : ".");
        }

        var refused = run.Refusals.Sum(kind => kind.Count);
        if (refused > 0)
        {
            yield return $"{Amounts.Count(refused)} requests were refused, "
                + $"{Amounts.Count(run.Retries)} tried again, "
                + $"and {Amounts.Count(run.BuyersGaveUp)} buyers gave up {Amounts.Count(run.Abandoned)} "
                + "checkouts.";
        }

        yield return FailedCheck(run) is { } failed
            ? $"First violation: {failed.Finding}."
            : $"All {run.Audit.Checks.Count} checks of the audit passed.";
    }

    private static RunCheck? FailedCheck(RunSummary run) =>
        run.Audit.Checks.FirstOrDefault(check => !check.Passed);

    private static string Span(RunSummary run) =>
        run.SimulatedDays >= 1 ? "24 hours" : "the first "
            + Amounts.Length(run.SimulatedDays * FestivalClock.DaySeconds);
}
