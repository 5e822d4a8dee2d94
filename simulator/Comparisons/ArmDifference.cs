namespace FlashSale.Simulator;

/// <summary>One figure of two questions.</summary>
/// <param name="Field">Which.</param>
/// <param name="First">Its mean for the first question.</param>
/// <param name="Second">Its mean for the other.</param>
/// <param name="Difference">The other less the first.</param>
/// <param name="Verdict">What can be said of the difference.</param>
/// <param name="IsBeyondChance">Whether chance does not explain it, all figures taken together.</param>
public sealed record ComparedFigures(
    SummaryFigure Field, Estimate First, Estimate Second, Estimate Difference, string Verdict,
    bool IsBeyondChance);

/// <summary>A question against the first one.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The other.</param>
/// <param name="Seeds">The seeds that both have; none if they share none.</param>
/// <param name="Figures">Figure by figure.</param>
/// <param name="Finding">The answer in a sentence.</param>
public sealed record ArmDifference(
    RunArm First, RunArm Second, IReadOnlyList<ulong> Seeds, IReadOnlyList<ComparedFigures> Figures,
    string Finding)
{
    private const int FindingsShown = 3;

    /// <summary>Compares two questions: by pairs where they share seeds, else as two samples.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The other.</param>
    /// <param name="comparisons">How many such comparisons are made in all.</param>
    internal static ArmDifference Of(RunArm first, RunArm second, int comparisons)
    {
        var seeds = first.Seeds.Intersect(second.Seeds).ToList();
        var (ours, theirs) = seeds.Count == 0
            ? (first.Runs, second.Runs) : (Of(first, seeds), Of(second, seeds));
        var isSame = seeds.Count > 0 && ours.Zip(theirs).All(pair =>
            pair.First.Result.Summary.StateHash == pair.Second.Result.Summary.StateHash);
        var all = comparisons * SummaryFigures.Compared.Count;
        var figures = SummaryFigures.Compared
            .Select(field => (field, First: ValuesOf(ours, field), Second: ValuesOf(theirs, field)))
            .Where(one => one.First.Count == ours.Count && one.Second.Count == theirs.Count)
            .Select(one => Compared(one.field, one.First, one.Second, seeds.Count > 0, all, ours, theirs))
            .ToList();
        return new ArmDifference(first, second, seeds, figures, FindingOf(figures, seeds.Count, isSame));
    }

    /// <summary>The values that runs have of a figure.</summary>
    internal static IReadOnlyList<double> ValuesOf(IReadOnlyList<ComparedRun> runs, SummaryFigure field) =>
        [.. runs.Select(run => field.Of(run.Result.Summary)).OfType<double>()];

    private static IReadOnlyList<ComparedRun> Of(RunArm arm, List<ulong> seeds) =>
        [.. arm.Runs.Where(run => seeds.Contains(run.Result.Summary.Seed))];

    // Bonferroni: a figure differs if chance would explain it in fewer than 5 % of so many comparisons.
    private static ComparedFigures Compared(
        SummaryFigure field, IReadOnlyList<double> first, IReadOnlyList<double> second, bool isPaired,
        int comparisons, IReadOnlyList<ComparedRun> ours, IReadOnlyList<ComparedRun> theirs)
    {
        var (one, other) = (Estimate.Of(first), Estimate.Of(second));
        var difference = isPaired ? Estimate.OfPairs(first, second) : Estimate.OfApart(one, other);
        var verdict = StudyVerdict.Of(difference, new VerdictTerms(
            RunComparison.Confidence, comparisons, Math.Min(1, comparisons * difference.PValue)));
        return new ComparedFigures(
            field, one, other, difference, Words(verdict, Few(field, ours, theirs)),
            verdict.Kind is VerdictKind.Differs or VerdictKind.Exact);
    }

    private static string Words(StudyVerdict verdict, string few) => verdict.Kind switch
    {
        VerdictKind.SameMeasure or VerdictKind.OneSeed when verdict.Difference.Mean == 0 => "no difference",
        VerdictKind.OneSeed => "an example, not evidence" + few,
        VerdictKind.Exact => $"exactly so in each of {verdict.Difference.Runs}",
        VerdictKind.Differs => verdict.Difference.Mean > 0 ? "higher" : "lower",
        _ => "may be chance" + Needed(verdict) + few,
    };

    private static string Needed(StudyVerdict verdict)
    {
        const int reasonable = 10_000;
        return verdict.RunsNeeded is { } runs and < reasonable
            ? FormattableString.Invariant($"; about {runs} pairs would tell") : "";
    }

    private static string Few(
        SummaryFigure field, IReadOnlyList<ComparedRun> ours, IReadOnlyList<ComparedRun> theirs) =>
        field.Unit == "orders/s" && SummaryFigures.Find($"sample.{field.Field}") is { } sample
            ? $": {sample.In(ours[0].Result.Summary)} and {sample.In(theirs[0].Result.Summary)} of the sample"
            : "";

    private static string FindingOf(IReadOnlyList<ComparedFigures> figures, int pairs, bool isSame)
    {
        if (isSame)
        {
            return "The same in every seed: what differs does nothing here";
        }

        var beyond = figures.Where(figure => figure.IsBeyondChance).Take(FindingsShown).Select(Sentence)
            .ToList();
        return beyond.Count > 0 ? string.Join("; ", beyond)
            : pairs == 1 ? "One seed is an example, not evidence: run more seeds, as --seeds 5"
            : pairs == 0 ? "No difference beyond chance; on equal seeds less would be chance"
            : $"No difference beyond chance in {pairs} pairs";
    }

    private static string Sentence(ComparedFigures figure)
    {
        var half = figure.Difference.HalfWidth(RunComparison.Confidence);
        var by = figure.Field.Text(Math.Abs(figure.Difference.Mean));
        return $"{figure.Field.Name} {figure.Verdict} by {by} ± {figure.Field.Text(half ?? 0)}";
    }
}
