namespace FlashSale.Simulator;

/// <summary>A number in each cell of rows and columns, shaded by size and told apart by sign.</summary>
/// <param name="Description">For those who do not see it.</param>
/// <param name="XTitle">What the columns are, with unit.</param>
/// <param name="YTitle">What the rows are, with unit.</param>
/// <param name="Columns">The columns, from left to right.</param>
/// <param name="Rows">The rows, from top to bottom, each with a value for every column.</param>
/// <param name="Label">How a value is written.</param>
internal sealed record HeatMap(
    string Description, string XTitle, string YTitle, IReadOnlyList<string> Columns,
    IReadOnlyList<(string Name, IReadOnlyList<double> Values)> Rows, Func<double, string> Label) : IChart
{
    private const double CellHeight = 34;
    private const double Top = 20;
    private const double Bottom = 42;

    /// <summary>What values above 0 mean, and those below it.</summary>
    public (string Above, string Below) Meaning { get; init; } = ("above 0", "below 0");

    /// <inheritdoc/>
    public IReadOnlyList<LegendEntry> Legend =>
    [
        .. Values.Any(value => value > 0) ? [new LegendEntry(Meaning.Above, "above", "block")]
            : Array.Empty<LegendEntry>(),
        .. Values.Any(value => value < 0) ? [new LegendEntry(Meaning.Below, "below", "block")]
            : Array.Empty<LegendEntry>(),
    ];

    private IEnumerable<double> Values => Rows.SelectMany(row => row.Values).Where(double.IsFinite);

    /// <inheritdoc/>
    public string Draw(ChartWidth width)
    {
        var pictureWidth = width == ChartWidth.Page ? 800.0 : 358.0;
        var left = Rows.Select(row => Plot.LengthOf(row.Name)).DefaultIfEmpty().Max() + 12;
        var cell = (pictureWidth - left) / Math.Max(1, Columns.Count);
        var bottom = Top + CellHeight * Rows.Count;
        var largest = Values.Select(Math.Abs).DefaultIfEmpty().Max();
        var svg = new Svg(pictureWidth, bottom + Bottom, Description);
        svg.Text(0, 11, YTitle, "axistitle");
        for (var row = 0; row < Rows.Count; row++)
        {
            var y = Top + row * CellHeight;
            svg.Text(left - 8, y + CellHeight / 2 + 4, Rows[row].Name, "end");
            for (var column = 0; column < Columns.Count; column++)
            {
                DrawCell(svg, row, column, (left + column * cell, y, cell), largest);
            }
        }

        DrawContour(svg, left, cell);
        for (var column = 0; column < Columns.Count; column++)
        {
            svg.Text(left + (column + 0.5) * cell, bottom + 18, Columns[column], "middle");
        }

        return svg.Text((left + pictureWidth) / 2, bottom + 36, XTitle, "axistitle middle").ToString();
    }

    /// <inheritdoc/>
    public string Table() => Html.Table(
        Description, [$"{YTitle} by {XTitle}", .. Columns.Select(name => $"#{name}")],
        Rows.Select(row => (IReadOnlyList<string>)[row.Name, .. row.Values.Select(Text)]));

    private string Text(double value) => double.IsFinite(value) ? Label(value) : "–";

    private void DrawCell(
        Svg svg, int row, int column, (double X, double Y, double Width) place, double largest)
    {
        const int shades = 9;
        var value = Rows[row].Values[column];
        var text = Text(value);
        var size = double.IsFinite(value) && largest > 0 ? Math.Abs(value) / largest : 0;
        var shade = (int)Math.Round(size * shades, MidpointRounding.AwayFromZero);
        svg.Hit($"{Rows[row].Name}, {Columns[column]}: {text}", shapes => shapes.Rectangle(
            place.X + 1, place.Y + 1, place.Width - 2, CellHeight - 2,
            $"cell {(value < 0 ? "below" : "above")} shade{shade}"));
        svg.Text(place.X + place.Width / 2, place.Y + CellHeight / 2 + 4.5, text, "value middle");
    }

    // Between cells of unlike signs: where the sign of the answer changes.
    private void DrawContour(Svg svg, double left, double cell)
    {
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                var (x, y) = (left + column * cell, Top + row * CellHeight);
                if (column > 0 && AreUnlike(Rows[row].Values[column], Rows[row].Values[column - 1]))
                {
                    svg.Line(x, y, x, y + CellHeight, "contour");
                }

                if (row > 0 && AreUnlike(Rows[row].Values[column], Rows[row - 1].Values[column]))
                {
                    svg.Line(x, y, x + cell, y, "contour");
                }
            }
        }
    }

    private static bool AreUnlike(double one, double other) =>
        double.IsFinite(one) && double.IsFinite(other) && Math.Sign(one) * Math.Sign(other) < 0;
}
