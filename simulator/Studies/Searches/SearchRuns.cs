namespace FlashSale.Simulator;

/// <summary>The runs of a study as a search asks for them: values of one measure, seed by seed.</summary>
/// <remarks>
/// A seed that failed at a level is left out at all levels, so that they stay comparable; the search is asked
/// anew with what is left. Above 5 % it ends without an answer: the failed may be the interesting ones.
/// </remarks>
internal sealed class SearchRuns
{
    private readonly StudyRuns _done;
    private readonly SearchDesign _design;
    private readonly HashSet<ulong> _failed;
    private readonly int _measure;

    /// <summary>The runs of a search.</summary>
    /// <param name="done">The runs so far.</param>
    /// <param name="design">The search.</param>
    public SearchRuns(StudyRuns done, SearchDesign design)
    {
        (_done, _design) = (done, design);
        _measure = done.All.Count == 0 ? 0 : done.MeasureOf(design.Measure);
        _failed =
        [
            .. done.All.Where(run => !run.Outcome.HasFigures || run.Values[_measure] is null)
                .Select(run => run.Order.Seed),
        ];
    }

    /// <summary>Which share of the seeds failed, of the search or of the fresh ones: the larger.</summary>
    public double FailedShare => _done.Plan.Orders.GroupBy(order => order.Role)
        .Select(role => role.Select(order => order.Seed).Distinct().ToList())
        .Select(seeds => seeds.Count(_failed.Contains) / (double)seeds.Count).DefaultIfEmpty(0).Max();

    /// <summary>Whether so many failed that there is no answer.</summary>
    public bool IsWithheld => FailedShare > SeedWarnings.FailedShareMax;

    /// <summary>The seeds that are left out.</summary>
    public IReadOnlyList<ulong> LeftOut => [.. _failed.Order()];

    /// <summary>The runs that stand for an order of the search.</summary>
    public IEnumerable<AskedRuns> Asked(SearchOrder order)
    {
        var seeds = StudySeeds.Of(_done.Plan.Study, order.Seeds);
        var role = order.Seeds.Number == 0 ? RunRole.Search : RunRole.Confirm;
        return _design.PointsOf(order.Point).Select(point => new AskedRuns(point, seeds, role));
    }

    /// <summary>The values of an order, without the seeds left out; null while one is missing.</summary>
    public IReadOnlyList<double>? Values(SearchOrder order)
    {
        var asked = Asked(order).ToList();
        var points = asked.ConvertAll(one => _done.Values(one, _measure));
        return points.Contains(null) ? null
        : [
            .. asked[0].Seeds.Select((seed, at) => (seed, at)).Where(one => !_failed.Contains(one.seed))
                .Select(one => points[^1]![one.at]!.Value
                    - (points.Count > 1 ? points[0]![one.at]!.Value : 0)),
        ];
    }

    /// <summary>
    /// Few seeds, seeds that were left out, and neighbouring levels that gave the same runs.
    /// </summary>
    public IEnumerable<StudyWarning> Warnings() => new[]
    {
        SeedWarnings.FewSeeds(_done.Plan.Study.Seeds.Count),
        _failed.Count == 0 || IsWithheld ? null : new StudyWarning(
            WarningCodes.FailedSeeds, "A run of theirs failed, so these seeds are left out everywhere: "
                + $"{string.Join(", ", LeftOut)}."),
    }.OfType<StudyWarning>().Concat(DesignWarnings.SameHash(_design.Factors[^1],
    [
        .. _done.Plan.Points.Where(point => point.Levels[^1].Number is not null)
            .Select(point => (point.Levels[^1].Number!.Value, Hashes(point)))
            .OrderBy(point => point.Value),
    ]));

    private IReadOnlyList<string> Hashes(StudyPoint point) =>
    [
        .. _done.ByPoint[point.Number].Where(run => run.Order.Role == RunRole.Search)
            .Select(run => run.Outcome.StateHash),
    ];
}
