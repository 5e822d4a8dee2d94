namespace FlashSale.Simulator;

/// <summary>What is around the plot of a chart: axes with ticks and titles, and labels.</summary>
internal sealed class ChartFrame
{
    private const double TitleHeight = 27;
    private const double LabelHeight = 15;
    private const double XAxisHeight = 42;
    private const double RightMargin = 14;
    private const int LabelRowsMax = 6;

    private readonly Chart _chart;
    private readonly IReadOnlyList<ChartLabel> _labels;
    private readonly IReadOnlyList<(Curve Curve, double Y)> _ends;

    /// <summary>The frame of a chart for a width.</summary>
    public ChartFrame(Chart chart, ChartWidth width)
    {
        _chart = chart;
        (Width, Height) = width == ChartWidth.Page ? (800.0, chart.PageHeight) : (358.0, 285.0);
        var curves = chart.HasNamesAtEnds && width == ChartWidth.Page
            ? chart.Layers.OfType<Curve>().Where(curve => !curve.IsThin && curve.Name.Length > 0).ToList()
            : [];
        var left = chart.Y.Ticks.Select(tick => Plot.LengthOf(chart.Y.Label(tick))).DefaultIfEmpty().Max();
        var right = curves.Select(curve => Plot.LengthOf(curve.Name) + 10).DefaultIfEmpty(RightMargin).Max();
        var plot = new Plot(
            chart.X, chart.Y, left + 12, TitleHeight, Width - right, Height - XAxisHeight);
        _labels = ChartLabel.Place(LabelsOf(chart), plot, LabelRowsMax);
        var rows = _labels.Select(label => label.Row + 1).DefaultIfEmpty().Max();
        Plot = plot with { Top = TitleHeight + rows * LabelHeight + (rows > 0 ? 2 : 0) };
        _ends = Ends(curves, Plot);
    }

    /// <summary>The picture's width.</summary>
    public double Width { get; }

    /// <summary>The picture's height.</summary>
    public double Height { get; }

    /// <summary>The place between the axes.</summary>
    public Plot Plot { get; }

    /// <summary>Draws the axes: ticks, what they say, the grid, and the titles.</summary>
    public void DrawAxes(Svg svg)
    {
        foreach (var tick in _chart.Y.Ticks)
        {
            var y = Plot.Y(tick);
            svg.Line(Plot.Left, y, Plot.Right, y, "grid");
            svg.Text(Plot.Left - 8, y + 4, _chart.Y.Label(tick), "end");
        }

        DrawXTicks(svg, Plot, Width);
        svg.Text(0, 11, _chart.Y.Title, "axistitle");
    }

    /// <summary>Draws what is named above the plot and at the ends of curves.</summary>
    public void DrawLabels(Svg svg)
    {
        foreach (var label in _labels)
        {
            svg.Text(label.X, TitleHeight + (label.Row + 1) * LabelHeight - 4, label.Text,
                label.IsEnd ? "note end" : "note");
        }

        foreach (var (curve, y) in _ends)
        {
            svg.Text(Plot.Right + 7, y + 4, curve.Name, $"endname {curve.Colour}");
        }
    }

    /// <summary>The x axis of a plot: line, ticks that do not run into each other, title.</summary>
    public static void DrawXTicks(Svg svg, Plot plot, double width)
    {
        var ticks = plot.XAxis.Ticks
            .Select(tick => (X: plot.X(tick), Label: plot.XAxis.Label(tick)))
            .Select(tick => (tick.X, tick.Label, Half: Plot.LengthOf(tick.Label) / 2))
            .Select(tick => (tick.X, tick.Label,
                Middle: Math.Max(tick.Half, Math.Min(tick.X, width - tick.Half)), tick.Half))
            .ToList();
        var free = double.MinValue;
        foreach (var (x, label, middle, half) in ticks)
        {
            // The last one is always named: it says how far the axis goes.
            var end = label == ticks[^1].Label ? width : ticks[^1].Middle - ticks[^1].Half;
            svg.Line(x, plot.Bottom, x, plot.Bottom + 4, "axis");
            if (middle - half >= free && middle + half <= end)
            {
                svg.Text(middle, plot.Bottom + 18, label, "middle");
                free = middle + half + Plot.CharacterWidth;
            }
        }

        svg.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, "axis");
        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, plot.XAxis.Title, "axistitle middle");
    }

    private static IEnumerable<(double From, double To, string Text)> LabelsOf(Chart chart) => chart.Layers
        .SelectMany(layer => layer switch
        {
            GuideLine { IsAtX: true } line when chart.X.Holds(line.At) => [(line.At, line.At, line.Label)],
            GuideArea { IsAtX: true, IsLabelled: true } area when area.IsOn(chart.X) =>
                new[] { (Math.Max(area.From, chart.X.From), Math.Min(area.To, chart.X.To), area.Label) },
            _ => [],
        })
        .OrderBy(label => label.Item1);

    // From top to bottom, each at its curve's end, or as far below as the one above needs.
    private static List<(Curve Curve, double Y)> Ends(List<Curve> curves, Plot plot)
    {
        var ends = curves
            .Select(curve => (curve, Drawn: curve.Drawn(plot.XAxis, plot.YAxis)
                .LastOrDefault(point => double.IsFinite(point.Y), (0, double.NaN))))
            .Where(end => double.IsFinite(end.Drawn.Item2))
            .Select(end => (end.curve, Y: plot.Y(end.Drawn.Item2)))
            .OrderBy(end => end.Y)
            .ToList();
        for (var at = 1; at < ends.Count; at++)
        {
            ends[at] = ends[at] with { Y = Math.Max(ends[at].Y, ends[at - 1].Y + LabelHeight) };
        }

        for (var at = ends.Count - 1; at >= 0; at--)
        {
            var lowest = at == ends.Count - 1 ? plot.Bottom : ends[at + 1].Y - LabelHeight;
            ends[at] = ends[at] with { Y = Math.Min(ends[at].Y, lowest) };
        }

        return ends;
    }
}
