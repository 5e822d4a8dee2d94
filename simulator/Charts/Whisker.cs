namespace FlashSale.Simulator;

/// <summary>Between what a value may lie: a line with an end at both.</summary>
internal sealed record Whisker(double Low, double High)
{
    private const double HalfEnd = 4;

    /// <summary>The two as text.</summary>
    public static string Text(Axis axis, double low, double high) => $"{axis.Text(low)} … {axis.Text(high)}";

    /// <summary>Draws it along the y axis.</summary>
    public void DrawUpright(Svg svg, Plot plot, double x, string style)
    {
        var (low, high) = (plot.Y(Low), plot.Y(High));
        svg.Line(x, low, x, high, style);
        foreach (var end in new[] { low, high })
        {
            svg.Line(x - HalfEnd, end, x + HalfEnd, end, style);
        }
    }

    /// <summary>Draws it between two places of a row.</summary>
    public static void DrawLevel(Svg svg, double low, double high, double y, string style)
    {
        svg.Line(low, y, high, y, style);
        foreach (var end in new[] { low, high })
        {
            svg.Line(end, y - HalfEnd, end, y + HalfEnd, style);
        }
    }
}
