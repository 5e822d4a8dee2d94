using System.Globalization;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>The folder of a study: study.json and what follows from it, and its manifest.</summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record StudyFolder(string Path)
{
    /// <summary>Where studies go that are given no folder.</summary>
    public const string Parent = "studies";

    private static readonly string[] SealedNames =
    [
        "study.json", "study.yaml", "runs.csv", "points.csv", "comparisons.csv", "runs.parquet",
        "study.sqlite", "report.html",
    ];

    private const string RepeatingFork = "flashsale study verify ";
    private const int LettersOfKey = 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where the runs of all studies are kept.</summary>
    public static string CachePath => System.IO.Path.Combine(Parent, ".cache");

    /// <summary>study.json.</summary>
    public string JsonPath => In("study.json");

    /// <summary>manifest.json.</summary>
    public string ManifestPath => In("manifest.json");

    /// <summary>report.html.</summary>
    public string ReportPath => In("report.html");

    /// <summary>study.yaml: the file as it was read, every default written out.</summary>
    public string StudyPath => In("study.yaml");

    /// <summary>execution.json: who ran it, and how long it took.</summary>
    public string ExecutionPath => In("execution.json");

    /// <summary>The name of the scenario file of a point, in the folder.</summary>
    public static string PointFile(int point) =>
        string.Create(CultureInfo.InvariantCulture, $"points/{point:000}.yaml");

    /// <summary>
    /// The command that repeats a run, in the folder of its study: the same text wherever that is.
    /// </summary>
    /// <remarks>A run that was forked begins with its past, which its study knows.</remarks>
    internal static string CommandOf(RunOrder order) => order.Past is not null
        ? $"{RepeatingFork}. --run {order.Key[..LettersOfKey]}"
        : string.Create(CultureInfo.InvariantCulture,
            $"{Repeating(order.Scenario.Studied)}{PointFile(order.Point)} --seed {order.Seed}");

    /// <summary>A text whose commands are of the folder, as it is said outside of it.</summary>
    public string Outside(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StudiedKind.All.Select(Repeating).Aggregate(text, (outside, repeating) =>
                outside.Replace(repeating, $"{repeating}{Path}/", StringComparison.Ordinal))
            .Replace($"{RepeatingFork}. ", $"{RepeatingFork}{Path} ", StringComparison.Ordinal);
    }

    private static string Repeating(StudiedKind kind) => $"flashsale {kind.Verb} ";

    /// <summary>The command that repeats the study, whatever it was run by.</summary>
    internal string Command(Study study) => $"flashsale study run {Path}/study.yaml"
        + (Path == System.IO.Path.Combine(Parent, study.Name) ? "" : $" --out {Path}");

    /// <summary>The folders below one that hold a study that was written to its end, sorted.</summary>
    public static IReadOnlyList<StudyFolder> Finished(string parent) => Directory.Exists(parent)
        ? [.. Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal)
            .Select(path => new StudyFolder(path)).Where(folder => File.Exists(folder.ManifestPath))]
        : [];

    /// <summary>
    /// Writes everything that follows from the runs of a study; manifest.json last: a folder with it is
    /// whole.
    /// </summary>
    /// <param name="runs">Its runs.</param>
    /// <param name="curves">What the runs did over time, for the report.</param>
    /// <param name="execution">Who ran it; null to leave what is there.</param>
    /// <returns>What the study found.</returns>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public StudyResult Write(StudyRuns runs, StudyCurves curves, StudyExecution? execution)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var plan = runs.Plan;
        var ordered = runs.Whole.OrderBy(run => run.Order.Point).ThenBy(run => run.Order.Seed).ToList();
        var found = plan.Study.Design.Found(runs)?.After(Earlier());
        var result = StudyFindings.Of(runs, found);
        Directory.CreateDirectory(In("points"));
        foreach (var point in plan.AllPoints)
        {
            Put(PointFile(point.Number), ScenarioTree.Text(point.Scenario));
        }

        var rows = new StudyRows(plan, result, ordered);
        Put("study.yaml", plan.Study.Text);
        Put("runs.csv", StudyTables.Runs(rows));
        Put("points.csv", StudyTables.Points(result));
        Put("comparisons.csv", StudyTables.Comparisons(result));
        foreach (var table in found?.Tables ?? [])
        {
            Put(table.FileName, StudyTables.Of(table));
        }

        StudyParquet.Write(In("runs.parquet"), rows);
        StudyDatabase.Write(In("study.sqlite"), rows, curves, found?.Tables ?? []);
        Put("report.html", StudyPage.Of(new StudyFigures(plan, result, ordered), curves, found, this));
        if (execution is not null)
        {
            Put("execution.json", execution.Text());
        }

        Put("study.json", StudyJson.Write(result));
        Put("manifest.json", StudyManifest.Of(
            plan, ordered, Command(plan.Study), Sealed(plan, found)).Text());
        return result;
    }

    /// <summary>What is not as it was written, a sentence for each file; none if all is.</summary>
    /// <exception cref="IOException">There is no study.</exception>
    /// <exception cref="InvalidDataException">manifest.json is no manifest of a study.</exception>
    public IEnumerable<string> Changed()
    {
        var text = TextFile.Text(ManifestPath);
        var manifest = StudyManifest.Read(text);
        if (!manifest.IsIntact || manifest.Text() != text)
        {
            yield return "manifest.json is not as it was written";
        }

        foreach (var file in manifest.Files)
        {
            if (!File.Exists(In(file.Name)))
            {
                yield return $"{file.Name} is missing";
            }
            else if (SealedFile.Of(Path, file.Name) != file)
            {
                yield return $"{file.Name} is not as it was written";
            }
        }
    }

    private IReadOnlyList<SealedFile> Sealed(StudyPlan plan, DesignFound? found) =>
    [
        .. SealedNames.Concat(found?.Tables.Select(table => table.FileName) ?? [])
            .Concat(plan.AllPoints.Select(point => PointFile(point.Number)))
            .Select(name => SealedFile.Of(Path, name)),
    ];

    // What the folder said before; nothing if it cannot be read.
    private StudyResult? Earlier()
    {
        try
        {
            return File.Exists(JsonPath) ? StudyJson.Read(TextFile.Text(JsonPath)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Written beside and renamed: a file that is there is whole.
    private void Put(string name, string text)
    {
        var beside = In(name + ".unfinished");
        File.WriteAllText(beside, text, Utf8);
        File.Move(beside, In(name), overwrite: true);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
