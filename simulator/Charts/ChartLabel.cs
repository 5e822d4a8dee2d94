namespace FlashSale.Simulator;

/// <summary>A label above a plot, in a row where it runs into no other.</summary>
/// <param name="X">Where it begins, or ends.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsEnd">Whether it ends at its place, because there is no room on the right.</param>
/// <param name="Row">Its row, from the top.</param>
internal readonly record struct ChartLabel(double X, string Text, bool IsEnd, int Row)
{
    private const double Gap = 8;

    /// <summary>Places labels by x, in as many rows as they need and there may be.</summary>
    /// <remarks>Those for which there is no room are left out.</remarks>
    public static IReadOnlyList<ChartLabel> Place(
        IEnumerable<(double From, double To, string Text)> labels, Plot plot, int rowsMax)
    {
        var placed = new List<ChartLabel>();
        var free = new double[rowsMax];
        foreach (var (from, to, text) in labels)
        {
            var length = Plot.LengthOf(text);
            var isEnd = plot.X(from) + length > plot.Right;
            var x = isEnd ? plot.X(to) : plot.X(from);
            var start = isEnd ? x - length : x;
            var row = Array.FindIndex(free, end => start >= end);
            if (row >= 0)
            {
                placed.Add(new ChartLabel(x, text, isEnd, row));
                free[row] = start + length + Gap;
            }
        }

        return placed;
    }
}
