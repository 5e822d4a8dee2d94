namespace FlashSale.Simulator;

/// <summary>Series over an axis of time, with marks for what matters.</summary>
internal sealed record LineChart(string Description, Axis X, Axis Y)
{
    private const double Right = 14;
    private const double Top = 16;
    private const double Bottom = 28;
    private const double CharacterWidth = 7.5;
    private const int ColumnWidth = 3;

    /// <summary>The series, drawn in this order.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Dashed lines at a value, with a label.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>A stretch of the x axis that is shaded; null if none is.</summary>
    public (double From, double To)? Band { get; init; }

    /// <summary>Draws the chart.</summary>
    public string Draw(ChartWidth chartWidth)
    {
        var (width, height) = chartWidth == ChartWidth.Page ? (800.0, 330.0) : (358.0, 270.0);
        var labels = Y.Ticks.Max(tick => Y.Label(tick).Length) * CharacterWidth;
        var plot = new Plot(labels + 12, Top, width - Right, height - Bottom);
        var svg = new Svg(width, height, Description);
        if (Band is { } band)
        {
            var from = plot.X(X.PartAt(band.From));
            svg.Rectangle(from, plot.Top, plot.X(X.PartAt(band.To)) - from, plot.Bottom - plot.Top, "band");
        }

        DrawAxes(svg, plot);
        foreach (var series in Series)
        {
            DrawSeries(svg, plot, series);
        }

        foreach (var mark in Marks)
        {
            DrawMark(svg, plot, mark);
        }

        return svg.ToString();
    }

    private void DrawAxes(Svg svg, Plot plot)
    {
        foreach (var tick in Y.Ticks)
        {
            var y = plot.Y(Y.PartAt(tick));
            svg.Line(plot.Left, y, plot.Right, y, "grid");
            svg.Text(plot.Left - 8, y + 4, Y.Label(tick), "end");
        }

        var free = double.MinValue;
        foreach (var tick in X.Ticks)
        {
            var x = plot.X(X.PartAt(tick));
            var label = X.Label(tick);
            var half = label.Length * CharacterWidth / 2;
            svg.Line(x, plot.Bottom, x, plot.Bottom + 4, "axis");
            if (x - half >= free)
            {
                var isLast = x + half > plot.Right + Right;
                svg.Text(isLast ? plot.Right + Right : x, plot.Bottom + 19, label, isLast ? "end" : "middle");
                free = x + half + CharacterWidth;
            }
        }

        svg.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, "axis");
    }

    private void DrawSeries(Svg svg, Plot plot, Series series)
    {
        var points = series.Points
            .Select(point => (X: plot.X(X.PartAt(point.X)), Y: plot.Y(Y.PartAt(point.Y))))
            .ToList();
        if (series.Form == SeriesForm.Dots)
        {
            for (var at = 0; at < points.Count; at++)
            {
                svg.Dot(points[at].X, points[at].Y, 4.2, $"dot {series.Colour}", series.Titles[at]);
            }

            return;
        }

        var thinned = Thin(points);
        if (series.Form == SeriesForm.Area)
        {
            svg.Area(thinned, plot.Bottom, $"area {series.Colour}");
        }

        svg.Path(thinned, $"line {series.Colour}");
    }

    // Several points in one narrow column become their mean: what a rate is over that time.
    private static List<(double X, double Y)> Thin(List<(double X, double Y)> points) =>
    [
        .. points.GroupBy(point => (int)point.X / ColumnWidth)
            .Select(column => (column.Average(point => point.X), column.Average(point => point.Y))),
    ];

    private void DrawMark(Svg svg, Plot plot, Mark mark)
    {
        if (mark.IsAtX)
        {
            var x = plot.X(X.PartAt(mark.At));
            var isLeft = x + mark.Label.Length * CharacterWidth + 8 > plot.Right;
            svg.Line(x, plot.Top, x, plot.Bottom, "mark");
            svg.Text(isLeft ? x - 6 : x + 6, plot.Top + 12, mark.Label, isLeft ? "note end" : "note");
            return;
        }

        var y = plot.Y(Y.PartAt(mark.At));
        svg.Line(plot.Left, y, plot.Right, y, "mark");
        svg.Text(mark.IsLabelLeft ? plot.Left + 6 : plot.Right - 4, y - 6, mark.Label,
            mark.IsLabelLeft ? "note" : "note end");
    }

    private readonly record struct Plot(double Left, double Top, double Right, double Bottom)
    {
        public double X(double part) => Left + part * (Right - Left);

        public double Y(double part) => Bottom - part * (Bottom - Top);
    }
}

/// <summary>One series of a chart.</summary>
/// <param name="Colour">Its style: orders, payments, gmv …</param>
/// <param name="Points">Its points, by x.</param>
/// <param name="Form">How it is drawn.</param>
internal sealed record Series(
    string Colour, IReadOnlyList<(double X, double Y)> Points, SeriesForm Form = SeriesForm.Line)
{
    /// <summary>For dots: what each says when it is pointed at.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];
}

/// <summary>How a series is drawn.</summary>
internal enum SeriesForm
{
    /// <summary>A line.</summary>
    Line = 1,

    /// <summary>A line with the area below it filled.</summary>
    Area,

    /// <summary>Dots.</summary>
    Dots,
}

/// <summary>A dashed line at a value of one axis.</summary>
/// <param name="At">The value.</param>
/// <param name="Label">What it means.</param>
/// <param name="IsAtX">Whether the value is one of the x axis.</param>
/// <param name="IsLabelLeft">For a value of the y axis: whether the label stands on the left.</param>
internal sealed record Mark(double At, string Label, bool IsAtX, bool IsLabelLeft = false);
