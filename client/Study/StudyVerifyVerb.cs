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

    public StudyVerifyVerb() =>
        Command = new Command("verify", "Check every file of a study against its manifest, and repeat some "
            + "of its runs.")
        {
            _folder, _runs,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study verify studies/pay-window", "Five runs again; exit code 1 if anything differs."),
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

            problems.AddRange(Repeat(
                folder, manifest, parsed.GetValue(_runs) ?? RunsUsual, terminal, stop));
        }

        problems.ForEach(problem => terminal.Error.WriteLine($"flashsale study verify: {problem}"));
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static List<string> Repeat(
        StudyFolder folder, StudyManifest manifest, int count, Terminal terminal, CancellationToken stop)
    {
        var (plan, _) = StudyChoice.Read(new StudyOptions { Study = folder.StudyPath }, terminal);
        if (plan is null)
        {
            return ["study.yaml cannot be read"];
        }

        var known = manifest.Runs.Where(run => run.StateHash.Length > 0)
            .DistinctBy(run => run.Key).ToDictionary(run => run.Key);
        var drawn = known.Values.Select(run => OrderOf(run, folder, plan))
            .OrderBy(order => RunKey.Of(manifest.Seal, order.Scenario, order.Horizon, order.Past),
                StringComparer.Ordinal)
            .Take(count).ToList();
        if (drawn.Find(order => !order.IsNamedBy(plan.Code)) is { } other)
        {
            return [$"{StudyFolder.PointFile(other.Point)}, seed {other.Seed}, is not run {other.Key[..12]}"];
        }

        var cache = Directory.CreateTempSubdirectory("flashsale-verify-");
        try
        {
            var runner = new OrderRunner(new RunCache(cache.FullName), BuildCommit.Id, terminal.Clock);
            var outcomes = drawn.TakeWhile(_ => !stop.IsCancellationRequested)
                .Select(order => runner.Run(order, stop)).OfType<RunOutcome>().ToList();
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"{manifest.Files.Count} files are as they were written; {outcomes.Count} of ")
                + FormattableString.Invariant($"{known.Count} runs repeated"));
            return [.. outcomes.Where(outcome => outcome.StateHash != known[outcome.Key].StateHash)
                .Select(outcome => Differs(known[outcome.Key], outcome))];
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    // A run of any round, by the scenario of its point as the folder has it.
    private static RunOrder OrderOf(ManifestRun run, StudyFolder folder, StudyPlan plan)
    {
        var file = Path.Combine(folder.Path, StudyFolder.PointFile(run.Number));
        var scenario = TextFile.Read(file, ScenarioReader.Read).Value
            ?? throw new InvalidDataException($"{file} is no scenario");
        return plan.OrderNamed(run.Key, run.Number, scenario with { Seed = run.Seed });
    }

    private static string Differs(ManifestRun run, RunOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Point}, seed {run.Seed}: ends in state {outcome.StateHash}, stated {run.StateHash}");
}
