using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The sentences of a break-even and of a selection.</summary>
public static class SearchSentences
{
    /// <summary>Where two arms are worth the same.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="search">The search.</param>
    /// <param name="levels">The values of its levels.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="first">The arm that is compared with.</param>
    /// <param name="second">The other.</param>
    /// <param name="measure">The measure.</param>
    public static string OfBreakEven(
        BreakEvenAnswer answer, BreakEvenSearch search, IReadOnlyList<double> levels, FactorWords factor,
        string first, string second, JudgedMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(measure);
        var range = $"{StudyNumber.Factor(levels[answer.From])} and {factor.Text(levels[answer.To])}";
        var how = Invariant($"({search.Confidence * 100:0.##} %, {search.Seeds:#,0} paired seeds)");
        return answer.Result switch
        {
            BreakEvenResult.Between =>
                $"{second} and {first} are worth the same in {measure.Name} where {factor.Name} lies "
                + $"between {range} {how}{Root(answer, levels, factor)}.",
            BreakEvenResult.Open =>
                $"Stopped before its end: where {second} and {first} are worth the same in {measure.Name}, "
                + $"{factor.Name} {SoFar(answer, levels, factor)}.",
            BreakEvenResult.NoChange =>
                $"No break-even in {measure.Name} between {range}: "
                + $"{Lead(answer.Looks[0].Difference.Mean, first, second, measure)} at both ends {how}.",
            _ => $"Undecided: neither of {range} tells {second} from {first} in {measure.Name} {how}.",
        };
    }

    /// <summary>What is known of a break-even while runs are wanted.</summary>
    public static string SoFar(BreakEvenAnswer answer, IReadOnlyList<double> levels, FactorWords factor)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(factor);
        if (answer.Looks.Count == 0)
        {
            return "is not known yet";
        }

        var from = answer.Brackets.LastOrDefault(one => one.Aim == SearchAim.FirstSignLost)?.From ?? 0;
        var to = answer.Brackets.LastOrDefault(one => one.Aim == SearchAim.OtherSign)?.To
            ?? levels.Count - 1;
        return $"lies between {StudyNumber.Factor(levels[from])} and {factor.Text(levels[to])} so far";
    }

    /// <summary>The best of some arms.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="search">The search.</param>
    /// <param name="arms">The names of the arms.</param>
    /// <param name="measure">The measure.</param>
    public static string OfSelection(
        SelectAnswer answer, SelectSearch search, IReadOnlyList<string> arms, JudgedMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(arms);
        ArgumentNullException.ThrowIfNull(measure);
        var confidence = Invariant($"{search.Confidence * 100:0.##} %");
        if (answer.IsToldApart)
        {
            return $"{arms[answer.Survivors[0]]} is the best of {search.Arms} in {measure.Name}, to within "
                + $"{StudyNumber.Exactly(search.Indifference, measure)} ({confidence}"
                + $"{Winner(answer, measure)}).";
        }

        return answer is { Winner: not null, FurtherSeeds: { } further }
            ? $"Not told apart in {measure.Name}: {Names(answer, arms)} after "
                + Invariant($"{search.SeedsMax:#,0} seeds; of further seeds ")
                + $"{StudyNumber.Percent(further[0])} should go to {arms[answer.Survivors[0]]}."
            : $"Stopped before its end: {SoFar(answer, arms)} in {measure.Name}.";
    }

    /// <summary>The arms that may be the best after a fixed number of seeds.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="search">The search.</param>
    /// <param name="arms">The names of the arms.</param>
    /// <param name="measure">The measure.</param>
    public static string OfSubset(
        SelectAnswer answer, SubsetSearch search, IReadOnlyList<string> arms, JudgedMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(arms);
        ArgumentNullException.ThrowIfNull(measure);
        if (answer.Rounds.Count == 0)
        {
            return $"Stopped before its end: {SoFar(answer, arms)} in {measure.Name}.";
        }

        var how = Invariant($"({search.Confidence * 100:0.##} %, ")
            + ComparisonSentence.Paired(answer.Rounds[0].Arms[0].Mean.Runs) + Winner(answer, measure) + ")";
        return answer.IsToldApart
            ? $"{arms[answer.Survivors[0]]} is the best of {search.Arms} in {measure.Name} {how}."
            : $"The best of {search.Arms} in {measure.Name} is one of {Names(answer, arms)}, which are not "
                + $"told apart {how}.";
    }

    /// <summary>What is known of a selection while runs are wanted: «a, b are left after 20 seeds».</summary>
    public static string SoFar(SelectAnswer answer, IReadOnlyList<string> arms)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(arms);
        return answer.Rounds.Count == 0 ? $"all {arms.Count} arms are left"
            : $"{Names(answer, arms)} {(answer.Survivors.Count == 1 ? "is" : "are")} left after "
                + Invariant($"{answer.Rounds[^1].Arms[0].Mean.Runs:#,0} seeds");
    }

    /// <summary>Why a search has no answer though its runs are there.</summary>
    public static string Withheld(double failedShare) =>
        $"No answer: {StudyNumber.Percent(failedShare)} of the seeds failed, and the failed may be the "
        + "interesting ones.";

    private static string Names(SelectAnswer answer, IReadOnlyList<string> arms) =>
        string.Join(", ", answer.Survivors.Select(arm => arms[arm]));

    // Its own seeds have chosen it, so its mean is that on fresh ones.
    private static string Winner(SelectAnswer answer, JudgedMeasure measure) => answer.Winner is { } winner
        ? $"; {StudyNumber.Level(winner.Mean, measure)} " + Invariant($"on {winner.Runs} fresh seeds")
        : "; not confirmed on fresh seeds";

    private static string Root(BreakEvenAnswer answer, IReadOnlyList<double> levels, FactorWords factor)
    {
        if (answer.Root is not { } root)
        {
            return "";
        }

        var before = Math.Min((int)root, levels.Count - 2);
        var value = levels[before] + ((root - before) * (levels[before + 1] - levels[before]));
        return $"; the mean difference is 0 at {factor.Rounded(value)}";
    }

    private static string Lead(double difference, string first, string second, JudgedMeasure measure) =>
        (measure.Better, difference > 0) switch
        {
            (BetterSide.Neither, true) => $"{second} is higher than {first}",
            (BetterSide.Neither, false) => $"{second} is lower than {first}",
            (BetterSide.More, true) or (BetterSide.Less, false) => $"{second} beats {first}",
            _ => $"{first} beats {second}",
        };
}
