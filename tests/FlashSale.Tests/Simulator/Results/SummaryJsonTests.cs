using System.Text.Json.Nodes;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Results;

public sealed class SummaryJsonTests
{
    private static readonly RunResult Result = SampleFestival.Result;

    [Fact]
    public void A_summary_is_read_back_as_it_was_written()
    {
        var text = SummaryJson.Write(Result.Summary);

        Assert.Equal(text, SummaryJson.Write(SummaryJson.Read(text)));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"scenario\": 7}")]
    public void A_text_that_is_no_summary_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => SummaryJson.Read(text));

    [Fact]
    public void The_fields_that_outsiders_rely_on_are_there()
    {
        string[] promised =
        [
            "scenario", "seed", "scale", "commit", "gmvYuan", "ordersPlaced", "ordersPaid", "ordersConfirmed",
            "refundedYuan", "peakOrdersPerSecond", "peakOrdersAt", "peakPaymentsPerSecond", "peakPaymentsAt",
            "gmvClock", "deliveryDays", "ratings", "soldOutListings", "retries", "abandoned", "audit",
            "stateHash",
            "events", "wallSeconds", "ordersPerWallSecond", "peakRssBytes", "sample",
        ];
        var summary = JsonNode.Parse(SummaryJson.Write(Result.Summary))!.AsObject();

        Assert.Empty(promised.Except(summary.Select(field => field.Key)));
        Assert.Equal(["seconds", "yuan", "share"],
            summary["gmvClock"]![0]!.AsObject().Select(field => field.Key));
        Assert.Equal(["p50", "p90"], summary["deliveryDays"]!.AsObject().Select(field => field.Key));
        Assert.Equal(["passed", "checks"], summary["audit"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void The_published_schema_is_the_one_of_the_program()
    {
        var file = Path.Combine(Repository.Root, "docs", "reference", "summary.schema.json");
        var schema = SummaryJson.Schema();

        Assert.True(
            File.Exists(file) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), schema),
            $"docs/reference/summary.schema.json is not the program's schema; replace it by:\n{schema}");
    }

    [Fact]
    public void Every_field_is_explained_in_the_reference_and_nothing_else()
    {
        var explained = Documents.FirstCells("docs/reference/results.md", "## summary.json").ToList();
        var fields = Paths(SummaryJson.Schema(), "").Distinct().ToList();

        Assert.Equal(fields.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_measure_of_the_timeline_is_explained_in_the_reference_as_it_is_declared() =>
        Assert.Equal(
            Measures.All.Select(one => $"| `{one.Column}` | {one.Unit} | {one.Meaning} |"),
            Documents.Rows("docs/reference/results.md", "## timeline.csv").Skip(3));

    // «gmvClock[].seconds»: the leaves of the schema; a repeated record («$ref») is as its first place.
    private static IEnumerable<string> Paths(JsonNode schema, string path, JsonNode? root = null)
    {
        root ??= schema;
        var node = schema is JsonObject o && o["$ref"] is { } reference
            ? Resolve(root, (string)reference!)
            : schema;
        if (node is JsonObject { } with && with["properties"] is JsonObject properties)
        {
            return properties.SelectMany(field =>
                Paths(field.Value!, path.Length == 0 ? field.Key : $"{path}.{field.Key}", root));
        }

        return node is JsonObject list && list["items"] is { } items
            ? Paths(items, path + "[]", root)
            : [path];
    }

    private static JsonNode Resolve(JsonNode root, string reference) =>
        reference.TrimStart('#', '/').Split('/')
        .Aggregate(root, (node, part) => node[part.Replace("~1", "/", StringComparison.Ordinal)]!);
}
