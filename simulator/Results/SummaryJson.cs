using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
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
    public static JsonNode Schema()
    {
        var schema = Contract.GetJsonSchemaAsNode(
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        return Explained(schema, schema, "");
    }

    // A record that is met again («$ref») is written out: its figures mean something else there.
    private static JsonObject Explained(JsonNode node, JsonNode root, string field)
    {
        var schema = (JsonObject)(node["$ref"] is { } place ? At(root, (string)place!) : node).DeepClone();
        if (schema["properties"] is JsonObject parts)
        {
            schema["properties"] = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(
                part.Key, Explained(part.Value!, root, $"{field}.{part.Key}".TrimStart('.')))));
        }
        else if (schema["items"] is { } items)
        {
            schema["items"] = Explained(items, root, field + "[]");
        }
        else if (SummaryFigures.Find(field) is { } figure)
        {
            schema["description"] = figure.Meaning;
            if (figure.Unit != "–")
            {
                schema["unit"] = figure.Unit;
            }
        }

        return schema;
    }

    private static JsonNode At(JsonNode root, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (node, part) => node[part]!);
}

[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
