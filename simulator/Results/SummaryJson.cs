using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// summary.json: a <see cref="RunSummary"/> as text, with the same order of fields everywhere.
/// </summary>
public static class SummaryJson
{
    // Names of goods hold «&» and Chinese characters: the text is a file, not a part of a page.
    private static readonly SummaryJsonContext Context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <summary>Writes a summary.</summary>
    public static string Write(RunSummary summary) =>
        JsonSerializer.Serialize(summary, Context.RunSummary) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no summary; the message says where.</exception>
    public static RunSummary Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.RunSummary)
                ?? throw new InvalidDataException("The summary is null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no summary of a run: {wrong.Message}", wrong);
        }
    }

    /// <summary>The text of what a run was calibrated to, for run.sqlite.</summary>
    internal static string WriteCalibration(Calibration? calibration) =>
        calibration is null ? "" : JsonSerializer.Serialize(calibration, Context.Calibration);

    /// <summary>Reads it back.</summary>
    /// <exception cref="InvalidDataException">The text is none.</exception>
    internal static Calibration? ReadCalibration(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize(text, Context.Calibration);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"run.sqlite: no calibration: {wrong.Message}", wrong);
        }
    }

    /// <summary>The JSON schema of a summary, kept in docs/reference/summary.schema.json.</summary>
    public static JsonNode Schema() => Context.Options.GetJsonSchemaAsNode(
        typeof(RunSummary), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
}

[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
