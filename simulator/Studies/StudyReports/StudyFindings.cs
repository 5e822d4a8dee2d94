using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Finds what a study's runs say: levels, paired differences, verdicts, claims.</summary>
/// <remarks>A pure function of the plan and the runs, taken in the plan's order.</remarks>
public sealed class StudyFindings
{
    private readonly StudyRuns _runs;
    private readonly StudyPlan _plan;
    private readonly IReadOnlyList<StudyMeasure> _measures;
    private readonly DesignFound? _found;
    private readonly IReadOnlyList<DifferenceFound> _differences;
    private readonly IReadOnlyList<LevelFound> _levels;

    private StudyFindings(StudyRuns runs, DesignFound? found)
    {
        (_runs, _plan, _measures, _found) = (runs, runs.Plan, runs.Measures, found);
        _levels = [.. _plan.Points.Where(HasLevel).SelectMany(point => Enumerable.Range(0, _measures.Count)
            .Select(measure => Level(point, measure)))];
        _differences = new PairedComparisons(runs).Found;
    }

    /// <summary>What the runs say.</summary>
    /// <param name="runs">The runs that there are.</param>
    public static StudyResult Of(StudyRuns runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Of(runs, runs.Plan.Study.Design.Found(runs));
    }

    /// <summary>What the runs say, with what the design found.</summary>
    internal static StudyResult Of(StudyRuns runs, DesignFound? found) =>
        new StudyFindings(runs, found).Result();

    private StudyResult Result()
    {
        var study = _plan.Study;
        var (counts, check, fork) = (Counts(), ScaleCheckFound.Of(_runs), ForkFound.Of(_runs));
        var result = new StudyResult
        {
            Name = study.Name,
            Question = study.Question,
            Sentences = [.. _found?.Sentences ?? [], .. DecidedFirst.Select(Told).Distinct()],
            Partial = _runs.Whole.Count() < counts.Planned || _plan.IsCutShort
                || fork is { IsChecked: false },
            Base = new StudyBase(
                study.Base.Name, study.Base.Hash, study.Kind.HashOfHeld(study.Base), study.Base.Scale),
            Code = _plan.Code,
            Horizon = study.Horizon is { } moment ? FileWords.Of(moment) : null,
            Fork = fork,
            Seeds = _plan.Seeds,
            Confidence = study.Confidence,
            Comparisons = PairedComparisons.CountOf(_plan, _measures),
            Factors = study.Design.Factors,
            Points = [.. _plan.Points.Select(point =>
                new PointFound(point.Name, point.Levels, point.Scenario.Hash, point.Recalibrated))],
            Measures = [.. _measures.Select(one => one.Found)],
            Runs = counts,
            Estimates = _levels,
            Differences = _differences,
            ScaleCheck = check,
            Warnings =
            [
                .. StudyWarnings.Of(_runs, _differences, _found, fork),
                .. check?.Warnings(_plan, _measures, _differences) ?? [],
            ],
            Failures = [.. _runs.Whole.Where(run => run.Outcome.Status != RunStatus.Done).Select(Failure)],
            Expectations = [.. study.Expect.Select(claim => Judged(claim, _found))],
        };
        return _found?.Into(result) ?? result;
    }

    private IEnumerable<DifferenceFound> DecidedFirst =>
        _differences.OrderBy(found => found.Verdict is VerdictKind.Differs or VerdictKind.Exact ? 0 : 1);

    // A sentence that does not name its points is told with them, where there are several pairs.
    private string Told(DifferenceFound found) => _plan.Pairs.Count < 2
        || found.Verdict is VerdictKind.Differs or VerdictKind.Exact or VerdictKind.OneSeed
            or VerdictKind.SameRuns ? found.Sentence
            : $"{found.Second} against {found.First}: "
                + char.ToLowerInvariant(found.Sentence[0]) + found.Sentence[1..];

