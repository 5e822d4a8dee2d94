using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«simulate --seeds 5»: one question on several seeds, each run in its own folder.</summary>
internal static class SeedRuns
{
    /// <summary>Runs the seeds one after the other, and prints means with intervals.</summary>
    public static ExitCode Run(
        Scenario scenario, SimulateOptions options, int seeds, Terminal terminal, CancellationToken stop)
    {
        var runs = new List<ComparedRun>();
        for (var at = 0; at < seeds && !stop.IsCancellationRequested; at++)
        {
            if (One(scenario with { Seed = scenario.Seed + (ulong)at }, options, terminal,
                stop) is not { } run)
            {
                return ExitCode.BadInput;
            }

            runs.Add(run);
            Tell(run, at + 1, seeds, options, terminal);
        }

        if (runs.Count == 0)
        {
            return ExitCode.Done;
        }

        var comparison = RunComparison.Of(runs);
        if (options.Json)
        {
            terminal.Out.WriteLine(RunComparisonView.Json(comparison));
        }

        if (!options.Quiet && !options.Json)
        {
            RunComparisonView.ShowLevels(comparison, terminal);
        }

        return runs.All(run => run.Result.Summary.Audit.Passed) ? ExitCode.Done : ExitCode.Failed;
    }

    private static ComparedRun? One(
        Scenario scenario, SimulateOptions options, Terminal terminal, CancellationToken stop)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"seed{scenario.Seed}");
        var own = options with { Out = options.Out is { } all ? Path.Combine(all, name) : null };
        var seal = RunSeals.Of(scenario, own);
        using var place = OutputFolder.Take(seal, OutputWish.Of(scenario, own), terminal);
        if (place is null)
        {
            return null;
        }

        using var festival = new FestivalRun(scenario, own, terminal);
        var result = festival.Run(stop);
        festival.Write(result, new RunFolder(place.Path), seal);
        return new ComparedRun(place.Path, result, own.Days);
    }

    private static void Tell(
        ComparedRun run, int number, int seeds, SimulateOptions options, Terminal terminal)
    {
        if (!options.Quiet)
        {
            var summary = run.Result.Summary;
            terminal.Error.WriteLine(
                $"{number} of {seeds}: seed {summary.Seed}, GMV {Figures.Yuan(summary.GmvYuan)}, "
                + $"{Figures.Count(summary.OrdersPaid)} orders paid, audit "
                + $"{(summary.Audit.Passed ? "passed" : "FAILED")}: {run.Folder}");
        }
    }
}
