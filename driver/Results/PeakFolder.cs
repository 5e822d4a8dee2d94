using System.Globalization;
using System.Text;
using System.Text.Json;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>The output folder of a search: summary.json, tries.csv and report.html.</summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record PeakFolder(string Path)
{
    private const string Columns = "rate,holds,planned,done,refused,throttled,errors,dropped,latencyMsP50,"
        + "latencyMsP99,latencyMsMax,pacerLagMsP99,marketCpuSeconds";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>summary.json.</summary>
    public string SummaryPath => System.IO.Path.Combine(Path, "summary.json");

    /// <summary>tries.csv.</summary>
    public string TriesPath => System.IO.Path.Combine(Path, "tries.csv");

    /// <summary>report.html.</summary>
    public string ReportPath => System.IO.Path.Combine(Path, "report.html");

    /// <summary>summary.json as text.</summary>
    public static string TextOf(PeakSummary summary) =>
        JsonSerializer.Serialize(summary, DriveFolder.Json) + "\n";

    /// <summary>Writes all files.</summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public void Write(PeakSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        Directory.CreateDirectory(Path);
        File.WriteAllText(SummaryPath, TextOf(summary), Utf8);
        File.WriteAllText(
            TriesPath, Columns + "\n" + string.Concat(summary.Tries.Select(one => RowOf(one) + "\n")), Utf8);
        WriteReport(summary);
    }

    /// <summary>Writes only the report, as after <see cref="Read"/>.</summary>
    public void WriteReport(PeakSummary summary) =>
        File.WriteAllText(ReportPath, PeakReport.Of(summary), Utf8);

    /// <summary>Reads the summary back; null if the folder is no search's.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not what this version writes.</exception>
    public PeakSummary? Read()
    {
        var text = TextFile.Text(SummaryPath);
        if (!text.Contains($"\"{PeakSummary.KindWord}\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PeakSummary>(text, DriveFolder.Json);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{SummaryPath}: {wrong.Message}", wrong);
        }
    }

    private static string RowOf(PeakTry one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Rate:0.###},{(one.Holds ? 1 : 0)},{one.Figures.Planned},{one.Figures.Done},"
        + $"{one.Figures.Refused},{one.Figures.Throttled},{one.Figures.Errors},{one.Figures.Dropped},"
        + $"{one.Figures.LatencyMs.P50:0.###},{one.Figures.LatencyMs.P99:0.###},"
        + $"{one.Figures.LatencyMs.Max:0.###},{one.Figures.PacerLagMs.P99:0.###},"
        + $"{one.Use?.CpuSeconds:0.###}");
}
