using System.Globalization;
using System.Xml.Linq;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Charts;

public sealed class RowChartTests
{
    private static readonly Axis Difference = Axis.Around(
        "difference, bn yuan", -2, 5, value => value.ToString("0.#", CultureInfo.InvariantCulture));

    private static readonly RowChart Forest = new(
        "differences", "Comparison", Difference,
        new ChartRow("B against A", "2 (1 … 3)")
        {
            Point = 2,
            Interval = new Whisker(1, 3),
            Outer = new Whisker(0.5, 4),
        },
        new ChartRow("C against A", "−1") { Point = -1 })
    {
        Guides = [new GuideArea(-0.5, 0.5, "too small to matter", "small"), new GuideLine(0, "none", true)],
    };

    [Theory]
    [InlineData(ChartWidth.Page)]
    [InlineData(ChartWidth.Phone)]
    public void A_forest_has_two_whiskers_a_point_and_what_is_too_small(object width)
    {
        var svg = XElement.Parse(Forest.Draw((ChartWidth)width));

        Assert.Equal(3, Of(svg, "line", "whisker text").Count());
        Assert.Equal(3, Of(svg, "line", "whisker outer text").Count());
        Assert.Equal(2, Of(svg, "rect", "dot text").Count());
        Assert.Equal( // on a phone one for each row, beside the names
            (ChartWidth)width == ChartWidth.Page ? 1 : 2, Of(svg, "rect", "stretch small").Count());
        Assert.Equal(
            ["difference, bn yuan"], Of(svg, "text", "axistitle middle").Select(text => text.Value));
    }

    [Fact]
    public void On_a_phone_nothing_behind_the_bars_crosses_a_name()
    {
        var svg = XElement.Parse(Forest.Draw(ChartWidth.Phone));
        var names = svg.Descendants("text").Where(text => (string?)text.Attribute("class") is "name")
            .Select(text => (double)text.Attribute("y")!).ToList();
        var lines = svg.Descendants("line")
            .Where(line => (string?)line.Attribute("class") is "mark" or "grid")
            .Select(line => (Top: (double)line.Attribute("y1")!, Bottom: (double)line.Attribute("y2")!))
            .ToList();

        Assert.Equal(2, names.Count);
        Assert.Equal(2 * (1 + Difference.Ticks.Count), lines.Count);
        Assert.All(names, y =>
            Assert.DoesNotContain(lines, line => line.Top < y + 2 && line.Bottom > y - 10));
    }

    [Fact]
    public void A_row_says_what_the_table_holds()
    {
        var said = XElement.Parse(Forest.Draw(ChartWidth.Page)).Descendants("title").Select(one => one.Value);

        Assert.Equal(["B against A: 2 (1 … 3)", "C against A: −1"], said);
        Assert.Equal(
            [["B against A", "2 (1 … 3)"], ["C against A", "−1"]], Rows(Forest));
    }

    [Fact]
    public void The_parts_of_a_bar_follow_one_another_and_each_says_its_value()
    {
        var chart = new RowChart("stars", "Component", ShopSection.ShareAxis("share"),
            ChartRow.Stacked("Service", "mean 4", [(0.25, "star1", "1 star"), (0.75, "star5", "5 stars")]));
        var svg = XElement.Parse(chart.Draw(ChartWidth.Page));
        var parts = svg.Descendants("rect").Where(rect => $"{rect.Attribute("class")}".Contains("fill"))
            .ToList();

        Assert.Equal(
            (double)parts[0].Attribute("x")! + (double)parts[0].Attribute("width")!,
            (double)parts[1].Attribute("x")!, 1);
        Assert.Equal(
            ["Service: mean 4", "Service: 1 star 25.0 %", "Service: 5 stars 75.0 %"],
            svg.Descendants("title").Select(one => one.Value));
        Assert.Equal([["Service", "25.0 %", "75.0 %", "mean 4"]], Rows(chart));
        Assert.Equal(["1 star", "5 stars"], chart.Legend.Select(entry => entry.Name));
    }

