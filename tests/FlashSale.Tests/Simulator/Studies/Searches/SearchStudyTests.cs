using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Simulator;

/// <summary>Searches from a study's file to its answer, on runs whose values are known.</summary>
public sealed class SearchStudyTests
{
    private const string Gateway = "path: capacity.gatewayShareOfPeak, as: gateway";

    // Nobody gives up from 0.8 on; the luck of a seed moves all its levels.
    private static double GivenUp(StudyPoint point, ulong seed) =>
        Math.Max(0, 0.8 - point.Levels[0].Number!.Value) + Luck(seed);

    private static double Luck(ulong seed) => 0.001 * (seed % 5);

    [Fact]
    public void The_smallest_level_is_found_and_confirmed_on_fresh_seeds()
    {
        var study = new PlayedStudy(Find(), (point, seed) => GivenUp(point, seed));

        var search = study.Search;
        Assert.Equal(("confirmed", 0.8), (search.Result, search.Level!.Value));
        Assert.Equal(
            "The smallest gateway at which givenUp is below 1 % is 0.8 a peak (95 %; it may lie anywhere "
            + "from 0.8; confirmed on 20 fresh seeds: 0.20 %, at most 0.26 %).",
            search.Sentence);
        Assert.Equal(search.Sentence, study.Found.Sentences[0]);
        Assert.Equal((0.4, 1.2, 17), (search.Factor!.From, search.Factor.To, search.Factor.Levels));
        Assert.Equal(SearchAim.Fresh, search.Looks[^1].Aim);
        Assert.Equal((20, SearchVerdict.Holds), (search.Looks[^1].Runs, search.Looks[^1].Verdict));
        var last = search.Looks.Last(look => look.Aim == SearchAim.Holds);
        Assert.Equal((0.75, 0.8), (last.From!.Value, last.To!.Value));
    }

    [Fact]
    public void Fresh_seeds_are_never_those_of_the_search()
    {
        var study = new PlayedStudy(Find(), (point, seed) => GivenUp(point, seed));

        var roles = study.Runs.All.ToLookup(run => run.Order.Role, run => run.Order.Seed);
        Assert.Equal(
            Enumerable.Range(1, 10).Select(seed => (ulong)seed), roles[RunRole.Search].Distinct().Order());
        Assert.Equal(20, roles[RunRole.Confirm].Distinct().Count());
        Assert.Empty(roles[RunRole.Search].Intersect(roles[RunRole.Confirm]));
        Assert.Equal([RunRole.Search, RunRole.Confirm], roles.Select(role => role.Key));
        Assert.True(study.Runs.All.Count <= study.Runs.Plan.Study.Design.RunsMax(study.Runs.Plan.Study));
    }

    [Fact]
    public void What_happens_at_the_reference_is_taken_off_seed_by_seed()
    {
        var text = Find("  reference: { set: { capacity.gatewayShareOfPeak: 9 } }", target: "below: 0.0001");
        double Value(StudyPoint point, ulong seed) =>
            point.Name == "reference" ? 0.3 + Luck(seed) : 0.3 + GivenUp(point, seed);

        var study = new PlayedStudy(text, (point, seed) => Value(point, seed));

        Assert.Equal(("confirmed", 0.8), (study.Search.Result, study.Search.Level!.Value));
        Assert.StartsWith(
            "The smallest gateway at which givenUp less that of the reference is below 0.01 points is 0.8 a ",
            study.Search.Sentence, StringComparison.Ordinal);
        Assert.Equal(
            study.Runs.All.Select(run => run.Order.Seed).Distinct().Order(),
            study.Runs.All.Where(run => study.Runs.Plan.Points[run.Order.Point].Name == "reference")
                .Select(run => run.Order.Seed).Order());
    }

    [Fact]
    public void The_largest_level_falls_from_the_end()
    {
        var text = Find(target: "above: 0.1").Replace("smallest", "largest", StringComparison.Ordinal);

        var study = new PlayedStudy(text, (point, seed) => GivenUp(point, seed));

        Assert.Equal((1.2, 0.4), (study.Search.Factor!.From, study.Search.Factor.To));
        Assert.Equal(0.7, study.Search.Level!.Value, 9);
    }

