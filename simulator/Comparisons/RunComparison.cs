namespace FlashSale.Simulator;

/// <summary>A run that is compared.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Result">Its results.</param>
/// <param name="Days">After how many days it was to stop; null for its end.</param>
public sealed record ComparedRun(string Folder, RunResult Result, int? Days);

/// <summary>Runs of one question, on several seeds.</summary>
/// <param name="Letter">A, B, C …</param>
/// <param name="Name">In what it differs from the first question.</param>
/// <param name="Runs">The runs, by seed.</param>
public sealed record RunArm(string Letter, string Name, IReadOnlyList<ComparedRun> Runs)
{
    /// <summary>Its seeds.</summary>
    public IReadOnlyList<ulong> Seeds => [.. Runs.Select(run => run.Result.Summary.Seed)];
}

/// <summary>Runs set beside each other: by question, by pairs of equal seeds, with intervals.</summary>
/// <remarks>
/// Equal seeds give the buyers of two runs the same chance, so the differences of pairs hold only what was
/// asked and what follows from it. The interval of all figures of one comparison together is the Bonferroni
/// one: with many figures one of them would else differ by chance.
/// </remarks>
public sealed class RunComparison
{
    /// <summary>The confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    private RunComparison(IReadOnlyList<RunArm> arms, IReadOnlyList<string> warnings)
    {
        (Arms, Warnings) = (arms, warnings);
        Others = [.. arms.Skip(1).Select(arm => ArmDifference.Of(arms[0], arm, arms.Count - 1))];
    }

    /// <summary>The questions; the first is the one that others are compared with.</summary>
    public IReadOnlyList<RunArm> Arms { get; }

    /// <summary>Each other question against the first.</summary>
    public IReadOnlyList<ArmDifference> Others { get; }

    /// <summary>What makes the comparison weaker than it looks.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>What is known of the first question alone: a mean of each figure over its seeds.</summary>
    public IEnumerable<(SummaryFigure Field, Estimate Mean)> Levels => SummaryFigures.Compared
        .Select(one => (one, Estimate.Of(ArmDifference.ValuesOf(Arms[0].Runs, one))))
        .Where(level => level.Item2.Runs > 0);

    /// <summary>Compares runs.</summary>
    /// <exception cref="InvalidDataException">They cannot be compared; the message says why.</exception>
    public static RunComparison Of(IReadOnlyList<ComparedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Select(Summary).FirstOrDefault(run => run.Scale != Summary(runs[0]).Scale) is { } other)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"scales differ: {Summary(runs[0]).Scale} and {other.Scale}; peaks and queues of another ")
                + "sample are other figures; allowed: runs of one scale");
        }

        var groups = runs.GroupBy(QuestionOf).Select(group => group.ToList()).ToList();
        if (groups.SelectMany(group => group.GroupBy(run => Summary(run).Seed))
            .FirstOrDefault(seed => seed.Count() > 1) is { } twice)
        {
            throw new InvalidDataException(
                $"{twice.First().Folder} and {twice.Last().Folder} are the same question on the same seed; "
                + "allowed: each run once");
        }

        return new RunComparison([.. groups.Select((group, at) => Arm(groups[0], group, at))],
            [.. WarningsOf(groups)]);
    }

    private static RunSummary Summary(ComparedRun run) => run.Result.Summary;

    private static string QuestionOf(ComparedRun run) => string.Join(
        '\n', Question(run).Select(one => $"{one.Name}={one.Value}").Append($"{run.Days}"));

    private static IReadOnlyList<RunParameter> Question(ComparedRun run) =>
        [.. Summary(run).Parameters.Where(one => one.Name is not "seed")];

    private static RunArm Arm(List<ComparedRun> first, List<ComparedRun> runs, int at)
    {
        const int shown = 4;
        var differences = ScenarioDifference.Of(Question(first[0]), Question(runs[0]))
            .Where(one => one.Path is not ("description"))
            .Select(one => $"{one.Path} = {one.Second ?? "not given"} (A: {one.First ?? "not given"})")
                .ToList();
        if (first[0].Days != runs[0].Days)
        {
            differences.Add($"stops after {runs[0].Days?.ToString() ?? "no"} days (A: {first[0].Days})");
        }

        var more = differences.Count > shown ? $" and {differences.Count - shown} more" : "";
        return new RunArm(
            ((char)('A' + at)).ToString(),
            at == 0 ? Summary(runs[0]).Scenario : string.Join(", ", differences.Take(shown)) + more,
            [.. runs.OrderBy(run => Summary(run).Seed)]);
    }

    private static IEnumerable<string> WarningsOf(List<List<ComparedRun>> groups)
    {
        var runs = groups.SelectMany(group => group).Select(Summary).ToList();
        if (runs.Select(run => run.Year).Distinct().Count() > 1)
        {
            yield return "The runs are of different festivals: a difference is one of two worlds.";
        }

        if (runs.Select(run => run.Commit).Distinct().Count() > 1)
        {
            yield return "The runs were made by different commits: the code may be a part of the difference.";
        }

        foreach (var run in runs.Where(run => run.Partial).Take(1))
        {
            yield return $"A run of {run.Scenario} with seed {run.Seed} was stopped before its end.";
        }

        foreach (var run in runs.Where(run => !run.Audit.Passed).Take(1))
        {
            yield return $"The audit of {run.Scenario} with seed {run.Seed} failed: it is no result.";
        }
    }
}
