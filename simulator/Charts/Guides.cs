namespace FlashSale.Simulator;

/// <summary>A dashed line at a value of one axis, with a label.</summary>
/// <param name="At">The value.</param>
/// <param name="Label">What it means.</param>
/// <param name="IsAtX">Whether the value is one of the x axis; its label then stands above the plot.</param>
internal sealed record GuideLine(double At, string Label, bool IsAtX) : IChartLayer
{
    /// <summary>For a value of the y axis: whether the label stands on the left.</summary>
    public bool IsLabelLeft { get; init; }

    /// <summary>Its style, if it has a meaning of its own: bad, good …</summary>
    public string Colour { get; init; } = "";

    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Guides;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => [];

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        var style = $"mark {Colour}".TrimEnd();
        if (IsAtX)
        {
            if (plot.XAxis.Holds(At))
            {
                svg.Line(plot.X(At), plot.Top, plot.X(At), plot.Bottom, style);
            }
        }
        else if (plot.YAxis.Holds(At))
        {
            var y = plot.Y(At);
            svg.Line(plot.Left, y, plot.Right, y, style);
            svg.Text(IsLabelLeft ? plot.Left + 6 : plot.Right - 4, y - 6, Label,
                IsLabelLeft ? "note" : "note end");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => [];
}

/// <summary>A stretch of one axis that is shaded: a plateau, a shock, a difference too small.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">What it is.</param>
/// <param name="Colour">Its style: plateau, shock, small.</param>
/// <param name="IsAtX">Whether it is a stretch of the x axis.</param>
internal sealed record GuideArea(double From, double To, string Label, string Colour, bool IsAtX = true)
    : IChartLayer
{
    /// <summary>Whether its label stands above the plot; else the legend says what it is.</summary>
    public bool IsLabelled { get; init; }

    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Ground;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => IsLabelled ? [] : [new(Label, Colour, "stretch")];

    /// <summary>Whether a part of it lies on the axis.</summary>
    public bool IsOn(Axis axis) => From < axis.To && To > axis.From;

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        if (IsAtX && IsOn(plot.XAxis))
        {
            var (left, right) = (plot.X(From), plot.X(To));
            svg.Rectangle(left, plot.Top, Math.Max(1.5, right - left), plot.Height, $"stretch {Colour}");
        }
        else if (!IsAtX && IsOn(plot.YAxis))
        {
            var (top, bottom) = (plot.Y(To), plot.Y(From));
            svg.Rectangle(plot.Left, top, plot.Width, Math.Max(1.5, bottom - top), $"stretch {Colour}");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => [];
}
