namespace FlashSale.Simulator;

/// <summary>Every comparison of a study, judged together.</summary>
internal sealed class PairedComparisons
{
    private readonly IReadOnlyList<Compared> _compared;
    private readonly StudyRuns _runs;
    private readonly StudyPlan _plan;
    private readonly IReadOnlyList<StudyMeasure> _measures;

    public PairedComparisons(StudyRuns runs)
    {
        (_runs, _plan, _measures) = (runs, runs.Plan, runs.Measures);
        _compared = [.. _plan.Pairs.SelectMany(pair => Enumerable.Range(0, _measures.Count)
            .Select(measure => Compare(pair.First, pair.Second, measure)))];
        var judged = _compared.Where(pair => IsJudged(pair.Measure)).ToList();
        var holm = Multiplicity.Holm([.. judged.Select(pair => pair.PValue)]);
        var adjusted = judged.Zip(holm).ToDictionary(one => one.First, one => one.Second);
        var comparisons = CountOf(_plan, _measures);
        Found =
        [
            .. _compared.Select(pair => Judge(pair, comparisons, adjusted.TryGetValue(pair, out var p)
                ? p : Math.Min(1, comparisons * pair.PValue))),
        ];
    }

    /// <summary>Pair by pair, measure by measure.</summary>
    public IReadOnlyList<DifferenceFound> Found { get; }

    /// <summary>How many comparisons are judged together: pairs times measures with a better side.</summary>
    public static int CountOf(StudyPlan plan, IReadOnlyList<StudyMeasure> measures)
    {
        var judged = measures.Count(measure => measure.Found.Better != BetterSide.Neither);
        return Math.Max(1, plan.Pairs.Count * (judged > 0 ? judged : measures.Count));
    }

    /// <summary>
    /// How many seeds there are to be before it is asked again, by the goal of the study's precision; as many
    /// as there are when it ends.
    /// </summary>
    public int SeedsNext
    {
        get
        {
            var seeds = _plan.Seeds.Count;
            return _plan.Study.Precision is not { } precision ? seeds
                : Math.Max(seeds, _compared.Where(pair => _measures[pair.Measure].Name == precision.Measure)
                    .Select(pair => precision.Goal.After(pair.Differences, _plan.Study.Confidence).Seeds)
                    .DefaultIfEmpty().Max());
        }
    }

    private bool IsJudged(int measure) => _measures[measure].Found.Better != BetterSide.Neither
        || _measures.All(one => one.Found.Better == BetterSide.Neither);

    private Compared Compare(StudyPoint first, StudyPoint second, int measure)
    {
        var both = _plan.Seeds.Select(seed => (_runs.Of(first.Number, seed), _runs.Of(second.Number, seed)))
            .Where(pair => pair is (not null, not null)).ToList();
        var figures = both.Where(pair => pair.Item1!.Outcome.HasFigures && pair.Item2!.Outcome.HasFigures)
            .ToList();
        var values = figures.Select(pair => (pair.Item1!.Values[measure], pair.Item2!.Values[measure]))
            .Where(pair => pair is (not null, not null))
            .Select(pair => (First: pair.Item1!.Value, Second: pair.Item2!.Value)).ToList();
        var shown = _measures[measure].Judged.Shown == ShownDifference.InPercent
            && values.All(pair => pair.First > 0 && pair.Second > 0)
            ? ShownDifference.InPercent : ShownDifference.InUnits;
        var (one, other) = (
            values.ConvertAll(pair => Scaled(pair.First, shown)),
            values.ConvertAll(pair => Scaled(pair.Second, shown)));
        return new Compared(
            first, second, measure, PairedDifference.Of(one, other),
            [.. one.Zip(other, (here, there) => there - here)],
            shown, _measures[measure].Found.IsEvent
                ? EventShare.PairedPValue(
                    values.Count(pair => pair.First > pair.Second),
                    values.Count(pair => pair.First < pair.Second))
                : null,
            figures.Count > 0 && figures.All(pair =>
                pair.Item1!.Outcome.StateHash == pair.Item2!.Outcome.StateHash),
            both.Count == 0 ? 0 : (both.Count - values.Count) / (double)both.Count);
    }

    private static double Scaled(double value, ShownDifference shown) =>
        shown == ShownDifference.InPercent ? ExactMath.Ln(value) : value;

    private DifferenceFound Judge(Compared compared, int comparisons, double adjusted)
    {
        var (measure, difference) = (_measures[compared.Measure], compared.Pair.Difference);
        if (_plan.Study.Precision is { } precision && precision.Measure == measure.Name)
        {
            // By the deviation of the pilot, where that said how many seeds there are to be.
            difference = precision.Goal.After(compared.Differences, _plan.Study.Confidence).Estimate
                ?? difference;
        }

        var verdict = StudyVerdict.Of(difference, new VerdictTerms(
            _plan.Study.Confidence, comparisons, adjusted,
            measure.Judged.InDifference(measure.Found.Matters, compared.Shown), compared.AreRunsEqual,
            compared.FailedShare));
        if (measure.Judged.Unit == JudgedMeasure.Share && compared.Shown == ShownDifference.InUnits)
        {
            verdict = verdict with { Limits = OfShares(verdict.Limits), Alone = OfShares(verdict.Alone) };
        }

        var sentence = new ComparisonSentence(
            compared.First.Name, compared.Second.Name, measure.Judged with { Shown = compared.Shown },
            ComparisonSentence.Paired(difference.Runs)).Of(verdict);
        return new DifferenceFound(
            compared.First.Name, compared.Second.Name, measure.Name, difference.Runs, compared.Shown,
            difference.Mean, difference.Deviation, verdict.Alone, verdict.Limits, compared.PValue, adjusted,
            compared.Pair.Correlation, compared.Pair.Worth, verdict.Kind, sentence, verdict.RunsNeeded);
    }

    // Two shares differ by 100 points at most, whatever t says of a few of them.
    private static Interval? OfShares(Interval? limits) => limits is null
        ? null : new Interval(Math.Max(-1, limits.Low), Math.Min(1, limits.High));

    private sealed record Compared(
        StudyPoint First, StudyPoint Second, int Measure, PairedDifference Pair,
        IReadOnlyList<double> Differences, ShownDifference Shown,
        double? OfEvents, bool AreRunsEqual, double FailedShare)
    {
        public double PValue => OfEvents ?? Pair.Difference.PValue;
    }
}
