namespace FlashSale.Simulator;

/// <summary>One row of a chart of rows.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value as text, with its interval if it has one.</param>
/// <param name="Segments">The parts of its bar; none if it is a point with whiskers.</param>
internal sealed record ChartRow(string Name, string Value, params IReadOnlyList<RowSegment> Segments)
{
    /// <summary>Its value as a point; null if the bar shows it.</summary>
    public double? Point { get; init; }

    /// <summary>The style of point and whiskers.</summary>
    public string Colour { get; init; } = "text";

    /// <summary>Between what its value may lie.</summary>
    public Whisker? Interval { get; init; }

    /// <summary>The wider one of two intervals, as that of all rows together.</summary>
    public Whisker? Outer { get; init; }

    // Parts that would lie on each other lie one below the other.
    private bool IsInLanes => Segments.Where((one, at) => Segments.Skip(at + 1).Any(one.Overlies)).Any();

    /// <summary>A bar whose parts follow one another from 0.</summary>
    public static ChartRow Stacked(
        string name, string value, IEnumerable<(double Length, string Colour, string Name)> parts)
    {
        var end = 0.0;
        return new ChartRow(
            name, value, [.. parts.Select(part => new RowSegment(end, end += part.Length, part.Colour)
            {
                Name = part.Name,
            })]);
    }

    /// <summary>How long the part of a name is, as text.</summary>
    public string TextOf(string name, Axis x) =>
        Segments.FirstOrDefault(segment => segment.Name == name)?.Text(x) ?? "–";

    /// <summary>Draws bar, whiskers and point.</summary>
    public void Draw(Svg svg, Plot plot, double top, double height)
    {
        var lane = IsInLanes ? height / Segments.Count : 0;
        for (var at = 0; at < Segments.Count; at++)
        {
            if (Segments[at].IsSeen)
            {
                Segments[at].Draw(svg, plot, top + at * lane, IsInLanes ? lane : height,
                    Segments.Count > 1 ? Name : "");
            }
        }

        var middle = top + height / 2;
        if (Outer is { } outer)
        {
            Whisker.DrawLevel(
                svg, plot.X(outer.Low), plot.X(outer.High), middle, $"whisker outer {Colour}");
        }

        if (Interval is { } interval)
        {
            Whisker.DrawLevel(
                svg, plot.X(interval.Low), plot.X(interval.High), middle, $"whisker {Colour}");
        }

        if (Point is { } point && double.IsFinite(point))
        {
            Dots.Mark(svg, plot.X(point), middle, "square", Colour);
        }
    }
}

/// <summary>A part of a bar, from one value to another; to the left if the second is less.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Colour">Its style.</param>
internal sealed record RowSegment(double From, double To, string Colour)
{
    /// <summary>What its colour means; empty if the row says it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What stands at its end.</summary>
    public string Label { get; init; } = "";

    /// <summary>Between what its end may lie; null if that is not known.</summary>
    public Whisker? Interval { get; init; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsSeen => double.IsFinite(From) && double.IsFinite(To) && From != To;

    /// <summary>Whether another part would lie on it.</summary>
    public bool Overlies(RowSegment other) => IsSeen && other.IsSeen
        && Math.Max(Math.Min(From, To), Math.Min(other.From, other.To))
            < Math.Min(Math.Max(From, To), Math.Max(other.From, other.To));

    /// <summary>How long it is, as text, with its interval if it has one.</summary>
    public string Text(Axis x) => x.Text(To - From)
        + (Interval is { } interval ? $" ({Whisker.Text(x, interval.Low, interval.High)})" : "");

    /// <summary>Draws it; one of several parts says its value when it is pointed at.</summary>
    public void Draw(Svg svg, Plot plot, double top, double height, string row)
    {
        var (left, right) = (plot.X(Math.Min(From, To)), plot.X(Math.Max(From, To)));
        var width = Math.Max(1, right - left);
        if (row.Length > 0)
        {
            svg.Hit($"{row}: {Name} {Text(plot.XAxis)}", shapes =>
            {
                shapes.Rectangle(left, top, width, height, $"fill {Colour}");
                DrawInterval(shapes, plot, top + height / 2);
            });
        }
        else
        {
            svg.Rectangle(left, top, width, height, $"fill {Colour}", 2);
            DrawInterval(svg, plot, top + height / 2);
        }

        if (Label.Length > 0)
        {
            svg.Text(To < From ? left - 6 : right + 6, top + height - 3.5, Label,
                To < From ? "value end" : "value");
        }
    }

    private void DrawInterval(Svg svg, Plot plot, double y)
    {
        if (Interval is { } interval)
        {
            Whisker.DrawLevel(svg, plot.X(interval.Low), plot.X(interval.High), y, "whisker text");
        }
    }
}
