using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class StudyRoundTests
{
    private const string Path = "policy.inventory.payWithin";

    [Fact]
    public void A_design_asks_for_its_next_round_by_the_results_of_those_before()
    {
        var (first, measures) = PlanOf(new Doubling(2_000));
        var second = After(first, measures);
        var third = After(second, measures);

        Assert.Equal(["payWithin 1000ms"], first.Points.Select(point => point.Name));
        Assert.Equal(["payWithin 1000ms", "payWithin 2000ms"], second.Points.Select(point => point.Name));
        Assert.Equal([(0, 1UL, RunRole.Search), (1, 1UL, RunRole.Search), (1, 101UL, RunRole.Confirm)],
            third.Orders.Select(order => (order.Point, order.Seed, order.Role)));
        Assert.Equal(third.Text(), After(third, measures).Text());
        Assert.False(third.IsCutShort);
    }

    [Fact]
    public void A_round_that_the_budget_does_not_have_ends_the_study_with_what_there_is()
    {
        var (first, measures) = PlanOf(new Doubling(2_000), runsMax: 2);
        var last = After(After(first, measures), measures);

        Assert.True(last.IsCutShort);
        Assert.Equal(2, last.Orders.Count);
        Assert.True(StudyFindings.Of(Ran(last, measures)).Partial);
    }

    [Fact]
    public void An_end_that_is_no_scenario_is_refused_before_the_first_run()
    {
        var study = StudyReaderTests.Study(StudyText.Arms()) with { Design = new Doubling(-1) };

        Assert.Contains(Path, string.Join('\n', StudyPlan.Of(study, "code").Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fresh_seeds_are_no_part_of_the_level_of_their_point()
    {
        var (first, measures) = PlanOf(new Doubling(2_000));
        var last = After(After(first, measures), measures);

        Assert.Equal([1, 1], StudyFindings.Of(Ran(last, measures)).Estimates.Select(level => level.Runs));
    }

    private static (StudyPlan Plan, IReadOnlyList<StudyMeasure> Measures) PlanOf(
        StudyDesign design, int runsMax = 100)
    {
        var study = StudyReaderTests.Study(StudyText.Arms(more: $"budget: {{ runsMax: {runsMax * 2} }}"));
        study = study with { Design = design, Budget = study.Budget with { RunsMax = runsMax } };
        return (StudyReaderTests.Plan(study), StudyMeasure.All(study).Value!);
    }

    private static StudyPlan After(StudyPlan plan, IReadOnlyList<StudyMeasure> measures)
    {
        var next = plan.After(Ran(plan, measures));
        Assert.Empty(next.Problems);
        return next.Value!;
    }

    private static StudyRuns Ran(StudyPlan plan, IReadOnlyList<StudyMeasure> measures) => new(plan, measures,
    [
        .. plan.Orders.Select(order => new MeasuredRun(
            order, new RunOutcome { Key = order.Key, Status = RunStatus.Done },
            [FileWords.Length(order.Scenario.OfDay().Parameters().First(one => one.Name == Path).Value)!.Value
                .TotalMilliseconds])),
    ]);

    // Doubles a length until its measure reaches the last one, then looks at that on a fresh seed.
    private sealed record Doubling(int Last) : StudyDesign
    {
        public override IReadOnlyList<string> Factors => ["payWithin"];

        internal override IReadOnlyList<AskedPoint> Ends => [Point(1_000), Point(Last)];

        internal override IReadOnlyList<AskedRuns> Next(StudyRuns done)
        {
            var asked = new List<AskedRuns>();
            for (var length = 1_000; ; length *= 2)
            {
                asked.Add(new AskedRuns(Point(length), [1], RunRole.Search));
                if (done.Values(asked[^1], measure: 0) is not [{ } value])
                {
                    return asked;
                }

                if (value >= Last)
                {
                    return [.. asked, new AskedRuns(Point(length), [101], RunRole.Confirm)];
                }
            }
        }

        private static AskedPoint Point(int ms)
        {
            var text = FormattableString.Invariant($"{ms}ms");
            var value = YamlNode.OfText(text, quoted: false, 1, 1);
            return new AskedPoint($"payWithin {text}", [FactorLevel.Of("payWithin", text)],
                [new ScenarioChange(ScenarioPath.Of(Path), ChangeForm.Set, value, value)]);
        }
    }
}
