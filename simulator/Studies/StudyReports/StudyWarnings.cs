namespace FlashSale.Simulator;

/// <summary>What makes the answers of a study weaker than they look, each with a stable code.</summary>
internal sealed class StudyWarnings
{
    private const string UnitOfOrders = "orders";

    private readonly StudyRuns _runs;
    private readonly StudyPlan _plan;

    private StudyWarnings(StudyRuns runs) => (_runs, _plan) = (runs, runs.Plan);

    /// <summary>All warnings.</summary>
    public static IReadOnlyList<StudyWarning> Of(
        StudyRuns runs, IReadOnlyList<DifferenceFound> differences, DesignFound? found,
        ForkFound? fork)
    {
        var (all, plan) = (new StudyWarnings(runs), runs.Plan);
        return
        [
            .. new[]
            {
                plan.Study.Design.IsCompared && plan.Seeds.Count > 1
                    ? SeedWarnings.FewSeeds(plan.Seeds.Count) : null,
                DesignWarnings.StoppedEarly(
                    plan.Study.Precision?.Goal.Method == PrecisionMethod.Sequential, plan.Seeds.Count),
                DesignWarnings.LookedAfterwards(
                    [.. plan.Study.Measures.Where(one => one.IsAfterwards).Select(one => one.Name)]),
                DesignWarnings.OtherWorld([.. plan.Points.SelectMany(one => one.Recalibrated).Distinct()]),
                DesignWarnings.ForkDiffers([.. (fork?.Differing ?? []).Select(point => point.Point)]),
            }.OfType<StudyWarning>(),
            .. found?.Warnings ?? [], .. all.Failed(), .. all.SameHash(), .. PairingHurts(differences),
            .. all.OfDifferences(), .. plan.Study.Design.IsCompared ? all.Outliers() : [],
        ];
    }

    private IEnumerable<StudyWarning> Failed()
    {
        foreach (var point in _plan.Points)
        {
            var runs = RunsOf(point);
            if (SeedWarnings.FailedSeeds(
                point.Name, runs.Count(run => !run.Outcome.HasFigures), runs.Count) is { } failed)
            {
                yield return failed;
            }
        }
    }

    // Points beside each other along one factor, all others equal.
    private IEnumerable<StudyWarning> SameHash() => _plan.Study.Design is not SweepDesign
        ? []
        : _plan.Study.Design.Factors.SelectMany((factor, at) => _plan.Points.Skip(1)
            .Where(point => point.Levels[at].Number is not null)
            .GroupBy(point => string.Join('\n', point.Levels.Where((_, other) => other != at)
                .Select(level => level.Text)))
            .SelectMany(line => DesignWarnings.SameHash(factor,
            [
                .. line.OrderBy(point => point.Levels[at].Number).Select(point => (
                    point.Levels[at].Number!.Value,
                    (IReadOnlyList<string>)[.. RunsOf(point).Select(run => run.Outcome.StateHash)])),
            ])));

    private static IEnumerable<StudyWarning> PairingHurts(IReadOnlyList<DifferenceFound> differences) =>
        differences.Where(one => one.Pairs > 2).Select(one => SeedWarnings.PairingHurts(
            $"{one.Measure}, {one.Second} less {one.First}",
            new PairedDifference(
                Estimate.Of([]), Estimate.Of([]), Estimate.Of([]), one.Correlation, one.Worth)) is { } warning
                ? warning with { Among = one.Measure } : null)
            .OfType<StudyWarning>();

    // Of the differences of each pair in each measure, in its unit.
    private IEnumerable<StudyWarning> OfDifferences() =>
        from pair in _plan.Pairs.Index()
        from measure in _runs.Measures.Index()
        let what = $"{pair.Item.Second.Name} less {pair.Item.First.Name}"
        let seeds = _runs.WholeSeeds([pair.Item.First.Number, pair.Item.Second.Number], measure.Index)
        let differences = (IReadOnlyList<double>)[.. seeds.Select(seed => seed[1] - seed[0])]
        from warning in new[]
        {
            SeedWarnings.Skewed(what, measure.Item.InUnits, differences, _plan.Study.Confidence,
                new BootstrapKey(1, (pair.Index * (long)_runs.Measures.Count) + measure.Index)),
            measure.Item.Judged.Unit == UnitOfOrders && _plan.Study.Base.Scale < 1 ? SeedWarnings.SampleNoise(
                $"{measure.Item.Name}, {what}", differences, 1 / _plan.Study.Base.Scale) : null,
        }
        where warning is not null
        select warning with { Among = measure.Item.Name };

    private IEnumerable<StudyWarning> Outliers() => _plan.Points.SelectMany(point =>
    {
        var runs = RunsOf(point).Where(run => run.Outcome.HasFigures).ToList();
        return _runs.Measures.SelectMany((measure, at) =>
        {
            var valued = runs.Where(run => run.Values[at] is not null).ToList();
            return SeedWarnings.Outliers(
                point.Name, measure.Judged, [.. valued.Select(run => run.Values[at]!.Value)],
                place => StudyFolder.CommandOf(valued[place].Order));
        });
    });

    private List<MeasuredRun> RunsOf(StudyPoint point) => [.. _runs.ByPoint[point.Number]];
}