    private RunCounts Counts() => new(
        _plan.AllOrders.Count,
        _runs.Whole.Count(run => run.Outcome.Status == RunStatus.Done),
        _runs.Whole.Count(run => run.Outcome.Status == RunStatus.AuditFailed),
        _runs.Whole.Count(run => !run.Outcome.HasFigures),
        _runs.Whole.Sum(run => (long)run.Outcome.Checks));

    // Fresh seeds judge an answer apart: they are no part of a level that the answer was chosen by.
    private IEnumerable<MeasuredRun> OfLevel(StudyPoint point) => _runs.ByPoint[point.Number]
        .Where(run => run.Order.Role is not (RunRole.Confirm or RunRole.HeldOut));

    private bool HasLevel(StudyPoint point) => OfLevel(point).Any() || !_runs.ByPoint[point.Number].Any();

    private LevelFound Level(StudyPoint point, int measure)
    {
        var all = OfLevel(point).Where(run => run.Outcome.HasFigures).Select(run => run.Values[measure])
            .ToList();
        var values = all.OfType<double>().ToList();
        var estimate = Estimate.Of(values);
        return new LevelFound(
            point.Name, _measures[measure].Name, values.Count, all.Count - values.Count, estimate.Mean,
            estimate.Deviation, Limits(measure, values, estimate));
    }

    private Interval? Limits(int measure, List<double> values, Estimate estimate)
    {
        var (one, confidence) = (_measures[measure], _plan.Study.Confidence);
        return values.Count == 0 ? null
            : one.Found.IsEvent
                ? new EventShare(values.Count(value => value > 0), values.Count).Wilson(confidence)
            : one.Judged.Unit == JudgedMeasure.Share && values.TrueForAll(value => value is >= 0 and <= 1)
                ? ShareLimits.Of(estimate, confidence)?.Limits
            : estimate.Limits(confidence);
    }

    private FailedRun Failure(MeasuredRun run) => new(
        run.Order.Key, _plan.AllPoints[run.Order.Point].Name, run.Order.Seed, run.Outcome.Status,
        run.Outcome.Fault, StudyFolder.CommandOf(run.Order));

    private ClaimFound Judged(Expectation claim, DesignFound? design)
    {
        if (design?.Judge(claim) is { } cameOut)
        {
            return new ClaimFound(claim.Text, cameOut, string.Join(' ', design.Sentences));
        }

        if (claim.Other is null)
        {
            return OfLimit(claim);
        }

        var found = _differences.First(one => one.Measure == claim.Measure
            && ((one.First == claim.Point && one.Second == claim.Other)
                || (one.Second == claim.Point && one.First == claim.Other)));
        var measure = _measures.First(one => one.Name == claim.Measure);
        var isAhead = found.Mean > 0 == (measure.Found.Better == BetterSide.More)
            == (found.Second == claim.Point);
        var came = claim.Form == ClaimForm.Beats
            ? found.Verdict is VerdictKind.Differs or VerdictKind.Exact && isAhead
            : found.Verdict is VerdictKind.NothingThatMatters or VerdictKind.SameRuns
                or VerdictKind.SameMeasure;
        return new ClaimFound(claim.Text, came, found.Sentence);
    }

    private ClaimFound OfLimit(Expectation claim)
    {
        var level = _levels.First(one => one.Point == claim.Point && one.Measure == claim.Measure);
        var came = level.Limits is { } limits && (claim.Form == ClaimForm.IsBelow
            ? limits.High < claim.Limit : limits.Low > claim.Limit);
        return new ClaimFound(claim.Text, came, level.Limits is { } known
            ? string.Create(CultureInfo.InvariantCulture,
                $"{StudyNumber.FourDigits(level.Mean)}, from {StudyNumber.FourDigits(known.Low)} to ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"{StudyNumber.FourDigits(known.High)} ({_plan.Study.Confidence:0.###})")
            : "one run is an example, not evidence");
    }
}
