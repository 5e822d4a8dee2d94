namespace FlashSale.Simulator;

/// <summary>Points, each of which says its values when it is pointed at.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Colour">Their style.</param>
/// <param name="Points">The points.</param>
internal sealed record Dots(string Name, string Colour, IReadOnlyList<Dot> Points) : IChartLayer
{
    private const double HitRadius = 9;

    /// <summary>dot, hollow, square or diamond: told apart without colour.</summary>
    public string Shape { get; init; } = "dot";

    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Points;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => Points.Count == 0 ? [] : [new(Name, Colour, Shape)];

    /// <summary>A mark of one of the shapes.</summary>
    public static void Mark(Svg svg, double x, double y, string shape, string colour)
    {
        const double radius = 4.2;
        switch (shape)
        {
            case "square":
                svg.Rectangle(x - radius, y - radius, 2 * radius, 2 * radius, $"dot {colour}");
                break;
            case "diamond":
                const double half = radius * 1.35;
                svg.Area([(x - half, y), (x, y - half), (x + half, y), (x, y + half)], $"dot {colour}");
                break;
            default:
                svg.Dot(x, y, radius, shape == "hollow" ? $"dot hollow {colour}" : $"dot {colour}");
                break;
        }
    }

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        var labels = new DotLabels(plot);
        foreach (var (dot, reading) in Known(plot.XAxis, plot.YAxis))
        {
            var (x, y) = (plot.X(dot.X), plot.Y(dot.Y));
            svg.Hit($"{reading.At}: {reading.Series} {reading.Text}", shapes =>
            {
                shapes.Dot(x, y, HitRadius, "target");
                dot.Outer?.DrawUpright(shapes, plot, x, $"whisker outer {Colour}");
                dot.Interval?.DrawUpright(shapes, plot, x, $"whisker {Colour}");
                Mark(shapes, x, y, Shape, Colour);
            });
            if (dot.Label.Length > 0)
            {
                var label = labels.Place(x, y, dot.Label);
                svg.Text(label.X, label.Y + 4, dot.Label, label.IsEnd ? "note end" : "note");
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => Known(x, y).Select(known => known.Reading);

    private IEnumerable<(Dot Dot, ChartReading Reading)> Known(Axis x, Axis y) =>
        from dot in Points
        where x.Holds(dot.X) && y.Holds(dot.Y)
        let interval = dot.Interval is { } whisker ? $" ({Whisker.Text(y, whisker.Low, whisker.High)})" : ""
        let name = dot.Label.Length > 0 ? $"{dot.Label}: " : ""
        let note = dot.Note.Length > 0 ? $" ({dot.Note})" : ""
        select (dot, new ChartReading(
            dot.X, dot.Y, x.Text(dot.X), Name, $"{name}{y.Text(dot.Y)}{interval}{note}", Colour));
}

/// <summary>One point.</summary>
/// <param name="X">Its x value.</param>
/// <param name="Y">Its y value.</param>
internal sealed record Dot(double X, double Y)
{
    /// <summary>Between what its y value may lie.</summary>
    public Whisker? Interval { get; init; }

    /// <summary>The wider one of two intervals, as that of all figures together.</summary>
    public Whisker? Outer { get; init; }

    /// <summary>What stands beside it.</summary>
    public string Label { get; init; } = "";

    /// <summary>What else it says, as its source.</summary>
    public string Note { get; init; } = "";
}
