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
    private StudyPlan(Study study, string code, IReadOnlyList<StudyPoint> points)
    {
        (Study, Code, Points) = (study, code, points);
        Orders = [.. study.Seeds.SelectMany(seed => points.Select(point => OrderOf(point, seed)))];
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The hash of the code that makes a run what it is.</summary>
    public string Code { get; }

    /// <summary>The points; the first is the one that others are compared with.</summary>
    public IReadOnlyList<StudyPoint> Points { get; }

    /// <summary>
    /// Every run, all points of a seed in a row: they share what the facts fix, and pairs are whole early.
    /// </summary>
    public IReadOnlyList<RunOrder> Orders { get; }

    /// <summary>The pairs of points that are compared: the other against the first.</summary>
    public IReadOnlyList<(StudyPoint First, StudyPoint Second)> Pairs => Study.Compare.IsAllPairs
        ? [.. Points.SelectMany(first => Points.Skip(first.Number + 1).Select(second => (first, second)))]
        : [.. Points.Where(point => point != Reference).Select(point => (Reference, point))];

    /// <summary>The point that others are compared with.</summary>
    public StudyPoint Reference => Points.First(point =>
        Study.Compare.With is not { } name || point.Name == name);

    /// <summary>The plan of a study; or what is wrong with its points.</summary>
    /// <param name="study">The study.</param>
    /// <param name="code">The hash of the code that will run it.</param>
    public static ScenarioReading<StudyPlan> Of(Study study, string code)
    {
        ArgumentNullException.ThrowIfNull(study);
        var problems = new ProblemList(study.File);
        var changed = new ChangedScenario(study.Base, study.File, problems);
        var points = new List<StudyPoint>();
        var held = KeyRoles.HashOfBase(study.Base);
        foreach (var asked in WithBase(study))
        {
            if (problems.Found < ProblemList.ProblemsMax && changed.With(asked.Changes) is { } scenario)
            {
                points.Add(new StudyPoint(
                    points.Count, asked.Name, changed.LevelsOf(asked), scenario,
                    KeyRoles.HashOfBase(scenario) == held ? [] : KeysOf(asked)));
            }
        }

        CheckBudget(study, points.Count, problems);
        return problems.Found > 0
            ? new ScenarioReading<StudyPlan>(null, problems.InFileOrder)
            : new ScenarioReading<StudyPlan>(new StudyPlan(study, code, points), []);
    }

    /// <summary>The same points on so many seeds, from the study's first on.</summary>
    public StudyPlan OnSeeds(int count) => new(
        Study with { Seeds = [.. Enumerable.Range(0, count).Select(at => Study.Seeds[0] + (ulong)at)] }, Code,
        Points);

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

    // A sweep is compared with the base: it is a point of it too.
    private static IReadOnlyList<AskedPoint> WithBase(Study study) => study.Design is SweepDesign sweep
        ? [new AskedPoint("base", [.. sweep.Swept.Select(factor => BaseLevel(study, factor))], []),
            .. sweep.Points]
        : study.Design.Points;

    private static FactorLevel BaseLevel(Study study, SweptFactor factor) => factor.Levels[0].Form switch
    {
        ChangeForm.Set => FactorLevel.Of(
            factor.Name, factor.Levels[0].Path.Find(ScenarioTree.Of(study.Base))?.Text ?? "–"),
        ChangeForm.Plus => FactorLevel.Of(factor.Name, "0"),
        _ => FactorLevel.Of(factor.Name, "1"),
    };

    private static IReadOnlyList<string> KeysOf(AskedPoint point) =>
    [
        .. point.Changes.Where(change => KeyRoles.Of(change.Path.Key) != KeyRole.Intervention)
            .Select(change => change.Path.Text),
    ];

    private static void CheckBudget(Study study, int points, ProblemList problems)
    {
        var runs = (long)points * study.Seeds.Count;
        if (runs > study.Budget.RunsMax)
        {
            problems.Add(1, 1, "budget.runsMax", string.Create(CultureInfo.InvariantCulture,
                $"{points:#,0} points × {study.Seeds.Count:#,0} seeds = {runs:#,0} runs is above ")
                + string.Create(CultureInfo.InvariantCulture, $"{study.Budget.RunsMax:#,0}"),
                "fewer steps, fewer seeds, or a larger budget");
        }
    }

    private RunOrder OrderOf(StudyPoint point, ulong seed)
    {
        var scenario = point.Scenario with { Seed = seed };
        return new RunOrder(
            RunKey.Of(Code, scenario, Study.Horizon), point.Number, scenario, Study.Horizon);
    }
}
