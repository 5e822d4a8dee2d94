using System.CommandLine;
using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale study verify»: checks a study's files and repeats some of its runs.</summary>
internal sealed class StudyVerifyVerb : IVerb
{
    private const int RunsUsual = 5;
    private const int RunsMax = 1_000_000;

    private readonly Argument<string> _folder = new("folder") { Description = "The folder of a study." };

    private readonly Option<int?> _runs = NumberOption.Of(
        "--runs", "NUMBER", "How many runs are repeated, drawn by the study's own hash; more than there are "
            + "is all of them. Without it: 5.", 1, RunsMax);

    private readonly Option<string?> _run = new("--run")
    {
        HelpName = "KEY",
        Description = "Repeat just this run and say how it ends: its run_key in runs.csv, or as many of the "
            + "first letters as no other has. Without it: as many runs as --runs says.",
    };

    public StudyVerifyVerb()
    {
        Command = new Command("verify", "Check every file of a study against its manifest, and repeat some "
            + "of its runs.")
        {
            _folder, _runs, _run,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_run) is not null && result.GetResult(_runs) is not null)
            {
                result.AddError("--runs changes nothing with --run; allowed: one of them");
            }
        });
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study verify studies/pay-window", "Five runs again; exit code 1 if anything differs."),
        new("flashsale study verify studies/pay-window --run 5f0c12ab", "One run again, and how it ends."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = new StudyFolder(parsed.GetRequiredValue(_folder));
        var problems = folder.Changed().ToList();
        if (problems.Count == 0)
        {
            var manifest = StudyManifest.Read(TextFile.Text(folder.ManifestPath));
            if (manifest.Code != RunKey.Code)
            {
                throw new InvalidDataException(
                    $"{folder.Path} was run by other code ({manifest.Code[..12]}, here {RunKey.Code[..12]}); "
                    + "allowed: the version that ran it");
            }

            var (plan, _) = StudyChoice.Read(new StudyOptions { Study = folder.StudyPath }, terminal);
            problems.AddRange(plan is null ? ["study.yaml cannot be read"]
                : parsed.GetValue(_run) is { } key
                ? RepeatOne(OrderOf(Named(manifest, key), folder, plan), manifest, plan, terminal, stop)
                : Repeat(folder, manifest, plan, parsed.GetValue(_runs) ?? RunsUsual, terminal, stop));
        }

        problems.ForEach(problem => terminal.Error.WriteLine($"flashsale study verify: {problem}"));
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static List<string> Repeat(
        StudyFolder folder, StudyManifest manifest, StudyPlan plan, int count, Terminal terminal,
        CancellationToken stop)
    {
        var known = manifest.Runs.Where(run => run.StateHash.Length > 0)
            .DistinctBy(run => run.Key).ToDictionary(run => run.Key);
        var drawn = known.Values.Select(run => OrderOf(run, folder, plan))
            .OrderBy(order => RunKey.Of(manifest.Seal, order.Scenario, order.Horizon, order.Past),
                StringComparer.Ordinal)
            .Take(count).ToList();
        if (drawn.Find(order => !order.IsNamedBy(plan.Code)) is { } other)
        {
            return [NotNamed(other)];
        }

        var outcomes = Again(drawn, terminal, stop);
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"{manifest.Files.Count} files are as they were written; {outcomes.Count} of ")
            + FormattableString.Invariant($"{known.Count} runs repeated"));
        return [.. outcomes.Where(outcome => outcome.StateHash != known[outcome.Key].StateHash)
            .Select(outcome => Differs(known[outcome.Key], outcome))];
    }

    // A run that failed has no state to compare: how it ends now is what is asked.
    private static List<string> RepeatOne(
        RunOrder order, StudyManifest manifest, StudyPlan plan, Terminal terminal, CancellationToken stop)
    {
        if (!order.IsNamedBy(plan.Code))
        {
            return [NotNamed(order)];
        }

        var stated = manifest.Runs.First(run => run.Key == order.Key);
        if (Again([order], terminal, stop) is not [var outcome])
        {
            return ["it was stopped before its end"];
        }

        var run = string.Create(CultureInfo.InvariantCulture, $"{stated.Point}, seed {stated.Seed}");
        terminal.Out.WriteLine(
            $"{run}: {Words.Of(outcome.Status)}{(outcome.Fault.Length > 0 ? $": {outcome.Fault}" : "")}"
            + (outcome.StateHash.Length > 0 ? $"; it ends in state {outcome.StateHash}" : ""));
        return outcome.StateHash != stated.StateHash ? [Differs(stated, outcome)]
            : outcome.Status != RunStatus.Done ? [$"{run} fails again"] : [];
    }

    private static ManifestRun Named(StudyManifest manifest, string key)
    {
        var runs = manifest.Runs.Where(run => run.Key.StartsWith(key, StringComparison.Ordinal))
            .DistinctBy(run => run.Key).Take(2).ToList();
        return runs is [var one] ? one : throw new InvalidDataException(
            $"--run: {(runs.Count == 0 ? "no run of this study is" : "several runs of this study are")} "
            + $"called «{key}»; allowed: a run_key of runs.csv, or its first letters");
    }

    private static List<RunOutcome> Again(
        IReadOnlyList<RunOrder> orders, Terminal terminal, CancellationToken stop)
    {
        var cache = Directory.CreateTempSubdirectory("flashsale-verify-");
        try
        {
            var runner = new OrderRunner(new RunCache(cache.FullName), BuildCommit.Id, terminal.Clock);
            return [.. orders.TakeWhile(_ => !stop.IsCancellationRequested)
                .Select(order => runner.Run(order, stop)).OfType<RunOutcome>()];
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    private static string NotNamed(RunOrder order) => FormattableString.Invariant(
        $"{StudyFolder.PointFile(order.Point)}, seed {order.Seed}, is not run {order.Key[..12]}");

    // A run of any round, by the scenario of its point as the folder has it.
    private static RunOrder OrderOf(ManifestRun run, StudyFolder folder, StudyPlan plan)
    {
        var file = Path.Combine(folder.Path, StudyFolder.PointFile(run.Number));
        var scenario = TextFile.Read(file, StudiedKind.Read).Value
            ?? throw new InvalidDataException($"{file} is no scenario");
        return plan.OrderNamed(run.Key, run.Number, scenario.OnSeed(run.Seed));
    }

    private static string Differs(ManifestRun run, RunOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Point}, seed {run.Seed}: ends in state {Shown(outcome.StateHash)}, ")
        + $"stated {Shown(run.StateHash)}";

    private static string Shown(string hash) => hash.Length > 0 ? hash : "none";
}
