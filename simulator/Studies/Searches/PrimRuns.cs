namespace FlashSale.Simulator;

/// <summary>The runs in which a box is looked for.</summary>
internal sealed class PrimRuns
{
    private readonly IReadOnlyList<bool> _isCase;

    public PrimRuns(IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<bool> isCase)
    {
        (Points, _isCase) = (points, isCase);
        Cases = isCase.Count(one => one);
        ByFactor = [.. Enumerable.Range(0, points[0].Count).Select(factor =>
            Enumerable.Range(0, points.Count).OrderBy(run => points[run][factor]).ToArray())];
    }

    public IReadOnlyList<IReadOnlyList<double>> Points { get; }

    public int Cases { get; }

    /// <summary>The runs in order of each factor.</summary>
    public IReadOnlyList<int[]> ByFactor { get; }

    public int Factors => ByFactor.Count;

    public bool IsCase(int run) => _isCase[run];

    public (int Runs, int Cases) Count(PrimLimits limits, int but = -1)
    {
        var (runs, cases) = (0, 0);
        for (var run = 0; run < Points.Count; run++)
        {
            if (limits.Holds(Points[run], but))
            {
                runs++;
                cases += _isCase[run] ? 1 : 0;
            }
        }

        return (runs, cases);
    }

    public PrimStage StageOf(PrimLimits limits)
    {
        var (runs, cases) = Count(limits);
        return new PrimStage(
            (double)cases / Cases, runs == 0 ? 0 : (double)cases / runs, (double)runs / Points.Count,
            limits.Sides().Select(side => side.Factor).Distinct().Count());
    }

    public double BalanceOf(PrimLimits limits)
    {
        var (runs, cases) = Count(limits);
        return Balance(runs, cases);
    }

    /// <summary>The harmonic mean of coverage and density.</summary>
    public double Balance(int runs, int cases) => 2.0 * cases / (runs + Cases);

    /// <summary>
    /// How probable so many cases would be in the box if the limits of a factor did nothing: each run of it
    /// is a case as often as without them.
    /// </summary>
    public double QuasiPValue(PrimLimits limits, int factor)
    {
        var (wider, inside) = (Count(limits, but: factor), Count(limits));
        return BinomialDistribution.AtLeast(inside.Cases, inside.Runs, (double)wider.Cases / wider.Runs);
    }
}
