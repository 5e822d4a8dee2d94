using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Dashboard;

/// <summary>The JSON schemas of bodies and answers, each once under its name.</summary>
internal sealed class ApiSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) =>
            OfText(context.TypeInfo.Type) ?? WithoutNulls(context.TypeInfo, schema),
    };

    // A policy has words and times of its own.
    private static readonly JsonSchemaExporterOptions PolicyOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) =>
            context.TypeInfo.Type == typeof(Money) ? OfText(context.TypeInfo.Type)! : schema,
    };

    /// <summary>Schemas of what has one, with problem details from the start.</summary>
    public ApiSchemas()
    {
        All[nameof(Problem)] = Problem;
        All[nameof(Policy)] = PolicyText.Whole.GetJsonSchemaAsNode(PolicyOptions);
        All["Batch"] = ListOf("commands", Object(
            ["op", "id"], ("op", "string"), ("id", "string"), ("key", "string"), ("body", "object")));
        All["BatchAnswers"] = ListOf("answers", Object(
            ["status"], ("status", "integer"), ("result", "string"), ("type", "string")));
        All["Batch"]!["properties"]!["commands"]!["items"]!["properties"]!["op"]!["enum"] =
            Strings(CommandTable.All.Select(command => command.Name));
    }

    /// <summary>All of them, by name.</summary>
    public JsonObject All { get; } = [];

    /// <summary>Problem details (RFC 9457) with the members that some types add.</summary>
    public static JsonObject Problem => Object(
        ["type", "title", "status"],
        ("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string"),
        ("line", "integer"), ("priceNowFen", "integer"), ("amountFen", "integer"),
        ("retryAfterMs", "integer"));

    /// <summary>A reference to a schema.</summary>
    public static JsonObject RefOf(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    /// <summary>A reference to the schema of a type of this program.</summary>
    public JsonObject RefOf(JsonTypeInfo type)
    {
        var name = type.Type.Name.Replace("Document", "", StringComparison.Ordinal);
        All[name] ??= type.GetJsonSchemaAsNode(Options);
        return RefOf(name);
    }

    /// <summary>A reference to the schema of an answer to a command.</summary>
    public JsonObject RefOf(AnswerKind kind)
    {
        var name = $"{kind}Answer";
        All[name] ??= Answer(kind);
        return RefOf(name);
    }

    /// <summary>What stands in an address at the place of this name.</summary>
    public static JsonObject OfAddress(string name) =>
        IdForms.All.FirstOrDefault(form => form.Name == name) is { } form
            ? OfId(form)
            : new JsonObject { ["type"] = "string" };

    private static JsonObject OfId(IIdForm form)
    {
        var schema = Text("pattern", form.Pattern);
        schema["examples"] = Strings([form.Example]);
        return schema;
    }

    private static JsonObject Answer(AnswerKind kind)
    {
        var answer = kind switch
        {
            AnswerKind.Checkout => Object(
                ["result", "orders", "totalFen", "payBy"],
                ("result", "string"), ("orders", "array"), ("totalFen", "integer"), ("payBy", "string")),
            AnswerKind.Pay or AnswerKind.Refund => Object(
                ["result", "amountFen"], ("result", "string"), ("amountFen", "integer")),
            _ => Object(["result"], ("result", "string")),
        };
        answer["properties"]!["result"]!["enum"] = Strings(Refusals.DoneWords(kind));
        if (kind == AnswerKind.Checkout)
        {
            answer["properties"]!["orders"]!["items"] = new JsonObject { ["type"] = "string" };
        }

        return answer;
    }

    private static JsonObject Object(string[] required, params (string Name, string Type)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, type) in members)
        {
            properties[name] = new JsonObject { ["type"] = type };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = Strings(required),
            ["properties"] = properties,
        };
    }

    private static JsonObject ListOf(string name, JsonObject item)
    {
        var list = Object([name], (name, "array"));
        list["properties"]![name]!["items"] = item;
        return list;
    }

    // What our own converters write, the exporter cannot know.
    private static JsonObject? OfText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Policy) ? RefOf(nameof(Policy))
            : plain == typeof(Money) ? new JsonObject { ["type"] = "integer", ["description"] = "fen" }
            : plain == typeof(DateTimeOffset) ? Text("format", "date-time")
            : IdForms.Find(plain) is { } form ? OfId(form)
            : plain.IsEnum ? new JsonObject { ["type"] = "string", ["enum"] = Strings(WordsOf(plain)) }
            : null;
    }

    // A member that is null is left out of an answer.
    private static JsonNode WithoutNulls(JsonTypeInfo type, JsonNode schema)
    {
        if (schema is JsonObject members && members["required"] is JsonArray required)
        {
            members["required"] = Strings(required.Select(name => (string)name!).Where(name =>
                !type.Properties.Any(property => property.Name == name && MayBeNull(property))));
        }

        return schema;
    }

    private static bool MayBeNull(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : property.IsGetNullable;

    private static JsonObject Text(string member, string value) =>
        new() { ["type"] = "string", [member] = value };

    private static IEnumerable<string> WordsOf(Type type) => Enum.GetNames(type).Select(Words.Of);

    private static JsonArray Strings(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode)text)];
}
