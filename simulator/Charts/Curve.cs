namespace FlashSale.Simulator;

/// <summary>A line through values that follow one another.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Colour">Its style: orders, payments, gmv …</param>
/// <param name="Points">Its points, by x; a value that is no number, or none of the axis, is a gap.</param>
internal sealed record Curve(string Name, string Colour, IReadOnlyList<(double X, double Y)> Points)
    : IChartLayer
{
    // As many as can be told apart on a page; fewer points are drawn as they are.
    private const int Columns = 240;

    /// <summary>What several points in one narrow column become.</summary>
    public CurveRule Rule { get; init; } = CurveRule.Rate;

    /// <summary>Whether the area below is filled.</summary>
    public bool HasArea { get; init; }

    /// <summary>Whether a value holds until the next one.</summary>
    public bool IsStep { get; init; }

    /// <summary>Whether it is one of many, as a seed's: thin, without name and values of its own.</summary>
    public bool IsThin { get; init; }

    /// <summary>How it is told apart without colour: dash2 … dash6; the first is not dashed.</summary>
    public string Dash { get; init; } = "";

    /// <inheritdoc/>
    public ChartDepth Depth => ChartDepth.Line;

    /// <inheritdoc/>
    public IEnumerable<LegendEntry> Legend => IsThin ? [] : [new(Name, Colour, "line", Dash)];

    /// <summary>The points that are drawn; a gap has no number as its y.</summary>
    public IReadOnlyList<(double X, double Y)> Drawn(Axis x, Axis y)
    {
        var drawn = new List<(double X, double Y)>();
        var column = new List<(double X, double Y)>();
        var at = -1;
        foreach (var point in Points.Where(point => x.Holds(point.X)))
        {
            var next = (int)(x.PartAt(point.X) * Columns);
            if (next != at)
            {
                Add(drawn, column, y);
                column.Clear();
                at = next;
            }

            column.Add(point);
        }

        Add(drawn, column, y);
        return drawn;
    }

    /// <summary>The highest point that is drawn over an axis; 0 if there is none.</summary>
    public double HighestOver(Axis x) => Drawn(x, Axis.FromZero(Name, 1, _ => "")).Select(point => point.Y)
        .Where(double.IsFinite).DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public void Draw(Svg svg, Plot plot)
    {
        var style = $"line {(IsThin ? "thin " : "")}{Colour} {Dash}".TrimEnd();
        foreach (var piece in Pieces(plot))
        {
            if (HasArea)
            {
                svg.Area([.. piece, (piece[^1].X, plot.Bottom), (piece[0].X, plot.Bottom)],
                    $"area {Colour}");
            }

            svg.Path(piece, style);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ChartReading> Readings(Axis x, Axis y) => IsThin ? []
        : Drawn(x, y).Where(point => double.IsFinite(point.Y)).Select(point =>
            new ChartReading(point.X, point.Y, x.Text(point.X), Name, y.Text(point.Y), Colour));

    private void Add(List<(double X, double Y)> drawn, List<(double X, double Y)> column, Axis y)
    {
        var known = column.Where(point => IsOf(y, point.Y)).ToList();
        if (known.Count == 0)
        {
            drawn.AddRange(column.Take(1).Select(point => (point.X, double.NaN)));
        }
        else if (Rule == CurveRule.Rate)
        {
            drawn.Add((known.Average(point => point.X), known.Average(point => point.Y)));
        }
        else
        {
            drawn.AddRange(new[]
            {
                known[0], known.MinBy(point => point.Y), known.MaxBy(point => point.Y), known[^1],
            }.Distinct().OrderBy(point => point.X));
        }
    }

    // Nothing is 0 on a logarithmic axis, and what is below its start is not at its start.
    private static bool IsOf(Axis y, double value) =>
        double.IsFinite(value) && (!y.IsLogarithmic || value >= y.From * (1 - 1e-9));

    private IEnumerable<List<(double X, double Y)>> Pieces(Plot plot)
    {
        var piece = new List<(double X, double Y)>();
        foreach (var (x, y) in Drawn(plot.XAxis, plot.YAxis))
        {
            if (double.IsFinite(y))
            {
                if (IsStep && piece.Count > 0)
                {
                    piece.Add((plot.X(x), piece[^1].Y));
                }

                piece.Add((plot.X(x), plot.Y(y)));
            }
            else if (piece.Count > 0)
            {
                yield return piece;
                piece = [];
            }
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }
}

/// <summary>What several points of a curve in one narrow column are.</summary>
internal enum CurveRule
{
    /// <summary>How much happened in a while: their mean, at the middle of them.</summary>
    Rate = 1,

    /// <summary>How much there was at a moment: the first, the lowest, the highest and the last.</summary>
    Level,
}
