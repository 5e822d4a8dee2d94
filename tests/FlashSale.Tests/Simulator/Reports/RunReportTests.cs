using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Reports;

public sealed partial class RunReportTests
{
    private static readonly string Report = RunReport.Of(SampleFestival.Result);

    [Fact]
    public void The_report_is_one_file_that_loads_nothing_and_runs_nothing()
    {
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", Report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Loading(), Report);
    }

    [Fact]
    public void The_report_is_well_formed() => Assert.NotNull(Body(Report));

    [Fact]
    public void The_headline_states_the_finding() => Assert.Matches(
        @"^¥1[12]\d\.\d bn in 24 hours; payments peaked at \d{2,3},\d00/s at 00:\d\d:\d\d$",
        Body(Report).Descendants("h1").Single().Value);

    [Fact]
    public void Each_chart_says_what_it_shows_and_is_drawn_for_page_and_phone()
    {
        var charts = Body(Report).Descendants("svg").ToList();

        Assert.Equal(0, charts.Count % 2);
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.NotEqual("", (string?)chart.Attribute("aria-label") ?? ""));
    }

    [Fact]
    public void Trouble_is_a_named_band_of_every_chart_over_time()
    {
        var summary = SampleFestival.Result.Summary with
        {
            Shocks = [new RunShock("snow", ["Guangdong"], 600, 7 * 86_400, 0.05, 0.8)],
        };
        var charts = Charts(SampleFestival.Result with { Summary = summary })
            .Where(chart => Said(chart).Contains("since midnight") || Said(chart).Contains("hour of the day"))
            .ToList();

        Assert.Equal(14, charts.Count);
        Assert.All(charts, chart =>
        {
            Assert.Single(
                chart.Elements("rect"), area => (string?)area.Attribute("class") == "stretch shock");
            Assert.Single(chart.Elements("text"), text => text.Value == "snow in Guangdong");
        });
    }

    [Fact]
    public void Delivery_is_drawn_region_by_region_the_slowest_first()
    {
        var summary = SampleFestival.Result.Summary with
        {
            RegionDelivery =
            [
                new RegionDelivery("east", false, 10, 1.8, 2.5), new RegionDelivery("south", true, 5, 6.1, 8),
                new RegionDelivery("north", false, 0, null, null),
            ],
        };
        var chart = Charts(SampleFestival.Result with { Summary = summary })
            .First(chart => Said(chart).EndsWith("by region", StringComparison.Ordinal));

        Assert.Equal(
            ["south: 6.1 days, 90 % in 8", "east: 1.8 days, 90 % in 2.5"],
            chart.Descendants("title").Select(title => title.Value));
    }

    [Fact]
    public void Escrow_begins_with_what_it_held_at_midnight() => Assert.StartsWith(
        "00:00:00: held for orders paid and not yet confirmed ¥0",
        Charts(SampleFestival.Result).First(chart => Said(chart).StartsWith("Money in escrow"))
            .Descendants("title").First().Value, StringComparison.Ordinal);

    [Fact]
    public void Charts_over_time_end_with_what_they_show()
    {
        var delivery = Charts(SampleFestival.Result).First(chart => Said(chart).StartsWith("Parcels"));
        var last = SampleFestival.Result.Timeline.Last(row => row[Measures.DeliveredOfDay] > 0);

        Assert.StartsWith(
            $"{FestivalClock.Text(last.EndSeconds)}: ", delivery.Descendants("title").Last(title =>
                title.Value.Contains("delivered, of orders")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_that_was_sold_out_says_how_much_came_back()
    {
        var summary = SampleFestival.Result.Summary with
        {
            HotListings = [new ListingSales("Phone", "Phones", 1_999, 100, 78, "00:14:36")],
        };

        Assert.Contains(
            Charts(SampleFestival.Result with { Summary = summary }).Descendants("title"),
            title => title.Value == "Phone: 78 %, out at 00:14:36, 22 % back");
    }

    [Fact]
    public void Each_stage_is_a_share_of_the_first_one_of_its_own_unit()
    {
        var run = SampleFestival.Result.Summary;
        var rows = Charts(SampleFestival.Result).First(chart => Said(chart).StartsWith("How many"))
            .Descendants("title").Select(title => title.Value).ToList();
        var (placed, paid) = (run.Funnel.Single(stage => stage.Stage == "placed").Count,
            run.Funnel.Single(stage => stage.Stage == "paid").Count);

        Assert.Contains($"Orders: placed: {Amounts.Count(placed)}", rows);
        Assert.Contains(
            $"Orders: paid: {Amounts.Count(paid)} · {Amounts.Percent((double)paid / placed)}", rows);
    }

    [Fact]
    public void Everything_that_repeats_the_run_is_there() => Assert.All(
        ["double11-2016 (9f0c1d22ab34ef56)", "flashsale simulate double11-2016 --seed 1111", "0123456789ab",
            "5d41402abc4b2a76b9719d911017c592"],
        text => Assert.Contains(text, Report, StringComparison.Ordinal));

    [Fact]
    public void A_broken_invariant_is_the_headline()
    {
        var report = RunReport.Of(SampleFestival.Poured(auditPasses: false));

        Assert.StartsWith("The audit failed: Paid = held + released + refunded",
            Body(report).Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Contains("b17-3.0 lacks 1 fen", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_stopped_says_so()
    {
        var result = SampleFestival.Result;
        var summary = result.Summary with { Partial = true, SimulatedDays = 0.25 };
        var report = RunReport.Of(result with { Summary = summary });

        Assert.Contains("stopped after 6 hours of virtual time", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_happened_has_a_report_too()
    {
        var recorder = new RunRecorder(SampleFestival.Labels, 0, 86_400_000, listings: 1);
        var result = RunResult.Of(recorder, SampleFestival.Manifest(), SampleFestival.Ending());

        Assert.NotNull(Body(RunReport.Of(result)));
    }

    [Fact]
    public void Names_from_a_scenario_are_text_and_never_markup()
    {
        var result = SampleFestival.Result;
        var summary = result.Summary with { Title = "<img src=x onerror='y'>" };
        var report = RunReport.Of(result with { Summary = summary });

        Assert.DoesNotContain("<img", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_gives_the_same_report() =>
        Assert.Equal(Report, RunReport.Of(SampleFestival.Poured()));

    private static List<XElement> Charts(RunResult result) =>
        [.. Body(RunReport.Of(result)).Descendants("svg")];

    private static string Said(XElement chart) => (string?)chart.Attribute("aria-label") ?? "";

    // Everything between <body> and </body> is written as XML too, so that a forgotten end is seen.
    private static XElement Body(string report)
    {
        var start = report.IndexOf("<body>", StringComparison.Ordinal);
        var end = report.IndexOf("</html>", StringComparison.Ordinal);
        return XElement.Parse(report[start..end]);
    }

    [GeneratedRegex(@"(https?:)?//\w|@import|url\(|\bsrc=|<link|<iframe|<object", RegexOptions.IgnoreCase)]
    private static partial Regex Loading();
}
