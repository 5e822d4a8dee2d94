using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class StudyReaderTests
{
    [Fact]
    public void A_study_is_read_with_its_defaults()
    {
        var study = Study(StudyText.Arms());

        Assert.Equal(("a-study", "quick", 0.00001), (study.Name, study.Base.Name, study.Base.Scale));
        Assert.Equal([1UL, 2], study.Seeds);
        Assert.Equal(TimeSpan.FromMinutes(2), study.Horizon);
        Assert.Equal((0.95, 10_000), (study.Confidence, study.Budget.RunsMax));
        Assert.Equal(["as-it-is", "at-once"], study.Design.Named);
    }

    [Theory]
    [InlineData("gateway is 2", "«gateway is 2» is no condition; allowed: factor < number")]
    [InlineData("other < 2", "there is no factor «other»; allowed: gateway")]
    [InlineData("gateway < 2 and", "is no condition")]
    public void A_condition_that_is_none_is_refused(string condition, string message)
    {
        var reading = StudyReader.Read(StudyText.Sweep(
            "  - { path: capacity.gatewayShareOfPeak, as: gateway, set: [0.5, 2] }", $"where: {condition}"),
            "s.yaml");

        Assert.Contains(message, string.Join('\n', reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeds: 3", "1 2 3")]
    [InlineData("seeds: { from: 101, count: 2 }", "101 102")]
    public void Seeds_are_a_count_or_where_they_begin(string line, string seeds)
    {
        var study = Study(StudyText.Arms().Replace("seeds: 2", line, StringComparison.Ordinal));

        Assert.Equal(seeds, string.Join(' ', study.Seeds));
    }

    [Fact]
    public void The_command_line_changes_seeds_and_scale_as_if_they_stood_in_the_file()
    {
        var text = StudyText.Arms().Replace("seeds: 2", "seeds: { from: 7, count: 2 }",
            StringComparison.Ordinal);

        var study = StudyReader.Read(text, "s.yaml", new StudyOverrides(Seeds: 3, Scale: 0.5)).Value!;

        Assert.Equal([7UL, 8, 9], study.Seeds);
        Assert.Equal(0.5, study.Base.Scale);
        Assert.Contains("scale: 0.5\n", study.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_is_written_with_all_defaults_and_reads_as_the_same_plan()
    {
        var study = Study(StudyText.Arms());

        var again = Study(study.Text);

        Assert.Contains("\nconfidence: 0.95\n", study.Text, StringComparison.Ordinal);
        Assert.Equal(Plan(study).Text(), Plan(again).Text());
        Assert.Equal(study.Text, again.Text);
    }

    [Theory]
    [InlineData("question: What does it do?", "", "s.yaml:1:1: question: the key is missing")]
    [InlineData("question:", "qestion:", "the key is not known (did you mean «question»?)")]
    [InlineData("base: quick", "base: quik", "there is no scenario «quik»; did you mean quick?")]
    [InlineData("seeds: 2", "seeds: 0", "seeds: «0» is out of range; allowed: a number from 1 to 10000")]
    [InlineData("horizon: 2min", "horizon: 2", "horizon: «2» has no unit")]
    [InlineData("name: a-study", "name: A study", "«A study» is no such name")]
    [InlineData("arms:", "finds:", "no design is given; allowed: one of arms, vary")]
    [InlineData("  - name: as-it-is\n", "", "arms: 1 of them; allowed: 2 to 50")]
    [InlineData("name: at-once", "name: as-it-is", "«as-it-is» is there twice; allowed: each name once")]
    [InlineData("better: more", "better: bigger", "better: «bigger» is not known")]
    [InlineData("measures:", "confidence: 1\nmeasures:", "confidence: «1» is out of range")]
    [InlineData("measures:", "compare: { with: nobody }\nmeasures:",
        "there is no «nobody»; allowed: as-it-is")]
    [InlineData("measures:", "compare: { pairs: some }\nmeasures:", "«some» is not known; allowed: all")]
    [InlineData("measures:", "keep: everything\nmeasures:",
        "keep: «everything» is not known; allowed: measures, summary, timeline, database")]
    [InlineData("value: gmvYuan", "value: gmvYuan, sql: SELECT 1",
        "measures.gmv.value: the key is not known")]
    [InlineData("measures:", "budget: { runsMax: x }\nmeasures:", "budget.runsMax: «x» is no number")]
    [InlineData("measures:", "together: [a]\nmeasures:", "together: the key is not known")]
    [InlineData("measures:", "expect: [A is best]\nmeasures:", "«A is best» is no claim; allowed: «A beats "
        + "B on m»")]
    [InlineData("measures:", "expect: [at-once beats nobody on gmv]\nmeasures:", "there is no nobody; "
        + "allowed: as")]
    [InlineData("measures:", "expect: [at-once beats as-it-is on x]\nmeasures:", "there is no measure x; "
        + "allowed: gmv")]
    [InlineData("measures:", "expect: [at-once beats at-once on gmv]\nmeasures:",
        "at-once and at-once are not compared; allowed: a claim with as-it-is")]
    [InlineData("measures:", "expect: [at-once equals as-it-is on gmv]\nmeasures:", "without «matters» "
        + "nothing is")]
    [InlineData("measures:", "precision: { measure: gmv, seedsMax: 9 }\nmeasures:", "how narrow is not said")]
    [InlineData("measures:", "precision: { measure: x, halfWidth: 1, seedsMax: 9 }\nmeasures:",
        "precision.measure: there is no measure x; allowed: gmv")]
    [InlineData("measures:", "precision: { measure: gmv, halfWidth: 1 }\nmeasures:",
        "precision.seedsMax: the key is missing")]
    public void What_is_wrong_is_said_with_its_place_and_what_is_allowed(string there, string here,
        string message)
    {
        var reading = StudyReader.Read(
            StudyText.Arms().Replace(there, here, StringComparison.Ordinal), "s.yaml");

        Assert.Null(reading.Value);
        Assert.Contains(message, string.Join('\n', reading.Problems), StringComparison.Ordinal);
        Assert.All(reading.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0));
    }

    [Theory]
    [InlineData("", "third and at-once are not compared; allowed: a claim with as-it-is")]
    [InlineData("compare: { with: third }", null)]
    [InlineData("compare: { pairs: all }", null)]
    public void A_claim_needs_the_comparison_that_it_is_about(string compare, string? problem)
    {
        var arms = StudyText.TwoArms + "\n  - name: third\n    set: { policy.inventory.payWithin: 2s }";
        var reading = StudyReader.Read(
            StudyText.Arms(arms, more: $"expect: [third beats at-once on gmv]\n{compare}"), "s.yaml");

        Assert.Equal(problem is null, reading.Problems.Count == 0);
        Assert.Contains(problem ?? "", string.Join('\n', reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("festival.peakPaymentPerSecond: 1000", "11:13: arms[1].set: «festival.peakPaymentPerSecond» "
        + "is no key of a scenario (did you mean «festival.peakPaymentsPerSecond»?); allowed: a path of "
        + "docs/reference/scenario.md")]
    [InlineData("behaviour.paying.neverShare: 2", "11:42: arms[1].set: behaviour.paying.neverShare: «2» is "
        + "out of range; allowed: a number from 0 to 0.95")]
    [InlineData("behaviour.paying.neverShare: much", "arms[1].set: behaviour.paying.neverShare: «much» is "
        + "no number")]
    [InlineData("\"channels[kind=cash].failureRate\": 0.5", "arms[1].set: "
        + "«channels[kind=cash].failureRate»: there is "
        + "no item [kind=cash]: the list has 4; allowed: a path of docs/reference/scenario.md")]
    [InlineData("seed: 4", "arms[1].set: «seed» is no factor; allowed: another key of the scenario")]
    [InlineData("name: other", "arms[1].set: «name» is no factor")]
    [InlineData("policy.inventory.payWithin: 5", "arms[1].set: policy.inventory.payWithin: «5» does not fit")]
    [InlineData("\"channels[kind=bank].shareOfBuyers\": 0.9", "arms[1].set: channels: the shares sum to")]
    public void A_wrong_path_or_value_is_told_at_its_place_in_the_study(string set, string message)
    {
        var arms = $"  - name: as-it-is\n  - name: other\n    set: {{\n            {set}\n      }}";

        var plan = StudyPlan.Of(Study(StudyText.Arms(arms)), "code");

        Assert.Null(plan.Value);
        Assert.Contains(message, string.Join('\n', plan.Problems), StringComparison.Ordinal);
        Assert.All(plan.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0));
    }

    [Theory]
    [InlineData("gmvYuan + ordersPaid", "yuan")]
    [InlineData("gmvYuen", "did you mean «gmvYuan»?")]
    public void A_measure_that_cannot_be_is_refused_at_its_place_before_the_first_run(string value,
        string said)
    {
        var study = Study(StudyText.Arms(measures: $"  m: {{ value: {value}, better: more }}"));

        var problem = Assert.Single(StudyMeasure.All(study).Problems);

        Assert.Equal("measures.m.value", problem.Field);
        Assert.Contains(said, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal((12, true), (problem.Line, problem.Column >= 15));
    }

    [Theory]
    [InlineData("sql: SELECT 1, unit: orders", "", "measures.m.sql: a query reads run.sqlite, and this study "
        + "keeps the timeline; allowed: keep: database")]
    [InlineData("sql: SELECT total FROM orders, unit: orders", "keep: database", "no such column: total")]
    [InlineData("sql: SELECT 1", "keep: database", "a query has no unit of its own")]
    public void A_query_is_refused_before_the_first_run(string measure, string more, string message)
    {
        var study = Study(StudyText.Arms(measures: $"  m: {{ {measure} }}", more: more));

        Assert.Contains(message, Assert.Single(StudyMeasure.All(study).Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"hotListings[Phone of the yaer].sold\"", "«Phone of the yaer» is not in hotListings")]
    [InlineData("\"comparison.measures[Peak order].error\"", "(did you mean «Peak orders»?)")]
    [InlineData("\"sample.money.accounts[ecrow].yuan\"", "(did you mean «escrow»?)")]
    [InlineData("\"shocks[snow].capacity\"", "«snow» is not in shocks")]
    public void An_item_that_no_run_will_have_is_refused_before_the_first_run(string value, string message)
    {
        var study = Study(StudyText.Arms(measures: $"  m: {value}"));

        Assert.Contains(message, Assert.Single(StudyMeasure.All(study).Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_an_arm_may_bring_is_not_refused()
    {
        const string arms = """
              - name: as-it-is
              - name: snow
                set: { shocks: [ { kind: snow, from: 1d, until: 2d, regions: [east], capacityFactor: 0.2 } ] }
            """;

        Assert.Empty(StudyMeasure.All(Study(
            StudyText.Arms(arms, "  m: { value: \"shocks[snow].capacity\", whenNull: 1 }"))).Problems);
    }

    [Fact]
    public void Points_are_of_shares_only()
    {
        var study = Study(StudyText.Arms(measures: "  m: { value: gmvYuan, show: points }"));

        Assert.Contains("points are of shares, and this is in yuan",
            Assert.Single(StudyMeasure.All(study).Problems).ToString(), StringComparison.Ordinal);
    }

    internal static Study Study(string text)
    {
        var reading = StudyReader.Read(text, "s.yaml");
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }

    internal static StudyPlan Plan(Study study)
    {
        var reading = StudyPlan.Of(study, "code");
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }
}
