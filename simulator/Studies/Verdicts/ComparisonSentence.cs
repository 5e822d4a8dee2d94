using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The sentence of a comparison: at most one, with its interval, or what keeps it from one.
/// </summary>
/// <param name="First">The name of the arm that is compared with.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Seeds">The seeds as words: «10 paired seeds», «10 and 12 seeds».</param>
public sealed record ComparisonSentence(string First, string Second, JudgedMeasure Measure, string Seeds)
{
    private const long RunsShownMax = 10_000;

    /// <summary>How seeds that all arms share are named.</summary>
    public static string Paired(int seeds) => Invariant($"{seeds:#,0} paired seeds");

    /// <summary>How seeds that arms do not share are named.</summary>
    public static string Apart(int first, int second) =>
        Invariant($"{first:#,0} and {second:#,0} seeds, not paired");

    /// <summary>The sentence.</summary>
    public string Of(StudyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var difference = verdict.Difference;
        return verdict.Kind switch
        {
            VerdictKind.SameRuns =>
                $"The same in every seed as {First}: what {Second} has otherwise does nothing here; "
                + "a small step of a factor may round to the same whole orders at this scale.",
            VerdictKind.SameMeasure =>
                Invariant($"No difference in {Measure.Name} in any of {difference.Runs:#,0} seeds, ")
                + "though the runs differ.",
            VerdictKind.Exact =>
                $"{Lead(difference.Mean)} by exactly {Exactly(difference.Mean)} {Measure.Place} "
                + "in every seed.",
            VerdictKind.Differs =>
                $"{Lead(difference.Mean)} by {AmountWithChance(verdict)} {Measure.Place}"
                + $"{(verdict.IsLessThanMatters ? ", less than matters" : "")} ({Method(verdict)}).",
            VerdictKind.NothingThatMatters =>
                $"No difference that matters in {Measure.Name}: "
                + $"at most {Exactly(verdict.Terms.Matters!.Value)} either way.",
            VerdictKind.Undecided =>
                $"Undecided for {Measure.Name}: {Range(verdict.Limits!)}{Needed(verdict.RunsNeeded)}.",
            VerdictKind.OneSeed =>
                $"{Measure.Name}: {Second} differs from {First} by {Exactly(difference.Mean)} in one seed, "
                + "which is an example, not evidence.",
            _ => $"No verdict on {Measure.Name}: {StudyNumber.Percent(verdict.Terms.FailedShare)} of the "
                + "seeds failed, and the failed may be the interesting ones.",
        };
    }

    // «third-more beats as-published», or of a measure without a better side «third-more is higher than …».
    private string Lead(double difference)
    {
        if (Measure.Better == BetterSide.Neither)
        {
            return $"{Second} is {(difference > 0 ? "higher" : "lower")} than {First}";
        }

        return difference > 0 == (Measure.Better == BetterSide.More)
            ? $"{Second} beats {First}" : $"{First} beats {Second}";
    }

    private string Exactly(double difference) => StudyNumber.Exactly(
        Measure.Shown == ShownDifference.InPercent
            ? ExactMath.Exp(Math.Abs(difference)) - 1 : Math.Abs(difference),
        Measure);

    private string Range(Interval limits) => StudyNumber.Range(
        Measure.Shown == ShownDifference.InPercent
            ? new Interval(ExactMath.Exp(limits.Low) - 1, ExactMath.Exp(limits.High) - 1) : limits,
        Measure);

    // A sentence names who leads, so the amount is that of the difference without its sign.
    private string AmountWithChance(StudyVerdict verdict)
    {
        var (mean, limits) = (verdict.Difference.Mean, verdict.Limits!);
        if (Measure.Shown == ShownDifference.InPercent)
        {
            var sign = mean < 0 ? -1 : 1;
            var (low, high) = mean < 0 ? (-limits.High, -limits.Low) : (limits.Low, limits.High);
            return StudyNumber.Change(
                sign * (ExactMath.Exp(mean) - 1),
                new Interval(
                    sign * (ExactMath.Exp(sign * low) - 1), sign * (ExactMath.Exp(sign * high) - 1)));
        }

        return StudyNumber.WithHalf(Math.Abs(mean), (limits.High - limits.Low) / 2, Measure);
    }

    private string Method(StudyVerdict verdict)
    {
        var terms = verdict.Terms;
        var comparisons = terms.Comparisons == 1
            ? "1 comparison" : Invariant($"{terms.Comparisons:#,0} comparisons");
        var holm = verdict.IsLimitedAwayFromZero
            ? "" : Invariant($"; decided by Holm, p = {terms.AdjustedPValue:0.###}");
        return Invariant($"{terms.Confidence * 100:0.##} %, ") + $"{Seeds}, {comparisons}{holm}";
    }

    private static string Needed(long? runs) => runs switch
    {
        null => "",
        > RunsShownMax => Invariant($"; more than {RunsShownMax:#,0} pairs would tell"),
        _ => Invariant($"; about {runs:#,0} pairs would tell"),
    };
}
