namespace FlashSale.Simulator;

/// <summary>
/// What a study's changes make of its base: read by the strict reader, and what is wrong told at its place in
/// the study.
/// </summary>
/// <param name="scenario">The base.</param>
/// <param name="file">The study's file, for messages.</param>
/// <param name="problems">What is wrong is added here.</param>
internal sealed class ChangedScenario(IStudiedScenario scenario, string file, ProblemList problems)
{
    private readonly string _allowed = $"a path of {scenario.Studied.Reference}";

    private readonly IReadOnlyList<string> _keys = scenario.Studied.KeysOf(scenario);

    // Where only whole numbers may stand, as far as a computed one met it.
    private readonly HashSet<string> _wholeKeys = new(StringComparer.Ordinal);

    /// <summary>The base with all these changes; null if it cannot be.</summary>
    public IStudiedScenario? With(IReadOnlyList<ScenarioChange> changes)
    {
        if (changes.Count == 0)
        {
            return scenario;
        }

        if (changes.Where(RefusesPath).ToList() is { Count: > 0 })
        {
            return null;
        }

        var (read, wrong) = Read(changes);
        foreach (var change in read is null ? changes.Where(change => change.CanBeRounded) : [])
        {
            // A computed number that the reader refuses is rounded; if that does not help it stays as it is.
            if (wrong.Any(problem => IsAt(problem, change)) && _wholeKeys.Add(change.Path.Key))
            {
                var rounded = Read(changes);
                (read, wrong) = rounded.Problems.Any(problem => IsAt(problem, change))
                    && _wholeKeys.Remove(change.Path.Key) ? (read, wrong) : rounded;
            }
        }

        foreach (var problem in wrong)
        {
            problems.Add(problem.Line, problem.Column, problem.Field, problem.Wrong, problem.Allowed);
        }

        return read;
    }

    /// <summary>The levels of a point as its scenario has them: computed whole numbers are whole.</summary>
    public IReadOnlyList<FactorLevel> LevelsOf(AskedPoint point) =>
    [
        .. point.Levels.Count != point.Changes.Count ? point.Levels
            : point.Levels.Zip(point.Changes, (level, change) =>
                change is { IsComputed: true, Form: ChangeForm.Set } && _wholeKeys.Contains(change.Path.Key)
                    ? FactorLevel.Of(level.Factor, change.Rounded.Text) : level),
    ];

    private (IStudiedScenario? Scenario, IReadOnlyList<ScenarioProblem> Problems) Read(
        IReadOnlyList<ScenarioChange> changes)
    {
        var tree = ScenarioTree.Of(scenario);
        foreach (var change in changes)
        {
            if (change.Apply(tree, _wholeKeys.Contains(change.Path.Key)) is { } wrong)
            {
                return (null, [ProblemAt(change, $"«{change.Path.Text}»: {wrong}", _allowed)]);
            }
        }

        var reading = scenario.Studied.ReadChanged(tree, file, scenario);
        return reading.Value is { } read
            ? (read, [])
            : (null, [.. reading.Problems.Select(problem => Placed(problem, changes))]);
    }

    // What is wrong elsewhere in the scenario, because of a change, is told at that change.
    private ScenarioProblem Placed(ScenarioProblem problem, IReadOnlyList<ScenarioChange> changes)
    {
        var own = changes.FirstOrDefault(change => IsAt(problem, change)) ?? changes[^1];
        return problem.Line > 0
            ? problem with { Field = $"{own.Where}: {problem.Field}" }
            : ProblemAt(own, $"{problem.Field}: {problem.Wrong}", problem.Allowed);
    }

    private static bool IsAt(ScenarioProblem problem, ScenarioChange change) =>
        problem.Line == change.Value.Line && problem.Column == change.Value.Column;

    private ScenarioProblem ProblemAt(ScenarioChange change, string wrong, string allowed) =>
        new(file, change.Place.Line, change.Place.Column, change.Where, wrong, allowed);

    private bool RefusesPath(ScenarioChange change)
    {
        var (key, text) = (change.Path.Key, change.Path.Text);
        if (scenario.Studied.Labels.Contains(key.Split('.')[0]) || key is "seed" or "scale")
        {
            problems.Add(change.Place, change.Where, $"«{text}» is no factor",
                "another key of the scenario; seeds and scale are keys of the study");
            return true;
        }

        if (_keys.Any(one => one == key || one.StartsWith(key + ".", StringComparison.Ordinal)))
        {
            return false;
        }

        var hint = NearestWord.Of(key, _keys) is { } near ? $" (did you mean «{near}»?)" : "";
        problems.Add(change.Place, change.Where, $"«{text}» is no key of a scenario{hint}", _allowed);
        return true;
    }
}
