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
            BreakEvenResult.NoChange =>
                $"No break-even in {measure.Name} between {range}: "
                + $"{Lead(answer.Looks[0].Difference.Mean, first, second, measure)} at both ends {how}.",
            _ => $"Undecided: neither of {range} tells {second} from {first} in {measure.Name} {how}.",
        };
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
        var winner = StudyNumber.Level(answer.Winner.Mean, measure);
        if (answer.IsToldApart)
        {
            return $"{arms[answer.Survivors[0]]} is the best of {search.Arms} in {measure.Name}, to within "
                + $"{StudyNumber.Exactly(search.Indifference, measure)} ("
                + Invariant($"{search.Confidence * 100:0.##} %; {winner} on {answer.Winner.Runs} ")
                + "fresh seeds).";
        }

        var further = StudyNumber.Percent(answer.FurtherSeeds![0]);
        return $"Not told apart in {measure.Name}: "
            + $"{string.Join(", ", answer.Survivors.Select(arm => arms[arm]))} after "
            + Invariant($"{search.SeedsMax:#,0} seeds; of further seeds {further} should go to ")
            + $"{arms[answer.Survivors[0]]}.";
    }

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
