using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Results;

public sealed class SummaryJsonTests
{
    private static readonly RunResult Result = SampleFestival.Result;

    private static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
    public void A_summary_from_before_there_were_coupons_has_none_and_makes_a_report()
    {
        var old = JsonNode.Parse(SummaryJson.Write(Result.Summary))!.AsObject();
        old.Remove("coupons");

        var read = SummaryJson.Read(old.ToJsonString());

        Assert.Equal(new CouponSummary(0, 0, 0, 0), read.Coupons);
        Assert.Contains("</html>", RunReport.Of(Result with { Summary = read }), StringComparison.Ordinal);
    }

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
        if (Documents.AreWritten)
        {
            File.WriteAllText(file, schema.ToJsonString(Written) + "\n");
        }

        Assert.True(
            File.Exists(file) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), schema),
            "docs/reference/summary.schema.json is not the program's schema; " + Documents.HowToWrite);
    }

    [Fact]
    public void Every_figure_is_explained_in_the_reference_as_it_is_declared() =>
        Documents.Explains("docs/reference/results.md", "| field | unit | meaning |",
            SummaryFigures.All.Select(one => (one.Field, one.Unit, one.IsOfWallClock
                ? $"*wall clock*: {one.Meaning}"
                : one.Meaning.Replace("|", "\\|", StringComparison.Ordinal))));

    [Fact]
    public void Every_measure_of_the_timeline_is_explained_in_the_reference_as_it_is_declared() =>
        Documents.Explains("docs/reference/results.md", "| column | unit | meaning |",
            [
                ("seconds", "s", "start of the row, from midnight"),
                ("clock", "–", "the same as month, day and time of day"),
                ("length_s", "s", "length of the row: 1 or 60; divide by it for rates"),
                .. Measures.All.Select(one => (one.Column, one.Unit, one.Meaning)),
            ]);

    [Fact]
    public void A_figure_is_read_from_a_run_as_its_file_has_it()
    {
        var written = JsonNode.Parse(SummaryJson.Write(Result.Summary))!;

        foreach (var figure in SummaryFigures.All
            .Where(one => one.IsSingle && one.Unit is not ("–" or "clock")))
        {
            var stated = figure.Field.Split('.').Aggregate((JsonNode?)written, (node, part) => node?[part]);
            Assert.Equal((double?)stated, figure.Of(Result.Summary));
        }
    }

    [Fact]
    public void The_same_record_means_something_else_at_each_place()
    {
        Assert.Equal("refunds", SummaryFigures.Find("refundReasons[].count")?.Unit);
        Assert.Equal("checkouts", SummaryFigures.Find("abandonReasons[].count")?.Unit);
        Assert.Equal("delivery speed", (string?)SummaryJson.Schema()
            ["properties"]!["ratings"]!["properties"]!["delivery"]!["properties"]!["mean"]!["description"]);
        Assert.Null(SummaryFigures.Find("refundReasons"));
    }
}
