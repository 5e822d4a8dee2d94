namespace FlashSale.Simulator;

/// <summary>A chart with its legend, its caption and its numbers.</summary>
internal static class ChartFigure
{
    /// <summary>
    /// The chart twice, drawn for a page and for a phone, of which the style shows one; above it what its
    /// colours mean, below it a caption and, folded, the numbers.
    /// </summary>
    public static string Of(IChart chart, string caption) =>
        $"<figure>{Legend(chart.Legend)}"
        + $"<div class=\"wide\">{chart.Draw(ChartWidth.Page)}</div>"
        + $"<div class=\"narrow\">{chart.Draw(ChartWidth.Phone)}</div>"
        + $"<figcaption>{Html.Text(caption)}</figcaption>{Numbers(chart)}</figure>\n";

    /// <summary>Small charts beside each other that share legend and caption.</summary>
    public static string Of(IReadOnlyList<(string Name, IChart Chart)> charts, string caption) =>
        $"<figure>{Legend([.. charts.SelectMany(one => one.Chart.Legend).Distinct()])}"
        + "<div class=\"multiples\">" + string.Concat(charts.Select(one =>
            $"<div><h3>{Html.Text(one.Name)}</h3>{one.Chart.Draw(ChartWidth.Phone)}"
            + $"{Numbers(one.Chart)}</div>"))
        + $"</div><figcaption>{Html.Text(caption)}</figcaption></figure>\n";

    private static string Legend(IReadOnlyList<LegendEntry> legend) => legend.Count == 0 ? ""
        : "<ul class=\"legend\">" + string.Concat(legend.Select(entry =>
            $"<li class=\"{$"{entry.Form} {entry.Colour} {entry.Dash}".TrimEnd()}\">"
            + $"{Html.Text(entry.Name)}</li>")) + "</ul>";

    private static string Numbers(IChart chart) =>
        $"<details class=\"numbers\"><summary>Numbers of this chart</summary>\n{chart.Table()}</details>";
}
