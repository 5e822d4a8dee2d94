namespace FlashSale.Simulator;

/// <summary>What lies between two titled axes, layer over layer.</summary>
/// <param name="Description">For those who do not see it.</param>
/// <param name="X">The axis from left to right.</param>
/// <param name="Y">The axis from bottom to top.</param>
/// <param name="Layers">What is drawn; each lies at its own depth.</param>
internal sealed record Chart(
    string Description, Axis X, Axis Y, params IReadOnlyList<IChartLayer> Layers) : IChart
{
    /// <summary>Whether the name of a curve stands at its end, where there is room beside the plot.</summary>
    public bool HasNamesAtEnds { get; init; }

    /// <summary>How high the picture is on a page.</summary>
    public double PageHeight { get; init; } = 340;

    /// <inheritdoc/>
    public IReadOnlyList<LegendEntry> Legend =>
        [.. Layers.SelectMany(layer => layer.Legend).Where(entry => entry.Name.Length > 0).Distinct()];

    /// <inheritdoc/>
    public string Draw(ChartWidth width)
    {
        var frame = new ChartFrame(this, width);
        var svg = new Svg(frame.Width, frame.Height, Description);
        Draw(svg, frame.Plot, ChartDepth.Ground);
        frame.DrawAxes(svg);
        Draw(svg, frame.Plot, ChartDepth.Band);
        Draw(svg, frame.Plot, ChartDepth.Line);
        ChartStops.Draw(svg, frame.Plot, Stops());
        Draw(svg, frame.Plot, ChartDepth.Points);
        Draw(svg, frame.Plot, ChartDepth.Guides);
        frame.DrawLabels(svg);
        if (!Layers.Any(layer => layer.Readings(X, Y).Any()))
        {
            svg.Text((frame.Plot.Left + frame.Plot.Right) / 2, (frame.Plot.Top + frame.Plot.Bottom) / 2,
                "nothing to show", "middle");
        }

        return svg.ToString();
    }

    /// <inheritdoc/>
    public string Table() => ChartTable.Of(
        Description, X.Title,
        [
            .. Stops().SelectMany(stop => stop.Readings),
            .. Layers.Where(layer => layer.Depth == ChartDepth.Points)
                .SelectMany(layer => layer.Readings(X, Y)),
        ]);

    /// <summary>Where along the x axis lines and bands say their values.</summary>
    internal IReadOnlyList<ChartStop> Stops() => ChartStops.Of(X, [.. Layers
        .Where(layer => layer.Depth is ChartDepth.Line or ChartDepth.Band)
        .OrderByDescending(layer => layer.Depth)
        .Select(layer => layer.Readings(X, Y).ToList())]);

    private void Draw(Svg svg, Plot plot, ChartDepth depth)
    {
        foreach (var layer in Layers.Where(layer => layer.Depth == depth))
        {
            layer.Draw(svg, plot);
        }
    }
}
