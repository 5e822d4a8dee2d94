namespace FlashSale.Simulator;

/// <summary>A measure of a study, checked before the first run and ready to be read from runs.</summary>
public sealed class StudyMeasure
{
    private readonly AskedMeasure _asked;
    private readonly MeasureExpression _expression;
    private readonly IReadOnlyList<int> _bases;
    private readonly StudiedFigures _figures;

    private StudyMeasure(
        AskedMeasure asked, MeasureExpression expression, IReadOnlyList<int> bases, StudiedFigures figures) =>
        (_asked, _expression, _bases, _figures) = (asked, expression, bases, figures);

    /// <summary>Its name.</summary>
    public string Name => _asked.Name;

    /// <summary>Whether all that it names is known of a base, by its place.</summary>
    internal bool IsKnownIn(int at) => _bases.Contains(at);

    /// <summary>As study.json has it.</summary>
    public MeasureFound Found => new(
        Name, _expression.Text, Unit, _expression.IsEvent, _asked.Better, _asked.Matters);

    /// <summary>As sentences speak of it.</summary>
    public JudgedMeasure Judged => new(Name, Unit, _asked.Better,
        _asked.Shown);

    /// <summary>The same, with differences in its unit.</summary>
    internal JudgedMeasure InUnits => Judged with { Shown = ShownDifference.InUnits };

    /// <summary>What matters of a difference in its unit; null if the file says it of another one.</summary>
    internal double? MattersInUnits => Judged.InDifference(_asked.Matters, ShownDifference.InUnits);

    // What is so many things by as many of their kind is a share of them, whatever they are called.
    private string Unit => _expression.IsEvent || _expression.IsShare ? JudgedMeasure.Share
        : _expression.Unit;

    /// <summary>The measures of a study; or what is wrong with them.</summary>
    public static ScenarioReading<IReadOnlyList<StudyMeasure>> All(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var scopes = Scopes(study);
        var problems = new List<ScenarioProblem>();
        var measures = new List<StudyMeasure>();
        foreach (var asked in study.Measures)
        {
            // A fact that is not published of one base may be of another.
            var readings = scopes.Select(scope => asked.IsQuery ? Query(study, asked, scope)
                : MeasureExpression.Read(asked.Value, scope, asked.IsEvent, asked.Unit)).ToList();
            var reading = readings.Find(one => one.Value is not null) ?? readings[0];
            problems.AddRange(reading.Problems.Select(problem => ProblemOf(study, asked, problem)));
            if (reading.Value is { } expression)
            {
                measures.Add(new StudyMeasure(asked, expression,
                    [.. readings.Index().Where(one => one.Item.Value is not null).Select(one => one.Index)],
                    study.Kind.Figures));
                if (asked.Show == AskedDifference.Points && measures[^1].Unit != JudgedMeasure.Share)
                {
                    problems.Add(ProblemOf(study, asked, new MeasureProblem(
                        "show", 0, $"points are of shares, and this is in {expression.Unit}",
                        "no «show», or percent")));
                }
            }
        }

        if (problems.Count == 0)
        {
            problems.AddRange(study.Design.WrongWith(measures).Select(wrong => new ScenarioProblem(
                study.File, 1, 1, wrong.Field, wrong.Wrong, wrong.Allowed)));
        }

        return problems.Count > 0
            ? new ScenarioReading<IReadOnlyList<StudyMeasure>>(null, problems)
            : new ScenarioReading<IReadOnlyList<StudyMeasure>>(measures, []);
    }

    /// <summary>
    /// The values of all measures in a run that is kept, each null where the run has none; null if figures
    /// that they take are not kept.
    /// </summary>
    public static IReadOnlyList<double?>? ValuesOf(
        IReadOnlyList<StudyMeasure> measures, RunCache cache, string key)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(cache);
        return measures.Count == 0 ? []
            : cache.Values(
                key, [.. measures.Select(measure => measure._expression)], measures[0]._figures) is { } values
            ? [.. values.Zip(measures, (value, measure) => value ?? measure._asked.WhenNull)] : null;
    }

    private static IReadOnlyList<MeasureScope> Scopes(Study study)
    {
        string[] varied = [.. study.Design.Changes.Select(change => change.Path.Key).Distinct()];
        return [.. study.Bases.Select(one => new MeasureScope(one, study.Horizon) { Varied = varied })];
    }

    private static MeasureReading Query(Study study, AskedMeasure asked, MeasureScope scope) =>
        study.Keep == KeptFigures.Database ? MeasureExpression.ReadQuery(asked.Value, scope, asked.Unit)
        : new MeasureReading(null, [new MeasureProblem(
            "sql", 0, $"a query reads run.sqlite, and this study keeps the {Words.Of(study.Keep)}",
            "keep: database")]);

    private static ScenarioProblem ProblemOf(Study study, AskedMeasure asked, MeasureProblem problem)
    {
        var isInText = problem.Key is "value" or "event" && asked.Place is { Text: var text }
            && !text.Contains('\n', StringComparison.Ordinal);
        var column = (asked.Place?.Column ?? 1)
            + (isInText ? problem.Position + (asked.Place!.Quoted ? 1 : 0) : 0);
        return new ScenarioProblem(
            study.File, asked.Place?.Line ?? 1, column, $"measures.{asked.Name}.{problem.Key}", problem.Wrong,
            problem.Allowed);
    }
}
