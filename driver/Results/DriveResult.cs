using System.Runtime.InteropServices;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>What a load test found: its summary and its seconds.</summary>
/// <param name="Summary">In numbers.</param>
/// <param name="Timeline">Second by second.</param>
public sealed record DriveResult(DriveSummary Summary, IReadOnlyList<SecondRow> Timeline)
{
    /// <summary>What was counted, and judged by the plan's gates.</summary>
    /// <param name="scenario">Whose load it was.</param>
    /// <param name="plan">What was planned.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="way">How commands travelled.</param>
    /// <param name="mix">What an order was made of.</param>
    public static DriveResult Of(Scenario scenario, PlannedLoad plan, LoadTally tally, string way, string mix)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tally);
        var timeline = SecondRow.Of(tally);
        var (all, sum) = PhaseFigures.OfAll(tally);
        var phases = PhaseFigures.OfDriven(tally);
        var driven = Math.Clamp(tally.DrivenSeconds - plan.WarmUpSeconds, 0, plan.Curve.Seconds);
        var summary = new DriveSummary
        {
            Scenario = scenario.Name,
            ScenarioHash = scenario.Hash,
            Seed = scenario.Seed,
            Way = way,
            Mix = mix,
            Notes = plan.Notes,
            PeakPlanned = plan.Curve.PerSecond.Take(driven).DefaultIfEmpty().Max(),
            PeakDone = timeline.Where(row => row.Second >= plan.WarmUpSeconds)
                .Select(row => row.Done).DefaultIfEmpty().Max(),
            PlannedSeconds = tally.PlannedSeconds,
            IsPartial = tally.EndedAt is not null,
            StoppedAfterSeconds = tally.EndedAt is { } at ? Math.Round(at.TotalSeconds, 3) : null,
            Machine = FormattableString.Invariant(
                $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, ")
                + RuntimeInformation.FrameworkDescription,
            Verdict = DriveSummary.VerdictOf(all, scenario.Load.DriverLateMsP99Max),
            All = all,
            Phases = phases,
            Gates = plan.Judge(phases.Append(all)),
            Latencies = DriveLatencies.Of(sum.Latency),
        };
        return new DriveResult(summary, timeline);
    }
}
