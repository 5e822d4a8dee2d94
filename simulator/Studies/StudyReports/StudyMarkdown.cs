using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>What a study found as tables in Markdown, for a page of docs or a paper.</summary>
/// <remarks>
/// One table of levels, and one of differences for each arm that others are compared with. Every cell has
/// its unit and its interval: of a level its own, of a difference the one that holds for all comparisons at
/// once.
/// </remarks>
public static class StudyMarkdown
{
    private const string Nothing = "–"; // no run has a value

    /// <summary>The tables, with a line before each; without the line's end of the last.</summary>
    public static string Of(StudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var measures = result.Measures.Select(measure => measure.Name).ToList();
        var confidence = Invariant($"{result.Confidence * 100:0.##} % intervals");
        var levels = Table(
            Invariant($"Means of {result.Seeds.Count:#,0} seeds, {confidence}:"),
            measures, result.Points.Select(point => point.Name),
            (point, measure) => CellOf(result.Estimates.FirstOrDefault(
                one => one.Point == point && one.Measure == measure), result));
        var differences = result.Differences.GroupBy(one => one.First).Select(pairs => Table(
            $"Against `{pairs.Key}`, {confidence} for "
                + Invariant($"{result.Comparisons:#,0} comparisons at once; bold: beyond chance:"),
            measures, pairs.Select(pair => pair.Second).Distinct(),
            (point, measure) => CellOf(pairs.FirstOrDefault(
                one => one.Second == point && one.Measure == measure), result)));
        return string.Join("\n\n", differences.Prepend(levels));
    }

    private static string Table(
        string title, List<string> measures, IEnumerable<string> points, Func<string, string, string> cell) =>
        string.Join('\n',
        [
            title,
            "",
            $"| arm | {string.Join(" | ", measures)} |",
            $"|---|{string.Concat(measures.Select(_ => "---|"))}",
            .. points.Select(point =>
                $"| `{point}` | {string.Join(" | ", measures.Select(measure => cell(point, measure)))} |"),
        ]);

    private static string CellOf(LevelFound? level, StudyResult result)
    {
        if (level is null)
        {
            return Nothing;
        }

        var measure = Judged(result, level.Measure, ShownDifference.InUnits);
        return level.Limits is { } limits
            ? StudyNumber.LevelWithLimits(level.Mean, limits, measure)
            : StudyNumber.LevelRead(level.Mean, measure);
    }

    private static string CellOf(DifferenceFound? found, StudyResult result)
    {
        if (found is null)
        {
            return Nothing;
        }

        var measure = Judged(result, found.Measure, found.Shown);
        return found.Verdict switch
        {
            VerdictKind.Differs => $"**{Amount(found, measure)}**",
            VerdictKind.Exact => $"**exactly {Mean(found, measure)}**",
            VerdictKind.NothingThatMatters => $"nothing that matters: {Range(found, measure)}",
            VerdictKind.Undecided => $"undecided: {Range(found, measure)}",
            VerdictKind.SameRuns or VerdictKind.SameMeasure => "the same",
            VerdictKind.OneSeed => $"{Mean(found, measure)} in one seed",
            _ => "no verdict: runs failed",
        };
    }

    private static string Mean(DifferenceFound found, JudgedMeasure measure) =>
        StudyNumber.DifferenceRead(Shown(found.Mean, found), measure);

    private static string Amount(DifferenceFound found, JudgedMeasure measure) => (found.Mean > 0 ? "+" : "")
        + StudyNumber.WithLimits(Shown(found.Mean, found), Shown(found.Limits!, found), measure);

    private static string Range(DifferenceFound found, JudgedMeasure measure) =>
        StudyNumber.Range(Shown(found.Limits!, found), measure);

    private static Interval Shown(Interval limits, DifferenceFound found) =>
        new(Shown(limits.Low, found), Shown(limits.High, found));

    // A relative change is kept as its logarithm.
    private static double Shown(double difference, DifferenceFound found) =>
        found.Shown == ShownDifference.InPercent ? ExactMath.Exp(difference) - 1 : difference;

    private static JudgedMeasure Judged(StudyResult result, string name, ShownDifference shown)
    {
        var measure = result.Measures.First(one => one.Name == name);
        return new JudgedMeasure(name, measure.Unit, measure.Better, shown);
    }
}
