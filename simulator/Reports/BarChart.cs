namespace FlashSale.Simulator;

/// <summary>Horizontal bars, one below the other, each with its name and its value as text.</summary>
/// <param name="Description">For those who do not see it.</param>
/// <param name="Highest">The value of a bar of full length.</param>
internal sealed record BarChart(string Description, double Highest)
{
    private const double BarHeight = 16;
    private const double CharacterWidth = 7.6;

    /// <summary>The bars, from top to bottom.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>Whether the part that a bar does not fill is shown.</summary>
    public bool HasTrack { get; init; }

    /// <summary>Draws the chart: names left of the bars on a page, above them on a phone.</summary>
    public string Draw(ChartWidth chartWidth)
    {
        var isPage = chartWidth == ChartWidth.Page;
        var (width, row) = isPage ? (800.0, 30.0) : (358.0, 46.0);
        var (left, right) = isPage ? (250.0, 600.0) : (2.0, width - 2);
        var svg = new Svg(width, row * Bars.Count + 4, Description);
        for (var at = 0; at < Bars.Count; at++)
        {
            var bar = Bars[at];
            var y = at * row + (isPage ? 7 : 22);
            if (HasTrack)
            {
                svg.Rectangle(left, y, right - left, BarHeight, "track", 3);
            }

            DrawSegments(svg, bar, left, right, y);
            if (isPage)
            {
                svg.Text(left - 10, y + 12.5, Shortened(bar.Name, left - 10), "name end");
                svg.Text(right + 12, y + 12.5, bar.Value, "value");
            }
            else
            {
                var room = right - left - (bar.Value.Length + 1) * CharacterWidth;
                svg.Text(left, y - 6, Shortened(bar.Name, room), "name");
                svg.Text(right, y - 6, bar.Value, "value end");
            }
        }

        return svg.ToString();
    }

    private static string Shortened(string name, double room)
    {
        var charactersMax = Math.Max(4, (int)(room / CharacterWidth));
        return name.Length <= charactersMax ? name : name[..(charactersMax - 1)].TrimEnd() + "…";
    }

    private void DrawSegments(Svg svg, Bar bar, double left, double right, double y)
    {
        var x = left;
        foreach (var segment in bar.Segments)
        {
            var length = Math.Clamp(segment.Length / Highest, 0, 1) * (right - left);
            if (length > 0)
            {
                svg.Rectangle(x, y, Math.Max(1, length), BarHeight, $"fill {segment.Colour}", 2);
                x += length;
            }
        }
    }
}

/// <summary>One bar.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Segments">Its parts, from left to right; usually one.</param>
internal sealed record Bar(string Name, string Value, params IReadOnlyList<Segment> Segments);

/// <summary>A part of a bar.</summary>
/// <param name="Length">Its value.</param>
/// <param name="Colour">Its style.</param>
internal readonly record struct Segment(double Length, string Colour);
