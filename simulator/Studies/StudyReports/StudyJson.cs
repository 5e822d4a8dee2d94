using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// study.json: a <see cref="StudyResult"/> as text, with the same order of fields everywhere.
/// </summary>
public static class StudyJson
{
    private static readonly StudyJsonContext Context = new(ResultJson.OfFile());

    /// <summary>Writes a result.</summary>
    public static string Write(StudyResult result) =>
        JsonSerializer.Serialize(result, Context.StudyResult) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no study; the message says where.</exception>
    public static StudyResult Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.StudyResult)
                ?? throw new InvalidDataException("The study is null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no study.json: {wrong.Message}", wrong);
        }
    }

    /// <summary>The JSON schema, kept in docs/reference/study.schema.json.</summary>
    public static JsonNode Schema() => Context.Options.GetJsonSchemaAsNode(
        typeof(StudyResult), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
}

[JsonSerializable(typeof(StudyResult))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class StudyJsonContext : JsonSerializerContext;
