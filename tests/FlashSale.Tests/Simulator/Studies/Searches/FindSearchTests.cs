using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R17 of the reference values: g(c, s) = max(0, 1 − c/T) with T = 100 … 190 by 10 for ten seeds. Mean and
// every limit are closed forms, so what the search finds is compared with all levels, looked at one by one.
public sealed class FindSearchTests
{
    private const int Levels = 101; // c = 50, 52, … 250
    private static readonly FindSearch Search = new(
        Levels, Target: 0.05, IsBelow: true, Confidence: 0.95, Seeds: 10, FreshSeeds: 20);

    private static readonly JudgedMeasure Late = new("late payments", JudgedMeasure.Share, BetterSide.Less);
    private static readonly IReadOnlyList<double> Capacities = SearchLevels.Of(50, 250, 2);

    [Fact]
    public void The_first_level_whose_limit_is_below_the_target_is_found_and_confirmed()
    {
        var (answer, asked) = Play(Search, Level);
        var each = 1 - (0.05 / 9); // ⌈log₂ 100⌉ + 2 looks

        Assert.Equal(9, SearchLevels.Looks(Levels));
        Assert.Equal(FindResult.Confirmed, answer.Result);
        Assert.Equal(First(level => Mean(level).UpperLimit(each) < 0.05), answer.Level);
        Assert.Equal(First(level => Mean(level).LowerLimit(each) < 0.05), answer.RangeFrom);
        Assert.True(answer.RangeFrom < First(level => Mean(level).Mean < 0.05));
        Assert.True(Assert.Single(answer.Confirmations).Holds);
        Assert.Equal(new SearchOrder(answer.Level!.Value, new SeedBlock(1, 20)), asked[^1]);
        Assert.True(asked.Count <= 2 * SearchLevels.Looks(Levels));
        Assert.Equal(asked.Count, asked.Distinct().Count());
    }

    [Fact]
    public void The_largest_value_is_found_on_levels_that_fall()
    {
        var falling = SearchLevels.Of(250, 50, 2);
        var search = Search with { Target = 0.3, IsBelow = false };
        var (answer, _) = Play(search, order => Late10(falling[order.Point], order));

        Assert.Equal(FindResult.Confirmed, answer.Result);
        Assert.True(Estimate.Of(Late10(falling[answer.Level!.Value], new(0, new(0, 10)))).Mean > 0.3);
    }

    [Fact]
    public void What_fails_on_fresh_seeds_goes_one_step_up_with_half_the_doubt()
    {
        var first = Play(Search, Level).Answer.Level!.Value;
        // On fresh seeds the measure is that of seven levels before: the search was lucky.
        var (answer, asked) = Play(Search, order => order.Seeds.Number == 0
            ? Level(order) : Level(order with { Point = order.Point - 7 }));

        Assert.Equal((FindResult.Confirmed, 6), (answer.Result, answer.Confirmations.Count));
        Assert.Equal(first + answer.Confirmations.Count - 1, answer.Level);
        var alpha = 0.05 / Math.Pow(2, answer.Confirmations.Count - 1);
        Assert.Equal(
            Estimate.Of(Level(asked[^1] with { Point = answer.Level!.Value - 7 }))
                .UpperLimit(1 - alpha)!.Value,
            answer.Confirmations[^1].High, 12);
        Assert.Equal(
            Enumerable.Range(1, answer.Confirmations.Count),
            asked.Select(order => order.Seeds.Number).Where(block => block > 0));
    }

