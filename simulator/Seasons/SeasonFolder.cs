using System.Text;

namespace FlashSale.Simulator;

/// <summary>
/// The output folder of a season: summary.json, day.csv, week.csv, report.html, season.sqlite, scenario.yaml,
/// and manifest.json with the hashes of all of them.
/// </summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record SeasonFolder(string Path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files of a season, manifest.json apart.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
        ["summary.json", "day.csv", "week.csv", "report.html", "season.sqlite", "scenario.yaml"];

    /// <summary>Whether a folder holds a season, or a part of one.</summary>
    public static bool IsOne(string folder) =>
        new SeasonFolder(folder) is var one
        && (File.Exists(one.DatabasePath) || File.Exists(one.In("day.csv")));

    /// <summary>season.sqlite.</summary>
    public string DatabasePath => In("season.sqlite");

    /// <summary>scenario.yaml: the season as it was read, every default written out.</summary>
    public string ScenarioPath => In("scenario.yaml");

    /// <summary>report.html.</summary>
    public string ReportPath => In("report.html");

    /// <summary>Writes a season: all files, or none.</summary>
    /// <exception cref="IOException">Something cannot be written; the former content is as it was.
    /// </exception>
    public void Publish(RunSeal seal, Season season, SeasonResult result)
    {
        ArgumentNullException.ThrowIfNull(season);
        ArgumentNullException.ThrowIfNull(result);
        SealedFiles.Publish(Path, FileNames, seal, path =>
        {
            var beside = new SeasonFolder(path);
            File.WriteAllText(beside.In("summary.json"), SeasonJson.Write(result.Summary), Utf8);
            beside.Write("day.csv", result.Days, result);
            beside.Write("week.csv", result.Weeks, result);
            File.WriteAllText(beside.In("report.html"), SeasonReport.Of(result), Utf8);
            season.WriteDatabase(beside.DatabasePath, result);
            File.WriteAllText(beside.ScenarioPath, ScenarioTree.Text(season.Scenario), Utf8);
        });
    }

    /// <summary>Reads summary.json back.</summary>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what this version writes.</exception>
    public SeasonSummary ReadSummary() => SeasonJson.Read(TextFile.Text(In("summary.json")));

    /// <summary>Reads the season back, every file that the report is made from.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">One is not what this version writes.</exception>
    public SeasonResult Read()
    {
        using var days = new StringReader(TextFile.Text(In("day.csv")));
        using var weeks = new StringReader(TextFile.Text(In("week.csv")));
        var (measures, rows) = SeasonCsv.Read(days);
        return new SeasonResult(ReadSummary(), measures, rows, SeasonCsv.Read(weeks).Rows);
    }

    /// <summary>Writes report.html again, which follows from the other files, and its hash.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">A file is not what this version writes.</exception>
    public void WriteReport()
    {
        File.WriteAllText(ReportPath, SeasonReport.Of(Read()), Utf8);
        if (RunSeal.OfFolder(Path) is { } seal)
        {
            File.WriteAllText(In("manifest.json"), seal.WithNow(Path, "report.html").Text(), Utf8);
        }
    }

    private void Write(string name, IReadOnlyList<SeasonRow> rows, SeasonResult season)
    {
        using var writer = new StreamWriter(In(name), append: false, Utf8);
        SeasonCsv.Write(writer, rows, season);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
