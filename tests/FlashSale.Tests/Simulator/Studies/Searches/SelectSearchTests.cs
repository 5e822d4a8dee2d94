using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class SelectSearchTests
{
    private static readonly SelectSearch Search = new(
        Arms: 3, Indifference: 1, IsMoreBetter: true, Confidence: 0.95, SeedsMax: 500, FreshSeeds: 20);

    // R12 of the reference values: the formula of Kim and Nelson 2001.
    [Theory]
    [InlineData(2, 0.33405, 6.0129)]
    [InlineData(3, 0.47294, 8.5130)]
    [InlineData(4, 0.56468, 10.1642)]
    [InlineData(10, 0.85908, 15.4635)]
    public void The_constants_are_those_of_Kim_and_Nelson(int arms, double eta, double hSquare)
    {
        Assert.Equal(eta, (Search with { Arms = arms }).Eta, 5);
        Assert.Equal(hSquare, (Search with { Arms = arms }).HSquare, 4);
    }

    [Fact]
    public void The_slack_shrinks_to_nothing_at_the_last_seed()
    {
        Assert.Equal(1.2026, Search.Slack(4, 10), 4);
        Assert.Equal(35, Search.LastSeed(4));
        Assert.Equal(0, Search.Slack(4, 35));
        Assert.True(Search.Slack(4, 34) > 0);
    }

    [Fact]
    public void The_best_arm_is_left_and_its_mean_is_taken_on_fresh_seeds()
    {
        var (answer, asked) = Rounds.Play(Search.After, order => Runs(order, [1, 4, 2]));

        Assert.True(answer.IsToldApart);
        Assert.Equal([1], answer.Survivors);
        Assert.Null(answer.LeftAt[1]);
        Assert.Equal(new SearchOrder(1, new SeedBlock(1, 20)), asked[^1]);
        Assert.Equal(Estimate.Of(Runs(asked[^1], [1, 4, 2])), answer.Winner);
        Assert.Null(answer.FurtherSeeds);
    }

    [Fact]
    public void An_arm_leaves_at_the_first_seed_at_which_another_is_better_by_more_than_the_slack()
    {
        double[] means = [3, 4, 3.3];
        var (answer, _) = Rounds.Play(Search.After, order => Runs(order, means));
        var values = Enumerable.Range(0, 3).Select(arm => Runs(new(arm, new(0, 500)), means)).ToList();
        foreach (var arm in Enumerable.Range(0, 3).Except(answer.Survivors))
        {
            var at = Enumerable.Range(10, 490).First(seed => Enumerable.Range(0, 3).Any(other =>
                other != arm && (answer.LeftAt[other] is not { } left || left >= seed)
                && Mean(values[arm], seed) < Mean(values[other], seed) - Search.Slack(
                    Variance(values[arm], values[other]), seed)));
            Assert.Equal(at, answer.LeftAt[arm]);
        }
    }

    [Fact]
    public void Less_may_be_better() => Assert.Equal(
        [0],
        Rounds.Play((Search with { IsMoreBetter = false }).After, order => Runs(order, [1, 4, 2]))
            .Answer.Survivors);

    [Fact]
    public void Arms_within_what_is_indifferent_are_decided_at_the_last_seed()
    {
        var (answer, asked) = Rounds.Play(Search.After, order => Runs(order, [4, 4.01, 1]));

        Assert.True(answer.IsToldApart);
        Assert.Single(answer.Survivors);
        Assert.True(asked.Max(order => order.Seeds.Seeds) < 500);
    }

    [Fact]
    public void When_the_budget_ends_the_survivors_are_not_told_apart()
    {
        var search = Search with { SeedsMax = 15, Indifference = 0.05 };
        var (answer, _) = Rounds.Play(search.After, order => Runs(order, [4, 4.01, -20]));

        Assert.False(answer.IsToldApart);
        Assert.Equal([0, 1], answer.Survivors.Order());
        Assert.Equal(10, answer.LeftAt[2]);
        Assert.Equal(1, answer.FurtherSeeds!.Sum(), 12);
        Assert.StartsWith(
            "Not told apart in score: ",
            SearchSentences.OfSelection(
                answer, search, ["a", "b", "c"], new JudgedMeasure("score", "points", BetterSide.More)),
            StringComparison.Ordinal);
    }

    // The guarantee: the best by δ is selected in 95 of 100 races; here seeds are common and luck is large.
    [Fact]
    public void The_best_is_selected_as_often_as_promised()
    {
        var right = Enumerable.Range(1, 300).Count(race => Rounds.Play(
            Search.After, order => Runs(order, [3, 3, 4], race)).Answer.Survivors[0] == 2);

        Assert.InRange(right, 285, 300);
    }

    [Fact]
    public void The_sentence_names_the_best_and_its_fresh_mean()
    {
        var answer = new SelectAnswer([1], true, [10, null, 12], Estimate.Of([0.007, 0.0072]), null);

        Assert.Equal(
            "b is the best of 3 in giving up, to within 0.1 points (95 %; 0.71 % on 2 fresh seeds).",
            SearchSentences.OfSelection(
                answer, Search with { Indifference = 0.001 }, ["a", "b", "c"],
                new JudgedMeasure("giving up", JudgedMeasure.Share, BetterSide.Less)));
    }

    [Fact]
    public void Of_a_fixed_number_of_seeds_those_are_kept_that_may_be_the_best()
    {
        var arms = Enumerable.Range(0, 3).Select(arm => Runs(new(arm, new(0, 10)), [1, 4, 3])).ToList();

        Assert.Equal([1, 2], SubsetSelection.Of(arms, isMoreBetter: true, 0.999));
        Assert.Equal([0], SubsetSelection.Of(arms, isMoreBetter: false, 0.95));
        var apart = Estimate.OfPairs(arms[2], arms[1]);
        var p = StudentT.Above(apart.Mean / apart.Error, 9);
        Assert.Equal([1], SubsetSelection.Of(arms, true, 1 - (2 * p * 1.01)));
        Assert.Equal([1, 2], SubsetSelection.Of(arms, true, 1 - (2 * p * 0.99)));
    }

    [Fact]
    public void A_fixed_number_of_seeds_names_those_that_may_be_the_best()
    {
        var search = new SubsetSearch(Arms: 3, IsMoreBetter: true, 0.95, Seeds: 10, FreshSeeds: 20);
        var (answer, asked) = Rounds.Play(search.After, order => Runs(order, [1, 4, 3.9]));

        Assert.Equal([1, 2], answer.Survivors.Order());
        Assert.Equal([10, null, null], answer.LeftAt);
        Assert.Equal(new SearchOrder(answer.Survivors[0], new SeedBlock(1, 20)), asked[^1]);
        Assert.StartsWith(
            "The best of 3 in score is one of ",
            SearchSentences.OfSubset(
                answer, search, ["a", "b", "c"], new JudgedMeasure("score", "points", BetterSide.More)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_say_who_ran_and_who_left()
    {
        var (answer, _) = Rounds.Play(Search.After, order => Runs(order, [3, 4, 3.3]));

        Assert.Equal([0, 1, 2], answer.Rounds[0].Arms.Select(one => one.Arm).Order());
        for (var round = 1; round < answer.Rounds.Count; round++)
        {
            Assert.Equal(
                answer.Rounds[round - 1].Arms.Where(one => !one.HasLeft).Select(one => one.Arm).Order(),
                answer.Rounds[round].Arms.Select(one => one.Arm).Order());
        }

        Assert.All(answer.Rounds.SelectMany(round => round.Arms).Where(one => one.HasLeft), one =>
            Assert.Equal(answer.LeftAt[one.Arm], one.Mean.Runs));
    }

    [Fact]
    public void Seeds_that_are_left_out_make_the_pilot_smaller()
    {
        IReadOnlyList<double> Some(SearchOrder order) =>
            [.. Runs(order, [1, 4, 2]).Where((_, at) => at != 3)];
        var (answer, asked) = Rounds.Play(Search.After, Some);
        var (smaller, _) = Rounds.Play((Search with { Pilot = 9 }).After, order =>
            Some(order with { Seeds = order.Seeds with { Seeds = order.Seeds.Seeds + 1 } }));

        Assert.Equal([1], answer.Survivors);
        Assert.Equal(9, answer.Rounds[0].Arms[0].Mean.Runs);
        Assert.Equal(smaller.LeftAt, answer.LeftAt);
        Assert.Equal(10, asked[0].Seeds.Seeds);
    }

    [Fact]
    public void While_runs_are_wanted_it_is_known_who_is_left()
    {
        var search = Search with { Indifference = 0.05 };
        string[] arms = ["a", "b", "c"];
        var measure = new JudgedMeasure("score", "points", BetterSide.More);
        var open = search.After(order => order.Seeds.Seeds > 10 ? null : Runs(order, [4, 4.01, -20])).Answer;

        Assert.StartsWith(
            "Stopped before its end: ", SearchSentences.OfSelection(open, search, arms, measure),
            StringComparison.Ordinal);
        Assert.EndsWith(
            " are left after 10 seeds", SearchSentences.SoFar(open, arms), StringComparison.Ordinal);
        Assert.Equal("all 3 arms are left", SearchSentences.SoFar(search.After(_ => null).Answer, arms));
    }

    // R17 of the reference values, by hand: means 1 2 3, σ 6, least is best.
    [Fact]
    public void Further_seeds_go_where_they_tell_most()
    {
        Estimate Arm(double mean) => new(10, mean, 6, 6 / Math.Sqrt(10), 9);
        var shares = SeedShares.Of([Arm(1), Arm(2), Arm(3)], isMoreBetter: false);

        Assert.Equal([0.4519, 0.4384, 0.1096], shares.Select(share => Math.Round(share, 4)));
        Assert.Equal([0.5, 0.5], SeedShares.Of([Arm(1), Arm(1)], isMoreBetter: false));
    }

    private static double Mean(IReadOnlyList<double> values, int seeds) =>
        ExactSum.Mean([.. values.Take(seeds)]);

    private static double Variance(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var deviation = Estimate.OfPairs([.. one.Take(10)], [.. other.Take(10)]).Deviation;
        return deviation * deviation;
    }

    // Common luck of the seed, and luck of the arm on it.
    private static IReadOnlyList<double> Runs(SearchOrder order, double[] means, int race = 0) =>
    [
        .. Enumerable.Range(1, order.Seeds.Seeds).Select(seed => means[order.Point]
            + (3 * Luck(race, seed + (1_000 * order.Seeds.Number), 0))
            + Luck(race, seed + (1_000 * order.Seeds.Number), order.Point + 1)),
    ];

    private static double Luck(int race, int seed, int arm) =>
        ExactMath.InverseNormal(Draws.ToUnit(Draws.At((ulong)race, seed, (ushort)arm, 0)));
}
