namespace FlashSale.Simulator;

/// <summary>A rectangle of both axes that is shaded: where something mostly happens.</summary>
/// <param name="X">From where to where on the x axis; to infinity is to its end.</param>
/// <param name="Y">From where to where on the y axis.</param>
/// <param name="Label">What it is, for the legend.</param>
/// <param name="Colour">Its style.</param>
internal sealed record GuideBox(Whisker X, Whisker Y, string Label, string Colour) : IChartLayer
{
    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Band;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => [new(Label, Colour, "area")];

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        var (left, right) = (plot.X(In(X.Low, plot.XAxis)), plot.X(In(X.High, plot.XAxis)));
        var (bottom, top) = (plot.Y(In(Y.Low, plot.YAxis)), plot.Y(In(Y.High, plot.YAxis)));
        svg.Area([(left, bottom), (left, top), (right, top), (right, bottom)], $"area {Colour}");
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => [];

    private static double In(double value, Axis axis) => Math.Clamp(value, axis.From, axis.To);
}
