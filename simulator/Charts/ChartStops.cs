namespace FlashSale.Simulator;

/// <summary>A place on the x axis at which lines say their values.</summary>
/// <param name="At">The place as text.</param>
/// <param name="Readings">The value of each.</param>
internal sealed record ChartStop(string At, IReadOnlyList<ChartReading> Readings)
{
    /// <summary>What it says when it is pointed at.</summary>
    public string Text => $"{At}: {string.Join("; ", Readings.Select(one => $"{one.Series} {one.Text}"))}";
}

/// <summary>The places on the x axis at which lines say their values: as many as can be pointed at.</summary>
internal static class ChartStops
{
    private const int Parts = 60;

    /// <summary>
    /// In each part of the axis a point, the first and the last one among them, and what other lines have
    /// there.
    /// </summary>
    public static IReadOnlyList<ChartStop> Of(Axis x, IReadOnlyList<IReadOnlyList<ChartReading>> lines)
    {
        var parts = lines
            .Select(line => line.ToLookup(reading => Math.Min(Parts - 1, (int)(x.PartAt(reading.X) * Parts))))
            .ToList();
        return
        [
            .. Enumerable.Range(0, Parts).SelectMany(part => parts
                .Select(line => Nearest(line[part], x, part / (Parts - 1.0)))
                .OfType<ChartReading>()
                .GroupBy(reading => reading.At)
                .OrderBy(stop => stop.First().X)
                .Select(stop => new ChartStop(stop.Key, [.. stop]))),
        ];
    }

    /// <summary>
    /// Draws them: columns that are not seen, and when one is pointed at, a line and a mark on each curve.
    /// </summary>
    public static void Draw(Svg svg, Plot plot, IReadOnlyList<ChartStop> stops)
    {
        for (var at = 0; at < stops.Count; at++)
        {
            var x = plot.X(stops[at].Readings[0].X);
            var left = at == 0 ? plot.Left : (x + plot.X(stops[at - 1].Readings[0].X)) / 2;
            var right = at + 1 == stops.Count
                ? plot.Right : (x + plot.X(stops[at + 1].Readings[0].X)) / 2;
            svg.Hit(stops[at].Text, shapes =>
            {
                shapes.Rectangle(left, plot.Top, Math.Max(0, right - left), plot.Height, "target");
                shapes.Line(x, plot.Top, x, plot.Bottom, "seen mark");
                foreach (var reading in stops[at].Readings.Where(one => one.Colour.Length > 0))
                {
                    shapes.Dot(plot.X(reading.X), plot.Y(reading.Y), 3.5, $"seen dot {reading.Colour}");
                }
            });
        }
    }

    private static ChartReading? Nearest(IEnumerable<ChartReading> readings, Axis x, double wanted)
    {
        var known = readings.ToList();
        return known.Count == 0 ? null : known.MinBy(one => Math.Abs(x.PartAt(one.X) - wanted));
    }
}