    [Fact]
    public void A_seed_that_failed_is_left_out_at_all_levels_and_said()
    {
        var text = Find().Replace("seeds: 10", "seeds: 40", StringComparison.Ordinal);

        var study = new PlayedStudy(text, (point, seed) =>
            seed == 7 && point.Levels[0].Number < 0.9 ? null : GivenUp(point, seed));

        Assert.Equal(("confirmed", 0.8), (study.Search.Result, study.Search.Level!.Value));
        Assert.Equal([7UL], study.Search.SeedsLeftOut);
        Assert.All(study.Search.Looks.Where(look => look.Aim != SearchAim.Fresh), look =>
            Assert.Equal(39, look.Runs));
        Assert.Contains(study.Found.Warnings, warning => warning.Code == WarningCodes.FailedSeeds
            && warning.Text.EndsWith("left out everywhere: 7.", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_many_seeds_fail_there_is_no_answer()
    {
        var study = new PlayedStudy(Find(), (point, seed) => seed == 7 ? null : GivenUp(point, seed));

        Assert.Equal("withheld", study.Search.Result);
        Assert.Equal(
            "No answer: 10 % of the seeds failed, and the failed may be the interesting ones.",
            study.Search.Sentence);
        Assert.Equal(20, study.Runs.All.Count); // both ends, and nothing after them
    }

    [Fact]
    public void When_the_budget_ends_the_bracket_so_far_is_told()
    {
        var study = new PlayedStudy(
            Find() + "\nbudget: { runsMax: 35 }", (point, seed) => GivenUp(point, seed));

        Assert.True(study.Found.Partial);
        Assert.Equal(("open", 30), (study.Search.Result, study.Runs.All.Count));
        Assert.Equal(
            "Stopped before its end: the smallest gateway at which givenUp is below 1 % lies between 0.4 and "
            + "0.8 a peak so far.",
            study.Search.Sentence);
    }

    [Theory]
    [InlineData("gateway below 0.85", true)]
    [InlineData("gateway below 0.8", false)]
    [InlineData("gateway above 0.75", true)]
    [InlineData("gateway above 0.8", false)]
    public void A_claim_on_what_is_found_holds_for_the_whole_range(string claim, bool cameOut)
    {
        var study = new PlayedStudy(
            Find() + $"\nexpect: [ \"{claim}\" ]", (point, seed) => GivenUp(point, seed));

        Assert.Equal(cameOut, Assert.Single(study.Found.Expectations).CameOut);
    }

    // Each courier more takes a day off; the snow costs three.
    [Fact]
    public void A_break_even_lies_where_one_arm_makes_up_for_what_the_other_has()
    {
        var study = new PlayedStudy(
            BreakEven() + "\nexpect: [ couriers above 0.11, couriers below 0.15 ]",
            (point, seed) => point.Levels[0].Text == "no-snow" ? 4 + Luck(seed)
                : 7 - ((point.Levels[1].Number!.Value - 0.1) * 100) + (2 * Luck(seed)));

        var search = study.Search;
        Assert.Equal("between", search.Result);
        Assert.True(search.Range!.Low <= 0.13 && search.Range.High >= 0.13);
        Assert.Equal(0.13, search.Root!.Value, 2);
        Assert.StartsWith("snow and no-snow are worth the same in slow where couriers lies between ",
            search.Sentence, StringComparison.Ordinal);
        Assert.All(study.Found.Expectations, claim => Assert.True(claim.CameOut, claim.Claim));
        Assert.Equal(10, study.Runs.All.Count(run => run.Order.Point == 0)); // the arm that stands still
    }

    [Fact]
    public void The_best_arm_stays_and_the_others_leave_round_by_round()
    {
        var study = new PlayedStudy(
            Select() + "\nexpect: [ b is best, a is best ]", (point, seed) => Arm(point.Name, seed));

        var search = study.Search;
        Assert.Equal("told-apart", search.Result);
        Assert.Equal(["b"], search.Survivors);
        Assert.Equal([true, false], study.Found.Expectations.Select(claim => claim.CameOut));
        Assert.Equal(SearchVerdict.Left, search.Looks.Last(look => look.Point == "c").Verdict);
        Assert.Equal(("b", 20), (search.Looks[^1].Point, search.Looks[^1].Runs));
        Assert.True(study.Runs.All.Count(run => study.Runs.Plan.Points[run.Order.Point].Name == "c")
            < study.Runs.All.Count(run => study.Runs.Plan.Points[run.Order.Point].Name == "b"));
    }

    [Fact]
    public void Without_a_limit_of_seeds_those_that_may_be_the_best_are_named()
    {
        var study = new PlayedStudy(
            Select("best: gmv"), (point, seed) => Arm(point.Name, seed) * (point.Name == "a" ? 1.01 : 1));

        Assert.Equal("told-apart", study.Search.Result);
        Assert.Equal(50, study.Runs.All.Count); // three arms on ten seeds, and twenty fresh ones
    }

    [Fact]
    public void Next_is_a_function_of_the_results_so_far()
    {
        var study = new PlayedStudy(Find(), (point, seed) => GivenUp(point, seed));

        var again = new PlayedStudy(Find(), (point, seed) => GivenUp(point, seed));

        Assert.Equal(study.Runs.Plan.Text(), again.Runs.Plan.Text());
        Assert.Equal(StudyJson.Write(study.Found), StudyJson.Write(again.Found));
        Assert.Equal(study.Search.Sentence, StudyJson.Read(StudyJson.Write(study.Found)).Search!.Sentence);
    }

    internal static string Find(string more = "", string target = "below: 0.01") => StudyText.Design($$"""
        find:
          smallest: { {{Gateway}}, from: 0.4, to: 1.2, step: 0.05, unit: a peak }
          suchThat: { measure: givenUp, {{target}} }
        {{more}}
        measures:
          givenUp: { value: abandoned / ordersPlaced, better: less }
        """);

    internal static string BreakEven() => StudyText.Design("""
        breakEven:
          between:
            - name: no-snow
            - name: snow
              set: { capacity.gatewayShareOfPeak: 0.9 }
          factor: { arm: snow, path: capacity.deliveredPerDay, as: couriers, from: 0.1, to: 0.2, step: 0.01 }
          measure: slow
        measures:
          slow: { value: deliveryDays.p90, better: less }
        """);

    internal static string Select(string select = "best: gmv, among: arms, indifference: 1, seedsMax: 100") =>
        StudyText.Design($$"""
            select: { {{select}} }
            arms:
              - name: a
              - name: b
                set: { capacity.gatewayShareOfPeak: 0.9 }
              - name: c
                set: { capacity.gatewayShareOfPeak: 0.8 }
            measures:
              gmv: { value: gmvYuan, better: more }
            """);

    private static double Arm(string name, ulong seed) => name switch
    {
        "a" => 100,
        "b" => 103,
        _ => 90,
    } + (3 * Draws.ToUnit(Draws.At(7, (long)seed, 0, 0)))
        + (2 * Draws.ToUnit(Draws.At(7, (long)seed, (ushort)name[0], 0)));
}
