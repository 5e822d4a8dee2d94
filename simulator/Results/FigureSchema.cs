using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Simulator;

/// <summary>The JSON schema of a summary.json, each figure explained as it is declared.</summary>
internal static class FigureSchema
{
    /// <summary>The schema.</summary>
    /// <param name="contract">The names of the fields.</param>
    /// <param name="find">The figure at a place; null if there is none.</param>
    public static JsonNode Of(JsonTypeInfo contract, Func<string, SummaryFigure?> find)
    {
        var schema = contract.GetJsonSchemaAsNode(
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        return Explained(schema, schema, "", find);
    }

    // A record that is met again («$ref») is written out: its figures mean something else there.
    private static JsonObject Explained(
        JsonNode node, JsonNode root, string field, Func<string, SummaryFigure?> find)
    {
        var schema = (JsonObject)(node["$ref"] is { } place ? At(root, (string)place!) : node).DeepClone();
        if (schema["properties"] is JsonObject parts)
        {
            schema["properties"] = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(
                part.Key, Explained(part.Value!, root, $"{field}.{part.Key}".TrimStart('.'), find))));
        }
        else if (schema["items"] is { } items)
        {
            schema["items"] = Explained(items, root, field + "[]", find);
        }
        else if (find(field) is { } figure)
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
