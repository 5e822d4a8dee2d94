using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FlashSale.Engine;

/// <summary>A policy as JSON: how journals and snapshots keep it.</summary>
internal static class PolicyText
{
    // Areas of before that changed nothing (decision 0010): texts that were written then still have them.
    private static readonly string[] Dropped = ["escrow"];

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new MoneyAsFen(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The policy as text.</summary>
    public static string Write(Policy policy) => JsonSerializer.Serialize(policy, Options);

    /// <summary>The policy of a text.</summary>
    /// <exception cref="InvalidDataException">The text is no policy of this version.</exception>
    public static Policy Read(string text)
    {
        try
        {
            var areas = JsonNode.Parse(text);
            foreach (var area in Dropped)
            {
                (areas as JsonObject)?.Remove(area);
            }

            return areas.Deserialize<Policy>(Options)
                ?? throw new InvalidDataException("The stored policy is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The stored policy cannot be read: {fault.Message}", fault);
        }
    }

    private sealed class MoneyAsFen : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Money.FromFen(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Fen);
    }
}
