using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>
/// The output folder of a load test: summary.json, timeline.csv, junit.xml and report.html.
/// </summary>
/// <param name="Path">The folder; it is created when needed.</param>
public sealed record DriveFolder(string Path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>summary.json.</summary>
    public string SummaryPath => In("summary.json");

    /// <summary>timeline.csv.</summary>
    public string TimelinePath => In("timeline.csv");

    /// <summary>junit.xml.</summary>
    public string JUnitPath => In("junit.xml");

    /// <summary>report.html.</summary>
    public string ReportPath => In("report.html");

    /// <summary>summary.json as text.</summary>
    public static string TextOf(DriveSummary summary) => JsonSerializer.Serialize(summary, Json) + "\n";

    /// <summary>Writes all files.</summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public void Write(DriveResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(Path);
        File.WriteAllText(SummaryPath, TextOf(result.Summary), Utf8);
        File.WriteAllText(
            TimelinePath,
            SecondRow.Columns + "\n" + string.Concat(result.Timeline.Select(row => row + "\n")), Utf8);
        File.WriteAllText(JUnitPath, JUnitXml.Of(result.Summary), Utf8);
        WriteReport(result);
    }

    /// <summary>Writes only the report, as after <see cref="Read"/>.</summary>
    public void WriteReport(DriveResult result) =>
        File.WriteAllText(ReportPath, DriveReport.Of(result), Utf8);

    /// <summary>Reads summary and timeline back; null if the folder is no load test's.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what this version writes.</exception>
    public DriveResult? Read()
    {
        var text = TextFile.Text(SummaryPath);
        if (!text.Contains($"\"{DriveSummary.KindWord}\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var summary = JsonSerializer.Deserialize<DriveSummary>(text, Json)
                ?? throw new InvalidDataException($"{SummaryPath} is empty");
            return new DriveResult(
                summary, [.. TextFile.Lines(TimelinePath).Skip(1).Select(SecondRow.Parse)]);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{SummaryPath}: {wrong.Message}", wrong);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
