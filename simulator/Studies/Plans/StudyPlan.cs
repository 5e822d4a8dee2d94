using System.Globalization;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>What a study runs: its points, each on every seed, in the order in which they are run.</summary>
/// <remarks>
/// A pure function of the study and of the code that runs it: two machines make the same plan, and a plan
/// that is made again after an interruption is the same.
/// </remarks>
public sealed class StudyPlan
{
    private StudyPlan(
        Study study, string code, IReadOnlyList<StudyPoint> points, IReadOnlyList<RunOrder> orders)
    {
        (Study, Code, Points, Orders) = (study, code, points, orders);
        Seeds = [.. orders.Select(order => order.Seed).Distinct()];
        Wholes = study.Fork is null || orders.Count == 0 ? [] :
        [
            .. points.Where(point => study.Kind.BesideCourse(study.Base, point.Scenario).Count == 0)
                .Select(point => OrderOf(point, Seeds[0], RunRole.Main, isForked: false)),
        ];
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The hash of the code that makes a run what it is.</summary>
    public string Code { get; }

    /// <summary>The points; of points that are compared the first is the one to compare with.</summary>
    public IReadOnlyList<StudyPoint> Points { get; }

    /// <summary>
    /// Every run, round by round; in a round all points of a seed in a row: they share what the facts fix,
    /// and pairs are whole early.
    /// </summary>
    public IReadOnlyList<RunOrder> Orders { get; }

    /// <summary>
    /// Of a forked study: runs of the whole, on the first seed, of points that differ from the base in their
    /// course only. Their forks must end as they do; nothing else is read from them.
    /// </summary>
    public IReadOnlyList<RunOrder> Wholes { get; }

    /// <summary>All that is to be there, each name once.</summary>
    public IReadOnlyList<RunOrder> Wanted => [.. AllOrders.Concat(Wholes).DistinctBy(order => order.Key)];

    /// <summary>The seeds of its runs, in order.</summary>
    public IReadOnlyList<ulong> Seeds { get; }

    /// <summary>Two points at a second scale; null of a study that has none.</summary>
    public StudyPlan? ScaleCheck { get; private init; }

    /// <summary>The points by their numbers, with those at the second scale.</summary>
    public IReadOnlyList<StudyPoint> AllPoints => [.. Points, .. ScaleCheck?.Points ?? []];

    /// <summary>Every run, with those at the second scale.</summary>
    public IReadOnlyList<RunOrder> AllOrders => [.. Orders, .. ScaleCheck?.Orders ?? []];

    /// <summary>Whether the study wanted more runs than its budget has.</summary>
    public bool IsCutShort { get; private init; }

    /// <summary>The pairs of points that are compared: the other against the first.</summary>
    public IReadOnlyList<(StudyPoint First, StudyPoint Second)> Pairs => !Study.Design.IsCompared ? []
        : Study.Compare.IsAllPairs
        ? [.. Points.SelectMany(first => Points.Skip(first.Number + 1).Select(second => (first, second)))]
        : [.. Points.Where(point => point != Reference).Select(point => (Reference, point))];

    /// <summary>The point that others are compared with.</summary>
    public StudyPoint Reference => Points.First(point =>
        Study.Compare.With is not { } name || point.Name == name);

    /// <summary>The plan of a study's first round; or what is wrong with its points.</summary>
    /// <param name="study">The study.</param>
    /// <param name="code">The hash of the code that will run it.</param>
    public static ScenarioReading<StudyPlan> Of(Study study, string code)
    {
        ArgumentNullException.ThrowIfNull(study);
        var problems = new ProblemList(study.File);
        var none = new StudyPlan(study, code, [], []);
        var changed = Changed(study, problems);
        foreach (var end in study.Design.Ends.TakeWhile(_ => problems.Found < ProblemList.ProblemsMax))
        {
            changed[end.Base].With(end.Changes);
        }

        var plan = problems.Found > 0
            ? none : none.With(study.Design.Next(new StudyRuns(none, [], [])), problems);
        if (study is { ScaleCheck: { } scale, Design: PointsDesign design } && plan.Points.Count > 1
            && problems.Found == 0)
        {
            plan = plan.Checked(design, scale, problems);
        }

        if (plan.AllOrders.Count > study.Budget.RunsMax)
        {
            problems.Add(1, 1, "budget.runsMax", string.Create(CultureInfo.InvariantCulture,
                $"{plan.Points.Count:#,0} points × {plan.Seeds.Count:#,0} seeds = ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"{plan.AllOrders.Count:#,0} runs is above {study.Budget.RunsMax:#,0}"),
                "fewer steps, fewer seeds, or a larger budget");
        }

        return problems.Found > 0
            ? new ScenarioReading<StudyPlan>(null, problems.InFileOrder)
            : new ScenarioReading<StudyPlan>(plan, []);
    }

    /// <summary>
    /// The plan with the next round; the same plan at the end, cut short where the budget ends before.
    /// </summary>
    /// <param name="done">The runs so far: all of this plan.</param>
    public ScenarioReading<StudyPlan> After(StudyRuns done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var problems = new ProblemList(Study.File);
        var next = IsCutShort ? this : With(Study.Design.Next(done), problems);
        return problems.Found > 0 ? new ScenarioReading<StudyPlan>(null, problems.InFileOrder)
            : new ScenarioReading<StudyPlan>(next.AllOrders.Count > Study.Budget.RunsMax
                ? new StudyPlan(Study, Code, Points, Orders) { IsCutShort = true, ScaleCheck = ScaleCheck }
                : next, []);
    }

    /// <summary>The plan as text: what is run, in order, by the names of its runs.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var order in Orders)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{order.Key[..16]}  seed {order.Seed}  {Points[order.Point].Name}\n");
        }

        return text.ToString();
    }

    // This plan and what is asked for beside it.
    private StudyPlan With(IReadOnlyList<AskedRuns> asked, ProblemList problems)
    {
        var changed = Changed(Study, problems);
        var held = Study.Bases.Select(Study.Kind.HashOfHeld).ToList();
        var points = Points.ToList();
        var known = points.ToDictionary(point => point.Name);
        foreach (var point in asked.Select(one => one.Point).Where(point => !known.ContainsKey(point.Name)))
        {
            if (problems.Found < ProblemList.ProblemsMax
                && changed[point.Base].With(point.Changes) is { } own && GoesOn(point, own, problems))
            {
                var scenario = Study.Kind.Held(Study, Study.Bases[point.Base], point.Changes, own);
                points.Add(known[point.Name] = new StudyPoint(
                    points.Count, point.Name, changed[point.Base].LevelsOf(point), scenario,
                    Study.Kind.HashOfHeld(scenario) == held[point.Base] ? [] : KeysOf(point)));
            }
        }

        var planned = Orders.Select(order => (order.Point, order.Seed)).ToHashSet();
        return new StudyPlan(Study, Code, points,
        [
            .. Orders,
            .. asked.Where(one => known.ContainsKey(one.Point.Name))
                .SelectMany(one => one.Seeds.Select(seed => (Point: known[one.Point.Name], seed, one.Role)))
                .GroupBy(one => one.seed).SelectMany(ofSeed => ofSeed)
                .Where(one => planned.Add((one.Point.Number, one.seed)))
                .Select(one => OrderOf(one.Point, one.seed, one.Role)),
        ])
        {
            ScaleCheck = ScaleCheck,
        };
    }

    // With the point to compare with and the last one at another scale: a small study beside this one.
    private StudyPlan Checked(PointsDesign design, double scale, ProblemList problems)
    {
        const int seeds = 3;
        var points = design.PointsOf(Study);
        var first = points.First(point => point.Name == Reference.Name);
        var study = Study with
        {
            Bases = [Study.Base.AtScale(scale)!],
            Design = new ArmsDesign([first, points.Last(point => point != first)]),
            Compare = new AskedComparison(null, false),
            Precision = null,
        };
        var none = new StudyPlan(study, Code, [], []);
        var asked = ((ArmsDesign)study.Design).Points.Select(point => new AskedRuns(
            point, [.. Enumerable.Range(0, seeds).Select(at => Study.Seeds[0] + (ulong)at)],
            RunRole.ScaleCheck));
        var check = none.With([.. asked], problems);
        return new StudyPlan(Study, Code, Points, Orders)
        {
            ScaleCheck = new StudyPlan(
                study, Code,
                [.. check.Points.Select(point => point with
                {
                    Number = Points.Count + point.Number,
                    Name = string.Create(
                        CultureInfo.InvariantCulture, $"{point.Name} at scale {scale:0.########}"),
                })],
                [.. check.Orders.Select(order => order with { Point = Points.Count + order.Point })]),
        };
    }

    private static IReadOnlyList<ChangedScenario> Changed(Study study, ProblemList problems) =>
        [.. study.Bases.Select(one => new ChangedScenario(one, study.File, problems))];

    private IReadOnlyList<string> KeysOf(AskedPoint point) =>
    [
        .. point.Changes.Where(change => Study.Kind.RoleOf(change.Path.Key) != KeyRole.Intervention)
            .Select(change => change.Path.Text),
    ];

    // Whether a point can go on from the past that the study shares, if it does.
    private bool GoesOn(AskedPoint point, IStudiedScenario scenario, ProblemList problems)
    {
        if (Study.Fork is not { } fork
            || Study.Kind.ObstacleOf(Study.Base, scenario, fork.At) is not { } obstacle)
        {
            return true;
        }

        var what = Study.Design is ArmsDesign ? "arm" : "point";
        problems.Add(fork.Place?.Line ?? 1, fork.Place?.Column ?? 1, "fork.at",
            $"{fork.Moment}, but {what} {point.Name} {obstacle}",
            $"{Study.Kind.AllowedFromThenOn} (docs/concepts/studies.md)");
        return false;
    }

    /// <summary>
    /// The run of a scenario that has this name: forked, or whole as the check of a fork's law is; by
    /// another name if it is neither.
    /// </summary>
    /// <param name="key">The name.</param>
    /// <param name="point">The number of its point.</param>
    /// <param name="scenario">The scenario, with its seed.</param>
    public RunOrder OrderNamed(string key, int point, IStudiedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var plan = ScaleCheck is { } check && point >= Points.Count ? check : this;
        var forked = new RunOrder(key, point, scenario, Study.Horizon) { Past = plan.PastOf(scenario.Seed) };
        return forked.IsNamedBy(Code) ? forked : forked with { Past = null };
    }

    private RunPast? PastOf(ulong seed) => Study.Fork is { } fork
        ? RunPast.Of(Code, Study.Base.OnSeed(seed), fork.At) : null;

    private RunOrder OrderOf(StudyPoint point, ulong seed, RunRole role, bool isForked = true)
    {
        var scenario = point.Scenario.OnSeed(seed);
        var past = isForked ? PastOf(seed) : null;
        return new RunOrder(RunKey.Of(Code, scenario, Study.Horizon, past), point.Number, scenario,
            Study.Horizon, role)
        {
            KeepsDatabase = Study.Keep == KeptFigures.Database,
            Past = past,
        };
    }
}
