namespace FlashSale.Simulator;

/// <summary>A band between two values along the x axis, as that which holds 95 % of the runs.</summary>
/// <param name="Name">What it holds; empty if the caption says it.</param>
/// <param name="Colour">Its style, that of its line.</param>
/// <param name="Points">Lowest and highest value, by x.</param>
internal sealed record Ribbon(
    string Name, string Colour, IReadOnlyList<(double X, double Low, double High)> Points) : IChartLayer
{
    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Band;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, Colour, "area")];

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        var points = Known(plot.XAxis).ToList();
        if (points.Count > 0)
        {
            var low = points.Select(point => (plot.X(point.X), plot.Y(point.Low))).Reverse();
            svg.Area([.. points.Select(point => (plot.X(point.X), plot.Y(point.High))), .. low],
                $"area {Colour}");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => Name.Length == 0 ? []
        : Known(x).Select(point => new ChartReading(
            point.X, (point.Low + point.High) / 2, x.Text(point.X), Name,
            Whisker.Text(y, point.Low, point.High), ""));

    private IEnumerable<(double X, double Low, double High)> Known(Axis x) => Points.Where(point =>
        x.Holds(point.X) && double.IsFinite(point.Low) && double.IsFinite(point.High));
}