    [Fact]
    public void A_bar_may_go_to_the_left_and_is_named_at_its_end()
    {
        var chart = new RowChart("tornado", "Factor", Difference, new ChartRow("Capacity", "",
            new RowSegment(0, -2, "below") { Label = "+10 %" },
            new RowSegment(0, 4, "above") { Label = "−10 %" }));
        var svg = XElement.Parse(chart.Draw(ChartWidth.Page));

        Assert.Equal(
            ["value end", "value"],
            svg.Elements("text").Where(text => text.Value.EndsWith("10 %", StringComparison.Ordinal))
                .Select(text => (string?)text.Attribute("class")));
    }

    [Fact]
    public void Ends_on_one_side_lie_one_below_the_other_each_with_its_whisker()
    {
        RowSegment End(double value, string name) => new(0, value, "arm1")
        {
            Name = name,
            Interval = new Whisker(value - 0.5, value + 0.5),
        };
        var chart = new RowChart("tornado", "Factor", Difference,
            new ChartRow("Capacity", "+2", End(1, "low end"), End(3, "high end")),
            new ChartRow("Window", "+2", End(-1, "low end"), End(1, "high end")));
        var svg = XElement.Parse(chart.Draw(ChartWidth.Page));
        var bars = Of(svg, "rect", "fill arm1")
            .Select(bar => (Y: (double)bar.Attribute("y")!, Height: (double)bar.Attribute("height")!))
            .ToList();

        Assert.Equal(bars[0].Y + bars[0].Height, bars[1].Y, 1);
        Assert.Equal(bars[0].Height, bars[1].Height);
        Assert.Equal((bars[2].Y, 2 * bars[0].Height), (bars[3].Y, bars[3].Height));
        Assert.Equal(4 * 3, Of(svg, "line", "whisker text").Count());
        Assert.Equal(
            [
                ["Capacity", "1 (0.5 … 1.5)", "3 (2.5 … 3.5)", "+2"],
                ["Window", "-1 (-1.5 … -0.5)", "1 (0.5 … 1.5)", "+2"],
            ], Rows(chart));
    }

    [Fact]
    public void Cells_hold_their_numbers_and_a_line_runs_where_the_sign_changes()
    {
        var map = new HeatMap("gain", "capacity", "window", ["80", "100", "120"],
            [("1 min", [-2, -1, 1]), ("30 min", [-1, double.NaN, 3])], value => $"{value}");
        var svg = XElement.Parse(map.Draw(ChartWidth.Page));

        Assert.Equal(
            ["-2", "-1", "1", "-1", "–", "3"], Of(svg, "text", "value middle").Select(one => one.Value));
        Assert.Single(Of(svg, "line", "contour"));
        Assert.Equal(["above 0", "below 0"], map.Legend.Select(entry => entry.Name));
        Assert.Equal([["1 min", "-2", "-1", "1"], ["30 min", "-1", "–", "3"]], Rows(map));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_without_rows_is_only_its_axis()
    {
        var empty = new RowChart("none", "Listing", Difference);

        Assert.NotNull(XElement.Parse(empty.Draw(ChartWidth.Page)));
        Assert.Empty(Rows(empty));
        Assert.NotNull(XElement.Parse(new HeatMap("none", "x", "y", [], [], _ => "").Draw(ChartWidth.Page)));
    }

    [Fact]
    public void A_figure_has_a_picture_for_page_and_phone_and_its_numbers_beside_it()
    {
        var figure = XElement.Parse(ChartFigure.Of(Forest, "95 % intervals"));

        Assert.Equal(2, figure.Descendants("svg").Count());
        Assert.Equal("95 % intervals", figure.Element("figcaption")!.Value);
        Assert.Equal("details", figure.Elements().Last().Name.LocalName);
        Assert.Equal(
            ["stretch small"], figure.Descendants("li").Select(one => (string?)one.Attribute("class")));
    }

    private static IEnumerable<XElement> Of(XElement svg, string shape, string style) =>
        svg.Descendants(shape).Where(one => (string?)one.Attribute("class") == style);

    private static IEnumerable<IReadOnlyList<string>> Rows(IChart chart) =>
        XElement.Parse(chart.Table()).Descendants("tbody").Elements("tr")
            .Select(row => (IReadOnlyList<string>)[.. row.Elements("td").Select(cell => cell.Value)]);
}