    [Fact]
    public void After_five_steps_up_it_is_not_confirmed()
    {
        var (answer, _) = Play(Search, order => order.Seeds.Number == 0
            ? Level(order) : Level(order with { Point = 0 }));

        Assert.Equal((FindResult.NotConfirmed, 6), (answer.Result, answer.Confirmations.Count));
        Assert.StartsWith("Not confirmed: ", Words(Search).Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_even_the_last_level_may_be_enough()
    {
        var (answer, asked) = Play(Search with { Levels = 11 }, Level);

        Assert.Equal((FindResult.NoneIsEnough, 2), (answer.Result, asked.Count));
        Assert.StartsWith(
            "Not even 70 a second is enough: 50 % there, at least 39 %.",
            Words(Search with { Levels = 11 }).Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_level_may_be_enough_already()
    {
        var search = Search with { Target = 0.8 };
        var (answer, _) = Play(search, Level);

        Assert.Equal((FindResult.Confirmed, 0), (answer.Result, answer.Level));
        Assert.StartsWith(
            "50 a second is enough already: late payments is below 80 % (95 %; confirmed on 20 fresh seeds: ",
            Words(search).Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_gets_worse_again_is_no_threshold()
    {
        var (answer, _) = Play(
            Search, order => order.Point is > 40 and < 60 ? Late10(10, order) : Level(order));

        Assert.Equal(FindResult.NotMonotone, answer.Result);
        Assert.Equal(
            "late payments rises and falls along capacity beyond chance: vary it instead.",
            Words(Search).Of(answer));
    }

    [Fact]
    public void In_a_share_of_festivals_the_test_is_exact()
    {
        var search = Search with { ShareOfFestivals = 0.6, Seeds = 20, FreshSeeds = 20 };
        var (answer, _) = Play(search, Level);
        var each = 1 - (0.05 / 9);

        Assert.Equal(FindResult.Confirmed, answer.Result);
        Assert.Equal(
            First(level => new EventShare(
                Level(new(level, new(0, 20))).Count(late => late < 0.05), 20).AtLeast(each) >= 0.6),
            answer.Level);
        Assert.Equal(
            new FindAnswer(FindResult.TooFewSeeds)
            {
                SeedsNeeded = OrderStatistics.RunsToBound(0.95, each),
            },
            Play(search with { ShareOfFestivals = 0.95 }, Level).Answer);
    }

    // The mean of level c is 1 − c/100: below 0.3 from 71 on. The luck of a seed moves all its levels.
    [Fact]
    public void What_is_found_holds_as_often_as_promised()
    {
        var search = new FindSearch(101, Target: 0.3, IsBelow: true, Confidence: 0.95, 10, 20);
        var (holds, isInRange) = (0, 0);
        for (var study = 0; study < 300; study++)
        {
            var answer = Play(search, order =>
            [
                .. Enumerable.Range(0, order.Seeds.Seeds).Select(seed => 1 - (order.Point / 100.0)
                    + (0.1 * ExactMath.InverseNormal(Draws.ToUnit(
                        Draws.At((ulong)study, seed, (ushort)order.Seeds.Number, 0))))),
            ]).Answer;
            Assert.Equal(FindResult.Confirmed, answer.Result);
            holds += answer.Level > 70 ? 1 : 0;
            isInRange += answer.RangeFrom <= 71 && answer.Level >= 71 ? 1 : 0;
        }

        Assert.True(holds >= 285, $"{holds} of 300 hold");
        Assert.True(isInRange >= 285, $"{isInRange} of 300 ranges hold the threshold");
    }

    [Fact]
    public void The_sentence_names_threshold_doubt_and_confirmation()
    {
        var search = new FindSearch(181, 0.01, true, 0.95, 10, 20);
        var words = new FindSentence(
            search, SearchLevels.Of(40_000, 400_000, 2_000), new FactorWords("capacity", "a second"), Late,
            "fewer than 1 % pay too late");

        Assert.Equal(
            "The smallest capacity at which fewer than 1 % pay too late is 118,000 a second "
            + "(95 %; it may lie anywhere from 112,000; "
            + "confirmed on 20 fresh seeds: 0.71 %, at most 0.83 %).",
            words.Of(new FindAnswer(FindResult.Confirmed)
            {
                Level = 39,
                RangeFrom = 36,
                Confirmations = [new FindLook(39, 20, 0.0071, 0.006, 0.0083, true, false)],
            }));
        Assert.Equal("late payments is below 1 %", FindSentence.ConditionOf(search, Late));
        Assert.Equal(
            "10 and 20 seeds cannot say this: it takes at least 59 of each.",
            words.Of(new FindAnswer(FindResult.TooFewSeeds) { SeedsNeeded = 59 }));
    }

    [Fact]
    public void The_brackets_close_from_end_to_end_look_by_look()
    {
        var (answer, _) = Play(Search, Level);

        foreach (var aim in new[] { SearchAim.Holds, SearchAim.MayHold })
        {
            var brackets = answer.Brackets.Where(one => one.Aim == aim).ToList();
            var (from, to) = (0, Levels - 1);
            foreach (var bracket in brackets)
            {
                Assert.Equal((from + to) / 2, bracket.Level);
                Assert.True(bracket.Level == bracket.From ? bracket.To == to : bracket.From == from);
                (from, to) = (bracket.From, bracket.To);
            }

            Assert.Equal(1, to - from);
            Assert.Equal(aim == SearchAim.Holds ? answer.Level : answer.RangeFrom, to);
        }
    }

    [Fact]
    public void While_runs_are_wanted_the_bracket_so_far_is_known()
    {
        var known = new Dictionary<SearchOrder, IReadOnlyList<double>>();
        for (var round = 0; round < 3; round++)
        {
            foreach (var order in Search.After(order => known.GetValueOrDefault(order)).Wanted)
            {
                known[order] = Level(order);
            }
        }

        var answer = Search.After(order => known.GetValueOrDefault(order)).Answer;

        Assert.Equal(FindResult.Open, answer.Result);
        Assert.Equal(
            "Stopped before its end: the smallest capacity at which late payments is below 5 % "
            + "lies between 150 and 200 a second so far.",
            Words(Search).Of(answer));
    }

    [Fact]
    public void What_a_reference_has_is_taken_off_in_points()
    {
        var words = Words(Search) with { IsDifference = true };

        Assert.Equal(
            "late payments less that of the reference is below 5 points",
            FindSentence.ConditionOf(Search, Late, isDifference: true));
        Assert.StartsWith(
            "Not even 70 a second is enough: 50 points there, at least 39 points.",
            (words with { Search = Search with { Levels = 11 } }).Of(
                Play(Search with { Levels = 11 }, Level).Answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_reach_both_ends()
    {
        Assert.Equal([0.085, 0.09, 0.095, 0.1], SearchLevels.Of(0.085, 0.1, 0.005).Select(
            level => Math.Round(level, 12)));
        Assert.Equal([1, 3, 4], SearchLevels.Of(1, 4, 2));
        Assert.Equal([4, 2, 1], SearchLevels.Of(4, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchLevels.Of(0, 1, 1e-9));
    }

    private static (FindAnswer Answer, List<SearchOrder> Asked) Play(
        FindSearch search, Func<SearchOrder, IReadOnlyList<double>> runs) => Rounds.Play(search.After, runs);

    private static FindSentence Words(FindSearch search) => new(
        search, [.. Capacities.Take(search.Levels)], new FactorWords("capacity", "a second"), Late,
        FindSentence.ConditionOf(search, Late));

    private static int First(Func<int, bool> holds) => Enumerable.Range(0, Levels).First(holds);

    private static Estimate Mean(int level) => Estimate.Of(Level(new(level, new(0, 10))));

    private static IReadOnlyList<double> Level(SearchOrder order) => Late10(Capacities[order.Point], order);

    // Seed s has T = 100 + 10 (s mod 10): every block has the same ten festivals.
    private static IReadOnlyList<double> Late10(double capacity, SearchOrder order) =>
    [
        .. Enumerable.Range(0, order.Seeds.Seeds)
            .Select(seed => Math.Max(0, 1 - (capacity / (100 + (10 * (seed % 10)))))),
    ];
}
