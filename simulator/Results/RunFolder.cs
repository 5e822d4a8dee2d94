using System.Text;

namespace FlashSale.Simulator;

/// <summary>
/// The output folder of a run: summary.json, timeline.csv, report.html, run.sqlite, scenario.yaml, and
/// manifest.json with the hashes of all of them.
/// </summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record RunFolder(string Path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files of a run, manifest.json apart.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
        ["summary.json", "timeline.csv", "report.html", "run.sqlite", "scenario.yaml"];

    /// <summary>summary.json.</summary>
    public string SummaryPath => In("summary.json");

    /// <summary>timeline.csv.</summary>
    public string TimelinePath => In("timeline.csv");

    /// <summary>report.html.</summary>
    public string ReportPath => In("report.html");

    /// <summary>run.sqlite.</summary>
    public string DatabasePath => In("run.sqlite");

    /// <summary>scenario.yaml: the scenario as it was read, every default written out.</summary>
    public string ScenarioPath => In("scenario.yaml");

    /// <summary>manifest.json.</summary>
    public string SealPath => In("manifest.json");

    /// <summary>
    /// Writes a run: all files beside their places, then each gets its name, manifest.json last. So a folder
    /// with a manifest is whole, and one that was being written has none.
    /// </summary>
    /// <param name="seal">What the run was asked, without the files.</param>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="write">Writes the other files into the folder that it is given.</param>
    /// <exception cref="IOException">Something cannot be written; the former content is as it
    /// was.</exception>
    public void Publish(RunSeal seal, Scenario scenario, Action<RunFolder> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        SealedFiles.Publish(Path, FileNames, seal, path =>
        {
            var beside = new RunFolder(path);
            write(beside);
            File.WriteAllText(beside.ScenarioPath, ScenarioTree.Text(scenario), Utf8);
        });
    }

    /// <summary>Writes summary and timeline, and the database if its rows are given.</summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public void Write(RunResult result, RunLabels? labels = null, RunTables? tables = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(Path);
        File.WriteAllText(SummaryPath, SummaryJson.Write(result.Summary), Utf8);
        using (var timeline = new StreamWriter(TimelinePath, append: false, Utf8))
        {
            TimelineCsv.Write(timeline, result.Timeline, result.Summary.FestivalDay());
        }

        if (labels is not null && tables is not null)
        {
            RunDatabase.Write(DatabasePath, result.Summary, labels, tables);
        }
    }

    /// <summary>Replaces report.html, which follows from the other files, and its hash.</summary>
    public void Rewrite(string report)
    {
        File.WriteAllText(ReportPath, report, Utf8);
        if (ReadSeal() is { } seal)
        {
            File.WriteAllText(SealPath, seal.WithNow(Path, "report.html").Text(), Utf8);
        }
    }

    /// <summary>Reads summary and timeline back.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what this version writes.</exception>
    public RunResult Read()
    {
        using var timeline = new StringReader(TextFile.Text(TimelinePath));
        var summary = SummaryJson.Read(TextFile.Text(SummaryPath));
        return new RunResult(summary, TimelineCsv.Read(timeline, summary.FestivalDay()));
    }

    /// <summary>manifest.json; null if there is none.</summary>
    /// <exception cref="InvalidDataException">It is no manifest of a run.</exception>
    public RunSeal? ReadSeal() => RunSeal.OfFolder(Path);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
