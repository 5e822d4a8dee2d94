namespace FlashSale.Simulator;

/// <summary>
/// The losses of many points by the fluid model, which takes milliseconds for a day: where fits begin.
/// </summary>
/// <remarks>
/// It sees the clock of GMV alone, and neither buyers nor parcels. A factor that moves nothing in it is
/// unseen: fits begin in the middle of its range.
/// </remarks>
internal sealed class FluidScreen
{
    private const double Middle = 0.5;
    private const double ApartMin = 0.2;

    private readonly IReadOnlyList<IReadOnlyList<double>> _losses; // by year, then by point

    private FluidScreen(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<IReadOnlyList<double>> losses,
        IReadOnlyList<bool> seen) => (Points, _losses, Seen) = (points, losses, seen);

    /// <summary>The points, in the unit cube.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Points { get; }

    /// <summary>Whether each factor moves anything in the fluid model.</summary>
    public IReadOnlyList<bool> Seen { get; }

    /// <summary>Evaluates the points in all years; years go on side by side, and no result on how.</summary>
    /// <param name="points">The points, in the unit cube.</param>
    /// <param name="years">How many years.</param>
    /// <param name="dayOf">A day of each year by its place, to be asked for from one thread.</param>
    public static FluidScreen Of(
        IReadOnlyList<IReadOnlyList<double>> points, int years, Func<int, Func<IReadOnlyList<double>,
            double>> dayOf)
    {
        var factors = points[0].Count;
        IReadOnlyList<double> middle = [.. Enumerable.Repeat(Middle, factors)];
        var ends = Enumerable.Range(0, factors).SelectMany(factor => new[]
        {
            SimpleDesigns.With(middle, factor, 0), middle, SimpleDesigns.With(middle, factor, 1),
        });
        IReadOnlyList<IReadOnlyList<double>> all = [.. points, .. ends];
        IReadOnlyList<IReadOnlyList<double>> losses =
        [
            .. Enumerable.Range(0, years).AsParallel().AsOrdered().Select(year =>
                (IReadOnlyList<double>)[.. all.Select(dayOf(year))]),
        ];
        return new FluidScreen(points, losses,
        [
            .. Enumerable.Range(0, factors).Select(factor => losses.Any(loss =>
                loss.Skip(points.Count + (3 * factor)).Take(3).Distinct().Count() > 1)),
        ]);
    }

    /// <summary>The best points of some years, each apart from those before it.</summary>
    /// <param name="years">The places of the years.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<IReadOnlyList<double>> Best(IReadOnlyList<int> years, int count)
    {
        var best = new List<IReadOnlyList<double>>();
        foreach (var point in Enumerable.Range(0, Points.Count)
            .OrderBy(point => LossOf(point, years)).Select(point => Placed(Points[point])))
        {
            if (best.Count < count && best.TrueForAll(one => AreApart(one, point)))
            {
                best.Add(point);
            }
        }

        return best;
    }

    private double LossOf(int point, IReadOnlyList<int> years) =>
        CalibrationSearch.Mean([ExactSum.Of([.. years.Select(year => _losses[year][point])])]);

    private IReadOnlyList<double> Placed(IReadOnlyList<double> point) =>
        [.. point.Select((place, factor) => Seen[factor] ? place : Middle)];

    private static bool AreApart(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Zip(other, (x, y) => Math.Abs(x - y)).Max() > ApartMin;
}
