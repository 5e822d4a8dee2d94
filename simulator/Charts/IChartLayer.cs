namespace FlashSale.Simulator;

/// <summary>Something drawn between the axes of a chart.</summary>
internal interface IChartLayer
{
    /// <summary>What it shows, for the legend; nothing if it is named where it is drawn.</summary>
    IEnumerable<LegendEntry> Legend { get; }

    /// <summary>How near it lies to who looks: areas are behind lines, lines behind points.</summary>
    ChartDepth Depth { get; }

    /// <summary>Draws it.</summary>
    void Draw(Svg svg, Plot plot);

    /// <summary>The values that it shows, as far as they are told apart.</summary>
    IEnumerable<ChartReading> Readings(Axis x, Axis y);
}

/// <summary>A value that a chart shows and says when it is pointed at.</summary>
/// <param name="X">Where on the x axis.</param>
/// <param name="Y">Where on the y axis.</param>
/// <param name="At">The x value as text.</param>
/// <param name="Series">Of what it is the value.</param>
/// <param name="Text">The value with its unit, and its interval if it has one.</param>
/// <param name="Colour">The style of its mark.</param>
internal readonly record struct ChartReading(
    double X, double Y, string At, string Series, string Text, string Colour);

/// <summary>The order in which layers are drawn, from the back to the front.</summary>
internal enum ChartDepth
{
    /// <summary>A stretch of an axis, behind the grid.</summary>
    Ground = 1,

    /// <summary>A band around a line.</summary>
    Band,

    /// <summary>A line.</summary>
    Line,

    /// <summary>Points, each of which can be pointed at.</summary>
    Points,

    /// <summary>Lines of reference with their labels.</summary>
    Guides,
}
