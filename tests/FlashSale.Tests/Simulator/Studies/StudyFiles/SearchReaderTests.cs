using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class SearchReaderTests
{
    [Theory]
    [InlineData("smallest:", "least:", "find: what is sought is not said; allowed: smallest: or largest:")]
    [InlineData("suchThat:", "such:", "find.suchThat: the key is missing")]
    [InlineData("measure: givenUp", "measure: lost", "suchThat.measure: there is no measure lost; "
        + "allowed: givenUp")]
    [InlineData("below: 0.01", "near: 0.01", "find.suchThat: the target is not said; allowed: below: or")]
    [InlineData("below: 0.01", "below: 0.01, above: 0.1", "find.suchThat: two targets are said")]
    [InlineData("below: 0.01", "below: 0.01, inShareOfFestivals: 0.9", "10 seeds and 20 fresh ones cannot "
        + "show it; allowed: seeds: 46 and confirm: { seeds: 46 }, or more")]
    [InlineData("from: 0.4", "from: 2", "smallest.to: the end is below the beginning")]
    [InlineData("from: 0.4", "from: 1.2", "smallest.to: the ends are equal")]
    [InlineData("step: 0.05", "step: 0.00001", "step: it makes no such levels; allowed: 1 to 10,000 steps")]
    [InlineData("step: 0.05", "stop: 1", "find.smallest.step: the key is missing")]
    [InlineData("step: 0.05", "step: 5s", "find.smallest.step: «5s» is no number")]
    [InlineData("measures:", "compare: { pairs: all }\nmeasures:", "this design does not compare points")]
    [InlineData("measures:", "vary: [ { path: scale, set: [1] } ]\nmeasures:", "2 designs are given")]
    [InlineData("measures:", "expect: [ a beats b on givenUp ]\nmeasures:", "is no claim of this design; "
        + "allowed: «gateway below 10»")]
    [InlineData("measures:", "expect: [ other below 3 ]\nmeasures:", "is no claim of this design")]
    [InlineData("seeds: 10", "seeds: 1", "find: one seed has no interval to search by")]
    [InlineData("value: abandoned / ordersPlaced", "event: abandoned > 3", "givenUp is a yes or no of each")]
    public void What_is_wrong_with_a_find_is_said_with_its_place(
        string there, string here, string message) =>
        Refused(SearchStudyTests.Find(), there, here, message);

    [Theory]
    [InlineData("- name: no-snow", "- name: snow", "«snow» is there twice")]
    [InlineData("    - name: no-snow\n", "", "breakEven.between: 1 arms; allowed: two arms")]
    [InlineData("arm: snow", "arm: hail", "factor.arm: there is no arm «hail»; allowed: no-snow, snow")]
    [InlineData("measure: slow", "measure: fast", "breakEven.measure: there is no measure fast")]
    public void What_is_wrong_with_a_break_even_is_said(string there, string here, string message) =>
        Refused(SearchStudyTests.BreakEven(), there, here, message);

    [Theory]
    [InlineData("best: gmv", "best: yuan", "select.best: there is no measure yuan; allowed: gmv")]
    [InlineData("better: more", "better: neither", "gmv does not say which way is better")]
    [InlineData(", seedsMax: 100", "", "a race goes by indifference and seedsMax, and one of them is not")]
    [InlineData("seedsMax: 100", "seedsMax: 9", "select.seedsMax: «9» is out of range")]
    [InlineData("among: arms", "among: points", "select.among: «points» is not known")]
    [InlineData("arms:\n", "legs:\n", "arms: 0 of them; allowed: 2 to 50")]
    [InlineData("measures:", "expect: [ d is best ]\nmeasures:", "allowed: «A is best», «m of A below 0.01»")]
    public void What_is_wrong_with_a_selection_is_said(string there, string here, string message) =>
        Refused(SearchStudyTests.Select(), there, here, message);

    [Theory]
    [InlineData("capacity.gatewayShareOfPeak", "capacity.gatewayShare", "is no key of a scenario")]
    [InlineData("from: 0.4", "from: -1", "is out of range")]
    public void Levels_that_a_scenario_refuses_are_refused_before_the_first_run(
        string there, string here, string message)
    {
        var study = StudyReader.Read(
            SearchStudyTests.Find().Replace(there, here, StringComparison.Ordinal), "s.yaml").Value!;

        var problems = StudyPlan.Of(study, "code").Problems;

        Assert.Contains(problems, problem =>
            problem.ToString().Contains(message, StringComparison.Ordinal) && problem.Line == 7);
    }

    [Fact]
    public void Whole_numbers_have_whole_steps()
    {
        var text = SearchStudyTests.Find().Replace(
            "path: capacity.gatewayShareOfPeak, as: gateway, from: 0.4, to: 1.2, step: 0.05",
            "path: policy.carts.linesMax, as: lines, from: 10, to: 20, step: 2.5", StringComparison.Ordinal);

        Assert.Contains(StudyPlan.Of(StudyReader.Read(text, "s.yaml").Value!, "code").Problems, problem =>
            problem.ToString().Contains("«12.5» does not fit; allowed: a whole", StringComparison.Ordinal));
    }

    [Fact]
    public void Lengths_are_searched_in_seconds()
    {
        var text = SearchStudyTests.Find().Replace(
            "path: capacity.gatewayShareOfPeak, as: gateway, from: 0.4, to: 1.2, step: 0.05, unit: a peak",
            "path: policy.inventory.payWithin, as: window, from: 1min, to: 1h, step: 90s",
            StringComparison.Ordinal);

        var study = new PlayedStudy(text, (point, _) => 1 / point.Levels[0].Number!.Value);

        Assert.Equal((60, 3_600), (study.Search.Factor!.From, study.Search.Factor.To));
        Assert.Equal(150, study.Search.Level);
        Assert.Contains(study.Found.Points, point => point.Name == "window 150s");
        Assert.Contains("is 150 s (95 %", study.Search.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("find")]
    [InlineData("breakEven")]
    [InlineData("select")]
    public void The_template_of_each_search_can_be_planned(string design)
    {
        var reading = StudyReader.Read(StudyTemplates.Of(design), "t.yaml");

        Assert.Empty(reading.Problems);
        Assert.NotEmpty(StudyPlan.Of(reading.Value!, "code").Value!.Orders);
        Assert.True(reading.Value!.Design.RunsMax(reading.Value) is > 20 and < 1_000);
    }

    [Fact]
    public void More_seeds_raise_the_limit_of_a_race_and_the_seeds_of_a_search()
    {
        var race = StudyAdditions.To(SearchStudyTests.Select(), "s.yaml", 20, []).Value!;
        var search = StudyAdditions.To(SearchStudyTests.Find(), "s.yaml", 20, []).Value!;

        Assert.Equal((10, 380L), (race.Seeds.Count, race.Design.RunsMax(race)));
        Assert.Equal(30, search.Seeds.Count);
    }

    private static void Refused(string text, string there, string here, string message)
    {
        Assert.Contains(there, text, StringComparison.Ordinal);
        var reading = StudyReader.Read(text.Replace(there, here, StringComparison.Ordinal), "s.yaml");

        Assert.Null(reading.Value);
        Assert.Contains(message, string.Join('\n', reading.Problems), StringComparison.Ordinal);
        Assert.All(reading.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0));
    }
}
