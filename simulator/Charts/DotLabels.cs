namespace FlashSale.Simulator;

/// <summary>Where the labels of dots go: beside their dot, and not over one another.</summary>
/// <param name="plot">The plot, which they stay in.</param>
internal sealed class DotLabels(Plot plot)
{
    private const double Beside = 8;
    private const double Height = 13;

    private static readonly (bool IsEnd, double Down)[] Places =
        [(false, 0), (true, 0), (false, -Height), (false, Height), (true, -Height), (true, Height)];

    private readonly List<(double Left, double Right, double Y)> _taken = [];

    /// <summary>
    /// The place of the next label: right of its dot, or where there is room; of a crowd the last lie over
    /// others.
    /// </summary>
    /// <param name="x">Where the dot is.</param>
    /// <param name="y">Where the dot is.</param>
    /// <param name="label">What it says.</param>
    /// <returns>Where the text begins, or ends if it is to the left.</returns>
    public (double X, double Y, bool IsEnd) Place(double x, double y, string label)
    {
        var fitting = Places.Where(place => IsWithin(Span(x, label, place.IsEnd))).DefaultIfEmpty(Places[1]);
        var (isEnd, down) = fitting.Where(place => IsFree(Span(x, label, place.IsEnd), y + place.Down))
            .DefaultIfEmpty(fitting.First()).First();
        var (left, right) = Span(x, label, isEnd);
        _taken.Add((left, right, y + down));
        return (isEnd ? right : left, y + down, isEnd);
    }

    private static (double Left, double Right) Span(double x, string label, bool isEnd) => isEnd
        ? (x - Beside - Plot.LengthOf(label), x - Beside) : (x + Beside, x + Beside + Plot.LengthOf(label));

    private bool IsWithin((double Left, double Right) span) =>
        span.Left >= plot.Left && span.Right <= plot.Right;

    private bool IsFree((double Left, double Right) span, double y) => !_taken.Exists(taken =>
        span.Left < taken.Right && taken.Left < span.Right && Math.Abs(y - taken.Y) < Height);
}
