namespace FlashSale.Simulator;

/// <summary>A point that was evaluated, in the unit cube, and its loss.</summary>
/// <param name="Point">The coordinates.</param>
/// <param name="Loss">The mean over the search's seeds; less is better.</param>
public sealed record SimplexPoint(IReadOnlyList<double> Point, double Loss);

/// <summary>Where a simplex search stands: the points of the next round, or all that it evaluated.</summary>
/// <param name="Wanted">The points of the next round; none at the end.</param>
/// <param name="Best">The points that were evaluated, best first; null while points are wanted.</param>
public sealed record SimplexStep(
    IReadOnlyList<IReadOnlyList<double>> Wanted, IReadOnlyList<SimplexPoint>? Best);

/// <summary>
/// Looks for the smallest loss over several numbers: Nelder and Mead's simplex, from some starts.
/// </summary>
/// <remarks>
/// Computer Journal 7 (1965), with reflection 1, expansion 2, contraction and shrinking ½. On common seeds
/// the mean is a plain function of the point, so the simplex is not led astray by luck; that its best point
/// is lucky on those seeds remains, and fresh seeds tell. Points that leave the unit cube are put back on its
/// face.
/// </remarks>
/// <param name="Starts">Where it begins, once each: the best points of a screen.</param>
/// <param name="EvaluationsMax">The most points of each start.</param>
/// <param name="FirstStep">The edge of the first simplex.</param>
/// <param name="SmallestStep">The simplex ends when it is not larger than this.</param>
public sealed record SimplexSearch(
    IReadOnlyList<IReadOnlyList<double>> Starts, int EvaluationsMax, double FirstStep = 0.15,
    double SmallestStep = 0.005)
{
    /// <summary>The points of the next round, or the answer.</summary>
    /// <param name="lossOf">The loss of a point that was asked for; null while it was not run.</param>
    public SimplexStep After(Func<IReadOnlyList<double>, double?> lossOf)
    {
        ArgumentNullException.ThrowIfNull(lossOf);
        var evaluated = new List<SimplexPoint>();
        foreach (var start in Starts)
        {
            // Each round is told its losses in the list before it goes on.
            var losses = new List<SimplexPoint>();
            foreach (var wanted in Rounds(start, losses))
            {
                List<IReadOnlyList<double>> missing = [.. wanted.Where(point => lossOf(point) is null)];
                if (missing.Count > 0)
                {
                    return new SimplexStep(missing, null);
                }

                losses.Clear();
                losses.AddRange(wanted.Select(point => new SimplexPoint(point, lossOf(point)!.Value)));
                evaluated.AddRange(losses);
            }
        }

        return new SimplexStep([], [.. evaluated.OrderBy(one => one.Loss)]);
    }

    private IEnumerable<IReadOnlyList<IReadOnlyList<double>>> Rounds(
        IReadOnlyList<double> start, List<SimplexPoint> losses)
    {
        yield return First(start);
        var simplex = losses.OrderBy(one => one.Loss).ToList();
        for (var used = simplex.Count; used < EvaluationsMax && SizeOf(simplex) > SmallestStep;)
        {
            var worst = simplex[^1];
            yield return [Moved(simplex, worst.Point, 1)];
            var (reflected, count) = (losses[0], 1);
            if (reflected.Loss < simplex[0].Loss)
            {
                yield return [Moved(simplex, worst.Point, 2)];
                (simplex[^1], count) = (losses[0].Loss < reflected.Loss ? losses[0] : reflected, 2);
            }
            else if (reflected.Loss < simplex[^2].Loss)
            {
                simplex[^1] = reflected;
            }
            else
            {
                var isBetter = reflected.Loss < worst.Loss;
                yield return [Moved(simplex, worst.Point, isBetter ? 0.5 : -0.5)];
                (var contracted, count) = (losses[0], 2);
                if (contracted.Loss < Math.Min(reflected.Loss, worst.Loss))
                {
                    simplex[^1] = contracted;
                }
                else
                {
                    yield return [.. simplex.Skip(1).Select(one => Between(simplex[0].Point, one.Point))];
                    count += losses.Count;
                    simplex = [simplex[0], .. losses];
                }
            }

            used += count;
            simplex = [.. simplex.OrderBy(one => one.Loss)];
        }
    }

    private IReadOnlyList<IReadOnlyList<double>> First(IReadOnlyList<double> start) =>
    [
        start,
        .. Enumerable.Range(0, start.Count).Select(factor => SimpleDesigns.With(
            start, factor, start[factor] + (start[factor] + FirstStep <= 1 ? FirstStep : -FirstStep))),
    ];

    // From the worst point through the middle of the others, so many times as far beyond it.
    private static IReadOnlyList<double> Moved(
        List<SimplexPoint> simplex, IReadOnlyList<double> worst, double times) =>
    [
        .. worst.Select((coordinate, factor) =>
        {
            var middle = ExactSum.Mean([.. simplex.SkipLast(1).Select(one => one.Point[factor])]);
            return Math.Clamp(middle + (times * (middle - coordinate)), 0, 1);
        }),
    ];

    private static IReadOnlyList<double> Between(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        [.. one.Zip(other, (x, y) => (x + y) / 2)];

    private static double SizeOf(List<SimplexPoint> simplex) => simplex.Skip(1).Max(one =>
        one.Point.Zip(simplex[0].Point, (x, y) => Math.Abs(x - y)).Max());
}
