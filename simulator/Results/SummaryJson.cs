using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Simulator;

/// <summary>
/// summary.json: a <see cref="RunSummary"/> as text, with the same order of fields everywhere.
/// </summary>
public static class SummaryJson
{
    private static readonly SummaryJsonContext Context = new(ResultJson.OfFile());

    /// <summary>What the file holds, by the names of its fields.</summary>
    internal static JsonTypeInfo<RunSummary> Contract => Context.RunSummary;

    /// <summary>Writes a summary.</summary>
    public static string Write(RunSummary summary) =>
        JsonSerializer.Serialize(summary, Contract) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no summary; the message says where.</exception>
    public static RunSummary Read(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize(text, Contract)
                ?? throw new InvalidDataException("The summary is null.");

            // A run from before stores gave coupons says nothing of them.
            return read.Coupons is null ? read with { Coupons = new(0, 0, 0, 0) } : read;
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
    public static JsonNode Schema() => FigureSchema.Of(Contract, SummaryFigures.Find);
}

[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
