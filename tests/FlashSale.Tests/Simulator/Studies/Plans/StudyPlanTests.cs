using System.Globalization;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class StudyPlanTests
{
    [Fact]
    public void All_points_of_a_seed_stand_in_a_row_and_every_run_has_its_own_name()
    {
        var plan = PlanOf(StudyText.Arms());

        Assert.Equal([(1UL, 0), (1UL, 1), (2UL, 0), (2UL, 1)],
            plan.Orders.Select(order => (order.Seed, order.Point)));
        Assert.Equal(4, plan.Orders.Select(order => order.Key).Distinct().Count());
        Assert.Equal(plan.Text(), PlanOf(StudyText.Arms()).Text());
    }

    [Fact]
    public void A_plan_is_that_of_its_golden_file()
    {
        var file = Path.Combine(Repository.Root, "tests", "FlashSale.Tests", "Simulator", "Studies", "Plans",
            "golden-plan.txt");
        var plan = PlanOf(StudyText.Sweep(
            """
              - { path: capacity.gatewayShareOfPeak, as: gateway, from: 0.5, to: 1, steps: 2 }
              - { path: behaviour.paying.neverShare, as: never, times: [1, 0.5] }
            """,
            """
            scaleCheck: 0.00002
            precision: { measure: gmv, relative: 0.5, seedsMax: 4 }
            """));
        var names = plan.AllOrders.Select(order => order.Key).Distinct().ToList();
        var text = string.Concat(plan.AllOrders.Select(order => string.Create(CultureInfo.InvariantCulture,
            $"run {names.IndexOf(order.Key)}  seed {order.Seed}  {Words.Of(order.Role)}  ")
            + $"{plan.AllPoints[order.Point].Name}\n"));
        if (Documents.AreWritten)
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void A_run_is_named_by_what_decides_it_and_by_nothing_else()
    {
        var usual = PlanOf(StudyText.Arms());
        var renamed = PlanOf(StudyText.Arms().Replace("a-study", "b-study", StringComparison.Ordinal)
            .Replace("at-once", "soon", StringComparison.Ordinal));
        var longer = PlanOf(StudyText.Arms().Replace("horizon: 2min", "horizon: 3min",
            StringComparison.Ordinal));
        var other = StudyPlan.Of(StudyReaderTests.Study(StudyText.Arms()), "other code").Value!;

        Assert.Equal(Keys(usual), Keys(renamed));
        Assert.Empty(Keys(usual).Intersect(Keys(longer)));
        Assert.Empty(Keys(usual).Intersect(Keys(other)));
    }

    [Fact]
    public void An_arm_without_changes_is_the_base_and_shares_its_runs()
    {
        var plan = PlanOf(StudyText.Arms("  - name: one\n  - name: two"));

        Assert.Equal(2, plan.Orders.Select(order => order.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("from: 0.4, to: 1.2, steps: 3", "base | gateway 0.4 | gateway 0.8 | gateway 1.2")]
    [InlineData("from: 0.1, to: 10, steps: 3, spacing: log", "base | gateway 0.1 | gateway 1 | gateway 10")]
    [InlineData("set: [0.5, 2]", "base | gateway 0.5 | gateway 2")]
    [InlineData("times: [0.5, 2]", "base | gateway ×0.5 | gateway ×2")]
    [InlineData("plus: [-0.1, 0.1]", "base | gateway -0.1 | gateway +0.1")]
    public void A_sweep_has_its_levels_and_the_base(string levels, string names)
    {
        var plan = PlanOf(StudyText.Sweep(
            $"  - {{ path: capacity.gatewayShareOfPeak, as: gateway, {levels} }}"));

        Assert.Equal(names, string.Join(" | ", plan.Points.Select(point => point.Name)));
        Assert.Equal(plan.Points.Count - 1, plan.Pairs.Count);
        Assert.All(plan.Pairs, pair => Assert.Equal("base", pair.First.Name));
    }

    [Fact]
    public void Factors_are_crossed_unless_they_move_together()
    {
        const string two = """
              - { path: capacity.gatewayShareOfPeak, as: gateway, set: [0.5, 2] }
              - { path: behaviour.paying.neverShare, as: never, set: [0.1, 0.2] }
            """;

        Assert.Equal(5, PlanOf(StudyText.Sweep(two)).Points.Count);
        Assert.Equal(["base", "gateway 0.5, never 0.1", "gateway 2, never 0.2"],
            PlanOf(StudyText.Sweep(two, "together: [gateway, never]")).Points.Select(point => point.Name));
    }

    [Theory]
    [InlineData("gateway > 0.5", "base | gateway 2")]
    [InlineData("gateway <= 2 and gateway >= 2", "base | gateway 2")]
    [InlineData("gateway < 2", "base | gateway 0.5")]
    public void A_condition_drops_combinations(string condition, string names)
    {
        var plan = PlanOf(StudyText.Sweep(
            "  - { path: capacity.gatewayShareOfPeak, as: gateway, set: [0.5, 2] }", $"where: {condition}"));

        Assert.Equal(names, string.Join(" | ", plan.Points.Select(point => point.Name)));
    }

    [Theory]
    [InlineData("times", "0.5", "festival.peakOrdersPerSecond", "festival.peakOrdersPerSecond", "245500")]
    [InlineData("plus", "1000", "festival.peakOrdersPerSecond", "festival.peakOrdersPerSecond", "492000")]
    [InlineData("times", "2", "behaviour.trying.retryDelay", "behaviour.trying.retryDelay", null)]
    [InlineData("times", "3.3", "catalogue.stores", "catalogue.stores", null)]
    public void A_value_is_changed_in_the_form_that_the_study_says(
        string form, string value, string path, string leaf, string? expected)
    {
        var plan = PlanOf(StudyText.Arms(
            $"  - name: base\n  - name: other\n    {form}: {{ {path}: {value} }}"));

        var (before, after) = (Leaf(plan, 0, leaf), Leaf(plan, 1, leaf));
        Assert.NotEqual(before, after);
        Assert.Equal(expected ?? after, after);
    }

    [Fact]
    public void A_list_that_is_empty_in_the_base_is_set_as_a_whole()
    {
        var plan = PlanOf(StudyText.Arms("  - name: base\n  - name: snow\n    set: { shocks: [ "
            + "{ kind: snow, from: 1d, until: 2d, regions: [east] } ] }"));

        Assert.Equal("east", Assert.Single(Assert.Single(plan.Points[1].Scenario.OfDay().Shocks).Regions));
        Assert.Empty(plan.Points[1].Recalibrated);
    }

    [Fact]
    public void All_lengths_of_a_distribution_are_stretched()
    {
        var plan = PlanOf(StudyText.Arms(
            "  - name: base\n  - name: slow\n    stretch: { behaviour.paying.delay: 2 }"));

        foreach (var point in new[] { "p50", "p100" })
        {
            var leaf = $"behaviour.paying.delay.{point}";
            Assert.Equal(
                2 * FileWords.Length(Leaf(plan, 0, leaf))!.Value, FileWords.Length(Leaf(plan, 1, leaf)));
        }
    }

    [Fact]
    public void Other_shares_make_room_in_their_proportion()
    {
        var plan = PlanOf(StudyText.Arms(
            "  - name: base\n  - name: banks\n    set: { \"channels[kind=bank].shareOfBuyers\": 0.5 }\n"
            + "    others: in-proportion"));

        var (before, after) =
            (plan.Points[0].Scenario.OfDay().Channels, plan.Points[1].Scenario.OfDay().Channels);
        var bank = before.ToList().FindIndex(one => Words.Of(one.Kind) == "bank");
        Assert.Equal(0.5, after[bank].ShareOfBuyers);
        Assert.Equal(1, after.Sum(one => one.ShareOfBuyers), precision: 9);
        Assert.All(before.Zip(after).Where((_, at) => at != bank), pair => Assert.Equal(
            pair.First.ShareOfBuyers * 0.5 / (1 - before[bank].ShareOfBuyers), pair.Second.ShareOfBuyers,
            precision: 9));
    }

    [Fact]
    public void What_is_no_intervention_makes_another_world_and_is_named()
    {
        var plan = PlanOf(StudyText.Arms(
            "  - name: base\n  - name: rich\n    set: { festival.gmvYuan: 300e9, "
                + "capacity.gatewayShareOfPeak: 0.9 }"));

        Assert.Empty(plan.Points[0].Recalibrated);
        Assert.Equal(["festival.gmvYuan"], plan.Points[1].Recalibrated);
    }

    [Fact]
    public void More_runs_than_the_budget_are_refused()
    {
        var reading = StudyPlan.Of(
            StudyReaderTests.Study(StudyText.Arms(more: "budget: { runsMax: 3 }")), "code");

        Assert.Contains("2 points × 2 seeds = 4 runs is above 3; allowed: fewer steps",
            string.Join('\n', reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_with_the_first_or_a_named_arm_or_all()
    {
        const string three = "  - name: a\n  - name: b\n    set: { capacity.gatewayShareOfPeak: 0.9 }\n"
            + "  - name: c\n    set: { capacity.gatewayShareOfPeak: 0.8 }";

        Assert.Equal("a-b a-c", Pairs(StudyText.Arms(three)));
        Assert.Equal("b-a b-c", Pairs(StudyText.Arms(three, more: "compare: { with: b }")));
        Assert.Equal("a-b a-c b-c", Pairs(StudyText.Arms(three, more: "compare: { pairs: all }")));
    }

    private static string Pairs(string text) => string.Join(
        ' ', PlanOf(text).Pairs.Select(pair => $"{pair.First.Name}-{pair.Second.Name}"));

    private static StudyPlan PlanOf(string text) => StudyReaderTests.Plan(StudyReaderTests.Study(text));

    private static IEnumerable<string> Keys(StudyPlan plan) => plan.Orders.Select(order => order.Key);

    private static string Leaf(StudyPlan plan, int point, string path) =>
        plan.Points[point].Scenario.OfDay().Parameters().First(one => one.Name == path).Value;
}
