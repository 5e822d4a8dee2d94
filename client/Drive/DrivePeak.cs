using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale drive --find-peak»: the highest constant rate that a market bears.</summary>
internal sealed class DrivePeak(
    DriveSession session, Scenario scenario, DriveOptions options, Terminal terminal, DriveView view)
{
    private const double FirstRate = 1_000;
    private const double Precision = 0.05;
    private const int TrySeconds = 10;
    private const int TryWarmUp = 3;

    private readonly int _seconds = options.Duration ?? TrySeconds;
    private readonly int _warmUp = options.WarmUp ?? TryWarmUp;

    /// <summary>Searches, writes what was found, and prints it.</summary>
    public async Task<ExitCode> Run(CancellationToken stop)
    {
        var first = options.Rate ?? options.Peak ?? FirstRate;
        if (DrivePlan.Constant(first, _seconds, _warmUp, scenario, options, terminal) is null)
        {
            return ExitCode.BadInput;
        }

        var folder = new PeakFolder(OutputFolder.Prepare(options.Out ?? Path.Combine(
            OutputFolder.Parent, $"peak-{Path.GetFileNameWithoutExtension(options.Scenario)}")));
        var gates = GatesOf(scenario.Load.Gates);
        var bounds = LoadBounds.Rates(_seconds, _warmUp, options.Buyers ?? LoadBounds.BuyersMax / 2);
        var tries = await PeakSearch.Run(
            first, Precision, bounds,
            async rate =>
            {
                var one = await session.Try(rate, _seconds, _warmUp, gates);
                view.Show(one);
                return one;
            },
            stop);
        var summary = SummaryOf(tries, gates, bounds, stop.IsCancellationRequested);
        folder.Write(summary);
        view.Show(summary, folder);
        return summary.Peak is null ? ExitCode.Failed : ExitCode.Done;
    }

    private PeakSummary SummaryOf(
        IReadOnlyList<PeakTry> tries, LoadGates gates, (double Least, double Most) bounds, bool isPartial)
    {
        var peak = PeakSearch.Peak(tries);
        return new PeakSummary
        {
            Scenario = scenario.Name,
            Way = Words.Of(options.Way),
            Mix = Words.Of(options.Mix),
            Seconds = _seconds,
            WarmUpSeconds = _warmUp,
            Gates = gates,
            Peak = peak?.Rate,
            PeakFigures = peak?.Figures,
            IsBound = peak?.Rate >= bounds.Most,
            IsPartial = isPartial,
            Tries = tries,
            Commit = BuildCommit.Id,
            Command = DriveCommand.Of(options) + " --find-peak",
        };
    }

    // What breaks is the rate, the latency or an error; how much sells out is no matter of capacity.
    private static LoadGates GatesOf(LoadGates asked) => new()
    {
        RateReachedMin = asked.RateReachedMin ?? 0.99,
        LatencyMsP99Max = asked.LatencyMsP99Max ?? 100,
        ErrorShareMax = asked.ErrorShareMax ?? 0,
    };
}
