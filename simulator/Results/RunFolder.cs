using System.Text;

namespace FlashSale.Simulator;

/// <summary>The output folder of a run: summary.json, timeline.csv, report.html and run.sqlite.</summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record RunFolder(string Path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>summary.json.</summary>
    public string SummaryPath => In("summary.json");

    /// <summary>timeline.csv.</summary>
    public string TimelinePath => In("timeline.csv");

    /// <summary>report.html.</summary>
    public string ReportPath => In("report.html");

    /// <summary>run.sqlite.</summary>
    public string DatabasePath => In("run.sqlite");

    /// <summary>
    /// Writes summary and timeline, and the database if its rows are given; who makes the report writes it.
    /// </summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public void Write(RunResult result, RunLabels? labels = null, RunTables? tables = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(Path);
        File.WriteAllText(SummaryPath, SummaryJson.Write(result.Summary), Utf8);
        using (var timeline = new StreamWriter(TimelinePath, append: false, Utf8))
        {
            TimelineCsv.Write(timeline, result.Timeline);
        }

        if (labels is not null && tables is not null)
        {
            RunDatabase.Write(DatabasePath, result.Summary, labels, tables);
        }
    }

    /// <summary>Reads summary and timeline back.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what this version writes.</exception>
    public RunResult Read()
    {
        using var timeline = new StringReader(TextFile.Text(TimelinePath));
        return new RunResult(SummaryJson.Read(TextFile.Text(SummaryPath)), TimelineCsv.Read(timeline));
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
