using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>What a load test found, in words.</summary>
internal static class DriveHeadline
{
    /// <summary>The finding.</summary>
    public static string Of(DriveSummary run)
    {
        if (run.Audit is { Passed: false } audit)
        {
            return $"The audit failed: {audit.Checks.First(check => !check.Passed).Name}";
        }

        if (run.StoppedAfterSeconds == 0 || run.All.Planned == 0)
        {
            return "The load was stopped before an order was measured";
        }

        var p99 = DriveReport.Ms(run.All.LatencyMs.P99);
        return run.Verdict switch
        {
            LoadVerdict.DriverSaturated => $"The driver was saturated; p99 of {p99} is partly its own",
            LoadVerdict.InFlightFull =>
                $"The market fell behind: {Amounts.Percent((double)run.All.Dropped / run.All.Planned)} of "
                + "the orders found no room",
            _ when run.Gates.FirstOrDefault(gate => gate.Failed) is { } gate => GateWords.Sentence(gate),
            _ when run.Gates.Any(gate => gate.NotJudged is not null) =>
                $"{Amounts.Rate(run.PeakDone)} at the peak; "
                + $"{Amounts.Plural(run.Gates.Count(gate => gate.NotJudged is not null), "gate", "gates")} "
                + "could not be judged",
            _ when run.All.LatencyMs.P99 is null => "No order was answered",
            _ => $"{Amounts.Rate(run.PeakDone)} at the peak, 99 % of the orders within {p99}",
        };
    }

    /// <summary>What else matters.</summary>
    public static string Deck(DriveSummary run)
    {
        var all = run.All;
        var notJudged = run.Gates.Count(gate => gate.NotJudged is not null);
        var gates = run.Gates.Count == 0 ? "No gates were asked. "
            : run.Gates.All(gate => gate.Passed)
                ? $"All {Amounts.Plural(run.Gates.Count, "gate holds", "gates hold")}. "
            : $"{run.Gates.Count(gate => gate.Failed)} of {run.Gates.Count} gates failed"
                + (notJudged > 0 ? $", {notJudged} could not be judged. " : ". ");
        var audit = run.Audit is { Passed: true } passed
            ? $"All {passed.Checks.Count} checks of the audit passed." : "";
        return $"{Amounts.Count(all.Planned)} orders were planned, {Amounts.Count(all.Done)} done, "
            + $"{Amounts.Count(all.Refused)} refused by the market’s rules, {Amounts.Count(all.Throttled)} "
            + $"throttled, {Amounts.Count(all.Errors)} failed. {gates}{audit}";
    }
}
