using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Marketplace;

/// <summary>A policy as JSON: how journals, snapshots, rows and clients write it.</summary>
public static class PolicyText
{
    /// <summary>
    /// The longest text of a policy that a command carries, in bytes of UTF-8 (assumed): many times the usual
    /// one, and short enough for a request's body and a frame of a stream.
    /// </summary>
    public const int BytesMax = 60_000;

    // Areas of before that changed nothing (decision 0010): texts that were written then still have them.
    private static readonly string[] Dropped = ["escrow"];

    private static readonly JsonSerializerOptions Options = OptionsFor(isWhole: false);

    /// <summary>How a policy is read of which every number has to be there; for schemas as well.</summary>
    public static JsonTypeInfo<Policy> Whole { get; } =
        (JsonTypeInfo<Policy>)OptionsFor(isWhole: true).GetTypeInfo(typeof(Policy));

    /// <summary>The policy as text.</summary>
    public static string Write(Policy policy) => JsonSerializer.Serialize(policy, Options);

    /// <summary>
    /// The policy of a stored text; what it leaves out was not known then, and is the default or, of what was
    /// a rule before it was a number, as it was then.
    /// </summary>
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

            GiveVerdictsToAll(areas);

            return areas.Deserialize<Policy>(Options)
                ?? throw new InvalidDataException("The stored policy is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The stored policy cannot be read: {fault.Message}", fault);
        }
    }

    // Texts of before there was a policy per market: verdicts were given everywhere, and still are (REP-2).
    private static void GiveVerdictsToAll(JsonNode? areas)
    {
        const string ofBrands = "verdictsInBrandMarket";
        if ((areas as JsonObject)?["reputation"] is JsonObject numbers && !numbers.ContainsKey(ofBrands))
        {
            numbers[ofBrands] = true;
        }
    }

    /// <summary>Whether a policy's text is short enough for a command.</summary>
    internal static bool Fits(Policy policy) => Bytes(policy).Length > 0;

    /// <summary>The text in bytes; none if it is longer than a command carries.</summary>
    internal static ReadOnlySpan<byte> Bytes(Policy? policy)
    {
        var bytes = policy is null ? [] : JsonSerializer.SerializeToUtf8Bytes(policy, Options);
        return bytes.Length <= BytesMax ? bytes : [];
    }

    private static JsonSerializerOptions OptionsFor(bool isWhole)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (isWhole)
        {
            resolver.Modifiers.Add(RequireAll);
        }

        return new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = !isWhole,
            RespectNullableAnnotations = isWhole,
            Converters = { new MoneyAsFen(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            TypeInfoResolver = resolver,
        };
    }

    private static void RequireAll(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.Set is not null))
        {
            member.IsRequired = true;
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
