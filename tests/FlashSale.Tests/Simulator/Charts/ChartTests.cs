using System.Globalization;
using System.Xml.Linq;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Charts;

public sealed class ChartTests
{
    private static readonly Axis Time = TimeAxis.Linear("time since midnight", 0, 600);
    private static readonly Axis Rate =
        Axis.FromZero("orders a second", 950, value => value.ToString("0.##", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(ChartWidth.Page)]
    [InlineData(ChartWidth.Phone)]
    public void Both_axes_are_titled_and_the_picture_says_what_it_shows(object width)
    {
        var svg = Drawn(Chart(Wave()), (ChartWidth)width);

        Assert.Equal("orders by time", (string?)svg.Attribute("aria-label"));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(
            ["time since midnight", "orders a second"],
            svg.Elements("text").Where(text => Style(text).StartsWith("axistitle", StringComparison.Ordinal))
                .Select(text => text.Value));
    }

    [Fact]
    public void What_is_said_when_a_curve_is_pointed_at_is_what_the_table_holds()
    {
        var chart = Chart(
            Wave(), new Curve("paid", "payments", [.. Wave().Points.Select(at => (at.X, at.Y / 2))]));
        var said = Drawn(chart).Descendants("title").Select(title => title.Value).ToList();

        Assert.InRange(said.Count, 50, 60);
        Assert.Equal(said, Rows(chart).Select(row => $"{row[0]}: placed {row[1]}; paid {row[2]}"));
    }

    [Fact]
    public void Labels_of_points_that_lie_together_do_not_lie_over_one_another()
    {
        var together = Enumerable.Range(0, 4)
            .Select(at => new Dot(300 + at, 500 + at) { Label = $"dot {at}" });

        var labels = Drawn(Chart(new Dots("factor", "arm1", [.. together]))).Descendants("text")
            .Where(text => Style(text).StartsWith("note", StringComparison.Ordinal)).ToList();

        Assert.Equal(["dot 0", "dot 1", "dot 2", "dot 3"], labels.Select(text => text.Value));
        Assert.All(labels.SelectMany((one, at) => labels.Skip(at + 1).Select(other => (one, other))), pair =>
            Assert.True(
                Style(pair.one) != Style(pair.other)
                || Math.Abs(Y(pair.one) - Y(pair.other)) >= 12));
    }

    [Fact]
    public void A_point_says_its_value_its_interval_and_its_source()
    {
        var chart = Chart(new Dots("published", "text",
            [new Dot(300, 500) { Interval = new Whisker(400, 650), Note = "one page" }]));

        Assert.Equal(
            ["00:05:00: published 500 (400 … 650) (one page)"],
            Drawn(chart).Descendants("title").Select(title => title.Value));
        Assert.Equal([["00:05:00", "500 (400 … 650) (one page)"]], Rows(chart));
    }

    [Fact]
    public void A_marker_stands_on_the_value_that_is_said()
    {
        var chart = Chart(new Curve("placed", "orders", [(300, 500)]));
        var marker = Drawn(chart).Descendants("circle").Single(dot => Style(dot).StartsWith("seen dot"));

        Assert.Equal(["00:05:00: placed 500"], chart.Stops().Select(stop => stop.Text));
        var plot = new ChartFrame(chart, ChartWidth.Page).Plot;
        Assert.Equal(
            FormattableString.Invariant($"{plot.X(300):0.#} {plot.Y(500):0.#}"),
            $"{marker.Attribute("cx")!.Value} {marker.Attribute("cy")!.Value}");
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_the_picture_or_at_no_number()
    {
        var chart = Chart(
            Wave() with { Points = [.. Wave().Points, (double.NaN, 5), (10, double.NaN), (900, 5)] },
            new Ribbon("95 % of the runs", "orders", [(0, 10, 900), (300, double.NaN, 5), (600, 0, 950)]),
            new GuideLine(5_000, "beyond", false), new GuideLine(700, "later", true),
            new GuideArea(100, 9_000, "snow", "shock") { IsLabelled = true });

        foreach (var width in new[] { ChartWidth.Page, ChartWidth.Phone })
        {
            var svg = Drawn(chart, width);
            var (right, bottom) = (Number(svg, 2), Number(svg, 3));

            Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
            Assert.All(svg.Descendants(), shape =>
            {
                Assert.InRange(Coordinate(shape, "x", "cx", "x1"), -0.05, right + 0.05);
                Assert.InRange(Coordinate(shape, "y", "cy", "y1"), -0.05, bottom + 0.05);
            });
            Assert.DoesNotContain(svg.Elements("text"), text => text.Value is "beyond" or "later");
            Assert.Contains(svg.Elements("text"), text => text.Value == "snow");
        }
    }

    [Fact]
    public void A_gap_in_the_values_is_a_gap_in_the_line() => Assert.Equal(
        2, Drawn(Chart(new Curve("placed", "orders", [(0, 1), (10, 2), (20, double.NaN), (30, 2), (40, 1)])))
            .Elements("path").Count());

    [Fact]
    public void Nothing_on_a_logarithmic_axis_is_zero()
    {
        var latency = Axis.LogarithmicAround("latency", 1, 100, value => $"{value} ms");
        var chart = new Chart("latency", Time, latency, new Curve("p99", "arm1", [(0, 0), (10, 5), (20, 7)]));

        Assert.Equal(["00:00:10: p99 5 ms", "00:00:20: p99 7 ms"], chart.Stops().Select(stop => stop.Text));
    }

    [Fact]
    public void A_level_begins_and_peaks_where_it_did()
    {
        List<(double X, double Y)> points =
            [(0, 0), .. Enumerable.Range(1, 6_000).Select(at => (at / 10.0, at == 3_001 ? 900 : 200.0))];
        var drawn = new Curve("held", "escrow", points) { Rule = CurveRule.Level }.Drawn(Time, Rate);

        Assert.Equal((0.0, 0.0), drawn[0]);
        Assert.Contains((300.1, 900.0), drawn);
        Assert.Equal((600.0, 200.0), drawn[^1]);
    }

    [Fact]
    public void A_rate_of_many_moments_is_their_mean_at_their_middle()
    {
        var points = Enumerable.Range(0, 6_000).Select(at => (at / 10.0, at % 2 == 0 ? 0.0 : 100.0));
        var drawn = new Curve("placed", "orders", [.. points]).Drawn(Time, Rate);

        Assert.InRange(drawn.Count, 200, 241);
        Assert.InRange(drawn[0].X, 1.1, 1.4);
        Assert.All(drawn, point => Assert.InRange(point.Y, 45, 55));
    }

    [Fact]
    public void A_curve_without_points_has_axes_and_says_that_there_is_nothing()
    {
        var chart = Chart(new Curve("placed", "orders", []));

        Assert.Contains(Drawn(chart).Elements("text"), text => text.Value == "nothing to show");
        Assert.Empty(Rows(chart));
    }

    [Fact]
    public void Names_at_the_ends_of_curves_do_not_run_into_each_other()
    {
        var chart = Chart(
            new Curve("A", "arm1", [(0, 5), (600, 400)]), new Curve("B", "arm2", [(0, 5), (600, 401)]),
            new Curve("C", "arm3", [(0, 5), (600, 0)]), new Curve("D", "arm4", [(0, 5), (600, 1)]))
            with
        { HasNamesAtEnds = true };
        var ends = Drawn(chart).Elements("text").Where(text => Style(text).StartsWith("endname")).ToList();

        Assert.Equal(["B", "A", "D", "C"], ends.Select(text => text.Value));
        Assert.All(ends.Zip(ends.Skip(1)), pair =>
            Assert.True(Coordinate(pair.Second, "y") - Coordinate(pair.First, "y") >= 14.9));
    }

    [Fact]
    public void Curves_are_told_apart_without_colour() => Assert.Equal(
        ["line arm1", "line arm2 dash2"],
        Drawn(Chart(
            new Curve("A", "arm1", [(0, 5), (600, 400)]),
            new Curve("B", "arm2", [(0, 5), (600, 300)]) { Dash = "dash2" })).Elements("path").Select(Style));

    private static Chart Chart(params IReadOnlyList<IChartLayer> layers) =>
        new("orders by time", Time, Rate, layers);

    private static Curve Wave() => new("placed", "orders",
        [.. Enumerable.Range(0, 600).Select(at => (at + 0.5, 400.0 + (at % 60)))]);

    private static XElement Drawn(Chart chart, ChartWidth width = ChartWidth.Page) =>
        XElement.Parse(chart.Draw(width));

    private static IEnumerable<IReadOnlyList<string>> Rows(Chart chart) =>
        XElement.Parse(chart.Table()).Descendants("tbody").Elements("tr")
            .Select(row => (IReadOnlyList<string>)[.. row.Elements("td").Select(cell => cell.Value)]);

    private static double Y(XElement text) =>
        double.Parse((string)text.Attribute("y")!, CultureInfo.InvariantCulture);

    private static string Style(XElement shape) => (string?)shape.Attribute("class") ?? "";

    private static double Number(XElement svg, int at) =>
        double.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[at], CultureInfo.InvariantCulture);

    private static double Coordinate(XElement shape, params string[] names) => names
        .Select(name => (double?)shape.Attribute(name)).FirstOrDefault(value => value is not null) ?? 0;
}
