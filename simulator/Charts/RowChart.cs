namespace FlashSale.Simulator;

/// <summary>
/// Rows, one below the other, along one titled axis: bars with or without whiskers, a forest of intervals, a
/// tornado. Each row has its name and its value as text.
/// </summary>
/// <param name="Description">For those who do not see it.</param>
/// <param name="Names">What a row is: category, listing, comparison.</param>
/// <param name="X">The axis of the values.</param>
/// <param name="Rows">The rows, from top to bottom.</param>
internal sealed record RowChart(
    string Description, string Names, Axis X, params IReadOnlyList<ChartRow> Rows) : IChart
{
    private const double BarHeight = 16;
    private const double CharacterWidth = 7.9;
    private const double PhoneNameHeight = 22;
    private const double BandMargin = 4;
    private const double GuideHeight = 18;
    private const double AxisHeight = 42;

    /// <summary>Lines and stretches of the axis that values are seen against.</summary>
    public IReadOnlyList<IChartLayer> Guides { get; init; } = [];

    /// <summary>Whether the part that a bar does not fill is shown.</summary>
    public bool HasTrack { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<LegendEntry> Legend =>
    [
        .. Rows.SelectMany(row => row.Segments).Where(segment => segment.Name.Length > 0)
            .Select(segment => new LegendEntry(segment.Name, segment.Colour, "block")).Distinct(),
        .. Guides.SelectMany(guide => guide.Legend),
    ];

    /// <inheritdoc/>
    public string Draw(ChartWidth width)
    {
        var isPage = width == ChartWidth.Page;
        var (pictureWidth, rowHeight) = isPage ? (800.0, 30.0) : (358.0, 46.0);
        var top = Labels().Any() ? GuideHeight : 4;
        var names = Math.Clamp(Longest(row => row.Name), 60, 250);
        var values = Math.Clamp(Longest(row => row.Value), 10, 330);
        var bottom = top + rowHeight * Rows.Count;
        var plot = new Plot(
            X, Axis.Linear("", 0, 1, 1, _ => ""), isPage ? names + 10 : 10, top,
            isPage ? pictureWidth - values - 12 : pictureWidth - 14, bottom);
        var svg = new Svg(pictureWidth, bottom + AxisHeight, Description);
        IReadOnlyList<Plot> bands = isPage ? [plot]
            : [.. Rows.Select((_, at) => BandOf(plot, top + at * rowHeight))];
        DrawGuides(svg, bands, ChartDepth.Ground);
        foreach (var (band, tick) in bands.SelectMany(band => X.Ticks.Select(tick => (band, tick))))
        {
            svg.Line(band.X(tick), band.Top, band.X(tick), band.Bottom, "grid");
        }

        for (var at = 0; at < Rows.Count; at++)
        {
            DrawRow(svg, plot, Rows[at], top + at * rowHeight, rowHeight, pictureWidth, isPage);
        }

        DrawGuides(svg, bands, ChartDepth.Guides);
        foreach (var label in ChartLabel.Place(Labels(), plot, rowsMax: 1))
        {
            svg.Text(label.X, GuideHeight - 6, label.Text, label.IsEnd ? "note end" : "note");
        }

        ChartFrame.DrawXTicks(svg, plot, pictureWidth);
        return svg.ToString();
    }

    /// <inheritdoc/>
    public string Table()
    {
        var names = Rows.Any(row => row.Segments.Count > 1)
            ? Rows.SelectMany(row => row.Segments).Select(segment => segment.Name).Distinct().ToList() : [];
        return Html.Table(
            Description, [Names, .. names.Select(name => $"#{name}"), $"#{X.Title}"],
            Rows.Select(row => (IReadOnlyList<string>)
                [row.Name, .. names.Select(name => row.TextOf(name, X)), row.Value]));
    }

    private double Longest(Func<ChartRow, string> text) =>
        Rows.Select(row => text(row).Length * CharacterWidth).DefaultIfEmpty().Max();

    private IEnumerable<(double From, double To, string Text)> Labels() => Guides.OfType<GuideLine>()
        .Where(line => line.Label.Length > 0 && X.Holds(line.At))
        .OrderBy(line => line.At).Select(line => (line.At, line.At, line.Label));

    private void DrawGuides(Svg svg, IReadOnlyList<Plot> bands, ChartDepth depth)
    {
        foreach (var guide in Guides.Where(guide => guide.Depth == depth))
        {
            foreach (var band in bands)
            {
                guide.Draw(svg, band);
            }
        }
    }

    // On a phone the name of a row stands above its bar: what is behind bars leaves it free.
    private static Plot BandOf(Plot plot, double top) => plot with
    {
        Top = top + PhoneNameHeight - BandMargin,
        Bottom = top + PhoneNameHeight + BarHeight + BandMargin,
    };

    private void DrawRow(
        Svg svg, Plot plot, ChartRow row, double top, double height, double pictureWidth, bool isPage)
    {
        var y = top + (isPage ? 7 : PhoneNameHeight);
        svg.Hit($"{row.Name}: {row.Value}", shapes =>
            shapes.Rectangle(0, top, pictureWidth, height, "target row"));
        if (HasTrack)
        {
            svg.Rectangle(plot.Left, y, plot.Width, BarHeight, "track", 3);
        }

        row.Draw(svg, plot, y, BarHeight);
        if (isPage)
        {
            svg.Text(plot.Left - 10, y + 12.5, Shortened(row.Name, plot.Left - 10), "name end");
            svg.Text(plot.Right + 12, y + 12.5, row.Value, "value");
        }
        else
        {
            var room = pictureWidth - (row.Value.Length + 1) * CharacterWidth;
            svg.Text(2, y - 6, Shortened(row.Name, room), "name");
            svg.Text(pictureWidth - 2, y - 6, row.Value, "value end");
        }
    }

    private static string Shortened(string name, double room)
    {
        var charactersMax = Math.Max(4, (int)(room / CharacterWidth));
        return name.Length <= charactersMax ? name : name[..(charactersMax - 1)].TrimEnd() + "…";
    }
}
