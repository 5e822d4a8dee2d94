using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R17 of the reference values: D(c, s) = 1 − c/T with T = 100 … 190; its mean is 0 where c is the harmonic
// mean of T.
public sealed class BreakEvenSearchTests
{
    private static readonly BreakEvenSearch Search = new(Levels: 101, Confidence: 0.95, Seeds: 10);
    private static readonly IReadOnlyList<double> Values = SearchLevels.Of(50, 250, 2);

    [Fact]
    public void The_break_even_lies_between_the_last_of_one_sign_and_the_first_of_the_other()
    {
        var (answer, asked) = Rounds.Play(Search.After, Difference);
        var each = 1 - (0.05 / 9);
        var harmonic = 10 / Enumerable.Range(0, 10).Sum(seed => 1.0 / (100 + (10 * seed)));

        Assert.Equal(BreakEvenResult.Between, answer.Result);
        Assert.Equal(Last(level => Limits(level, each).Low > 0), answer.From);
        Assert.Equal(Last(level => Limits(level, each).High >= 0) + 1, answer.To);
        Assert.Equal(harmonic, 50 + (2 * answer.Root!.Value), 9);
        Assert.Equal(asked.Count, answer.Looks.Count);
        Assert.True(asked.Count < 25);
    }

    [Fact]
    public void A_difference_that_keeps_its_sign_has_no_break_even()
    {
        var (answer, asked) = Rounds.Play((Search with { Levels = 11 }).After, Difference);

        Assert.Equal((BreakEvenResult.NoChange, 2), (answer.Result, asked.Count));
        Assert.Equal(
            "No break-even in slow between 50 and 70 days: snow is higher than no-snow at both ends "
            + "(95 %, 10 paired seeds).",
            Sentence(answer));
    }

    [Fact]
    public void What_neither_end_tells_is_undecided()
    {
        var (answer, _) = Rounds.Play(Search.After, order => [1, -1, 1, -1, 1, -1, 1, -1, 1, -1]);

        Assert.Equal(BreakEvenResult.Undecided, answer.Result);
        Assert.StartsWith(
            "Undecided: neither of 50 and 250 days tells ", Sentence(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_not_told_apart_is_an_end_of_the_range()
    {
        var levels = Last(level => Limits(level, 0.95).High >= 0); // the last is near the break-even
        var (answer, _) = Rounds.Play((Search with { Levels = levels }).After, Difference);

        Assert.Equal((BreakEvenResult.Between, levels - 1), (answer.Result, answer.To));
        Assert.NotNull(answer.Root);
    }

    [Fact]
    public void The_sentence_names_the_range_and_the_root()
    {
        var (answer, _) = Rounds.Play(Search.After, Difference);

        Assert.Equal(
            "snow and no-snow are worth the same in slow where couriers lies between "
            + FormattableString.Invariant($"{Values[answer.From]} and {Values[answer.To]} days ")
            + "(95 %, 10 paired seeds); "
            + "the mean difference is 0 at 140 days.",
            Sentence(answer));
    }

    [Fact]
    public void While_runs_are_wanted_the_range_so_far_is_known()
    {
        var ends = Search.After(order => order.Point is 0 or 100 ? Difference(order) : null);

        Assert.Equal(BreakEvenResult.Open, ends.Answer.Result);
        Assert.Equal(
            "Stopped before its end: where snow and no-snow are worth the same in slow, couriers lies "
            + "between 50 and 250 days so far.",
            Sentence(ends.Answer));
    }

    private static string Sentence(BreakEvenAnswer answer) => SearchSentences.OfBreakEven(
        answer, Search, Values, new FactorWords("couriers", "days"), "no-snow", "snow",
        new JudgedMeasure("slow", "days"));

    private static int Last(Func<int, bool> holds) => Enumerable.Range(0, 101).Last(holds);

    private static Interval Limits(int level, double confidence) =>
        Estimate.Of(Difference(new(level, new(0, 10)))).Limits(confidence)!;

    private static IReadOnlyList<double> Difference(SearchOrder order) =>
        [.. Enumerable.Range(0, 10).Select(seed => 1 - (Values[order.Point] / (100 + (10 * seed))))];
}
