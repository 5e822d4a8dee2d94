using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Simulator;

/// <summary>
/// summary.json of a season: a <see cref="SeasonSummary"/> as text, with the same order of fields everywhere.
/// </summary>
public static class SeasonJson
{
    private static readonly SeasonJsonContext Context = new(ResultJson.OfFile());

    private static readonly Lazy<IReadOnlyDictionary<string, SummaryFigure>> Declared =
        new(() => FigureTree.Of(Contract));

    /// <summary>What the file holds, by the names of its fields.</summary>
    internal static JsonTypeInfo<SeasonSummary> Contract => Context.SeasonSummary;

    /// <summary>The figures by their places, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, SummaryFigure> Figures => Declared.Value;

    /// <summary>Writes a summary.</summary>
    public static string Write(SeasonSummary summary) => JsonSerializer.Serialize(summary, Contract) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no summary; the message says where.</exception>
    public static SeasonSummary Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Contract)
                ?? throw new InvalidDataException("The summary is null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no summary of a season: {wrong.Message}", wrong);
        }
    }

    /// <summary>The JSON schema of a summary, kept in docs/reference/season.schema.json.</summary>
    public static JsonNode Schema() => FigureSchema.Of(Contract, Figures.GetValueOrDefault);
}

[JsonSerializable(typeof(SeasonSummary))]
internal sealed partial class SeasonJsonContext : JsonSerializerContext;
