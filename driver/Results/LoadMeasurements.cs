using FlashSale.Simulator;
using static System.FormattableString;

namespace FlashSale.Driver;

/// <summary>
/// What a load test measured, as a capacity plan takes it (rule CAP-5), or why it is of no use.
/// </summary>
/// <param name="Results">The measurements; null if there is a problem.</param>
/// <param name="Problem">What is wrong, and what would be right.</param>
public sealed record LoadMeasurements(LoadResults? Results, LoadProblem? Problem)
{
    private const double SteadyMost = 1.1; // of the mean rate. Assumed.
    private const double KeptLeast = 0.99; // of the orders that were planned, as a search asks it

    private static readonly LoadProblem NoUse = new(
        "what the market used is not known: a process did not tell it",
        "a load whose --metrics name every process of the market");

    private const string OfDriver =
        "the driver's work is counted to the silo: the plan is too large rather than too small";

    private const string NoDatabase =
        "the work of the database was not measured: the plan says nothing of it";

    /// <summary>A load at one rate, as a steady measurement.</summary>
    public static LoadMeasurements Of(DriveSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var all = run.All;
        return run.Verdict != LoadVerdict.Sound
            ? Refused($"its figures are not sound: {Words.Of(run.Verdict)}", "a load that the driver kept")
            : run.Audit?.Passed == false
                ? Refused("its audit failed", "a load after which the market is sound")
            : all.Done == 0 || !(all.RateReached >= KeptLeast)
                ? Refused(
                    Invariant($"{all.Done:#,0} of {all.Planned:#,0} orders were done"),
                    "a load that the market bears, or a search with --find-peak")
            : run.PeakPlanned > SteadyMost * all.PlannedPerSecond
                ? Refused(
                    Invariant($"its rate was {all.PlannedPerSecond:#,0.#}/s on average and up to ")
                        + Invariant($"{run.PeakPlanned:#,0.#}/s"),
                    "a constant rate, such as by --rate")
            : run.Use is not { } use ? new LoadMeasurements(null, NoUse)
            : Of(use, [Measured(LoadKind.Steady, all, use)]);
    }

    /// <summary>
    /// A search: the tries that held at its peak as peaks, those that held below as steady measurements.
    /// </summary>
    public static LoadMeasurements Of(PeakSummary search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var held = search.Tries.Where(one => one.Holds).ToList();
        return search.Peak is not { } peak
            ? Refused("no rate held", "a search that found a peak")
            : search.IsPartial || search.IsBound
                ? Refused("the search ended before the market broke", "a search that found a peak")
            : held.Exists(one => one.Use is null) ? new LoadMeasurements(null, NoUse)
            : Of(held[0].Use!, [.. held.Select(one => Measured(
                one.Rate < peak ? LoadKind.Steady : LoadKind.Peak, one.Figures, one.Use!))]);
    }

    private static LoadMeasurements Of(MarketUse use, IReadOnlyList<LoadMeasurement> measurements) => new(
        new LoadResults(
            use.CoresEach,
            use.DatabaseCpuSeconds is null ? 0 : use.CoresEach, // it is measured on this machine only
            measurements)
        {
            Notes = [.. NotesOn(use)],
        },
        null);

    private static IEnumerable<string> NotesOn(MarketUse use)
    {
        if (use.HoldsDriver)
        {
            yield return OfDriver;
        }

        if (use is { HasDatabase: true, DatabaseCpuSeconds: null })
        {
            yield return NoDatabase;
        }
    }

    private static LoadMeasurement Measured(LoadKind kind, PhaseFigures all, MarketUse use) => new()
    {
        Kind = kind,
        Silos = use.Processes,
        Seconds = all.Seconds,
        Orders = all.Done,
        SiloCpuSeconds = use.CpuSeconds,
        DatabaseCpuSeconds = use.DatabaseCpuSeconds ?? 0,
        RowsWritten = use.Rows,
        LatencyMsP99 = all.LatencyMs.P99,
    };

    private static LoadMeasurements Refused(string wrong, string allowed) =>
        new(null, new LoadProblem(wrong, allowed));
}
