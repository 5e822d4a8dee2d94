using FlashSale.Simulator;
using FlashSale.Tests.Client;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>What studies do with seasons, beside what they do with any scenario.</summary>
public sealed class SeasonStudyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-season-study-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact, Trait("simulator", "SEA-1")]
    public void Measures_of_a_kept_season_are_those_of_its_days_and_its_summary()
    {
        var study = SeasonStudyText.Read(SeasonStudyText.Arms(_folder.FullName, measures: """
              gmv: gmvYuan
              classes: classes[below-100-thousand].share
              window: sum(gmv_yuan, 4d, 6d)
              busiest: max(rate(orders_paid), 3d, 12d)
              stores: at(stores, 12d)
              mean: mean(stores, 3d, 5d)
              first: { value: first(orders_paid > 0), whenNull: 0 }
              dear: { event: "gmvYuan > 1" }
            """.Replace("first(orders_paid > 0)", "first(rate(orders_paid) > 0)", StringComparison.Ordinal)));
        var plan = StudyReaderTests.Plan(study);
        var measures = StudyMeasure.All(study).Value!;
        var cache = new RunCache(_folder.FullName);
        var outcome = Runner(cache).Run(plan.Orders[0], CancellationToken.None)!;
        var season = Season.Create((SeasonScenario)plan.Orders[0].Scenario);
        season.RunToEnd();
        var result = season.Finish(new RunStamp("commit", "", TimeSpan.Zero, 0, ""));

        Assert.Equal((RunStatus.Done, season.StateHash()), (outcome.Status, outcome.StateHash));
        Assert.Equal(
            [
                (double)result.Summary.GmvYuan,
                result.Summary.Classes[0].Share,
                (double)result.Days.Skip(4).Take(2).Sum(day => day.Yuan(SeasonMeasures.Gmv)),
                result.Days.Skip(3).Max(day => day[SeasonMeasures.Paid]),
                result.Days[11][SeasonMeasures.Stores],
                result.Days.Skip(3).Take(2).Average(day => day[SeasonMeasures.Stores]),
                result.Days.First(day => day[SeasonMeasures.Paid] > 0).First + 1,
                1,
            ],
            StudyMeasure.ValuesOf(measures, cache, outcome.Key)!.Select(value => value!.Value));
        Assert.Equal("orders/days", measures[3].Found.Unit);
        Assert.Equal("days", measures[6].Found.Unit);
    }

    [Fact]
    public void Every_example_of_a_season_in_the_reference_is_a_measure()
    {
        var examples = Documents.FirstCells(
            "docs/reference/measures.md", "## Of a season").ToList();
        var scope = new MeasureScope(new SeasonScenario { Name = "usual" });

        Assert.InRange(examples.Count, 8, 30);
        Assert.All(examples, example => Assert.Empty(MeasureExpression.Read(example, scope).Problems));
    }

    [Fact]
    public void A_query_reads_the_tables_of_a_season()
    {
        var study = SeasonStudyText.Read(SeasonStudyText.Arms(_folder.FullName, measures:
            "  m: { sql: \"SELECT SUM(paid_fen) / 100.0 FROM seller_week\", unit: yuan }\n"
            + "  all: sum(gmv_yuan, 0d, 12d)", more: "keep: database"));
        var cache = new RunCache(_folder.FullName);
        var order = StudyReaderTests.Plan(study).Orders[0];
        Runner(cache).Run(order, CancellationToken.None);

        var values = StudyMeasure.ValuesOf(StudyMeasure.All(study).Value!, cache, order.Key)!;

        Assert.Equal(values[1]!.Value, values[0]!.Value, 6);
    }

    [Fact, Trait("simulator", "SEA-1"), Trait("simulator", "GOV-1")]
    public void Forks_of_seasons_end_as_runs_of_the_whole()
    {
        var study = SeasonStudyText.Read(
            SeasonStudyText.Arms(_folder.FullName, more: "fork: { at: 6d }"));
        var plan = StudyReaderTests.Plan(study);
        var (cache, measures) = (new RunCache(_folder.FullName), StudyMeasure.All(study).Value!);
        var runner = Runner(cache);
        var outcomes = plan.Wanted.ToDictionary(
            order => order.Key, order => runner.Run(order, CancellationToken.None)!);
        var fork = StudyFindings.Of(new StudyRuns(
            plan, measures,
            [
                .. plan.Orders.Select(order => new MeasuredRun(order, outcomes[order.Key],
                    StudyMeasure.ValuesOf(measures, cache, order.Key)!)),
            ],
            [.. plan.Wholes.Select(order => outcomes[order.Key])])).Fork!;

        Assert.Equal(2, plan.Wholes.Count);
        Assert.True(fork.IsChecked);
        Assert.Empty(fork.Differing);
        Assert.All(fork.Points, point => Assert.NotNull(point.WholeState));
        Assert.NotEqual(fork.Points[0].ForkState, fork.Points[1].ForkState);
        Assert.Equal(2, outcomes.Values.Count(outcome => outcome.HasMadePast)); // one for each seed
    }

    [Theory]
    [InlineData("set: { sellers.exitsPerDay: 0.1 }",
        "differs from the base in sellers.exitsPerDay, which is no policy")]
    [InlineData("set: { policy.inventory.payWithin: 1min }", "has another policy on day 0, before day 6")]
    [InlineData("set: { changes: [ { at: 5d, policy: { inventory: { payWithin: 1min } } } ] }",
        "has another policy on day 5, before day 6")]
    public void An_arm_that_differs_before_the_fork_is_refused(string change, string why)
    {
        var study = SeasonStudyText.Read(SeasonStudyText.Arms(
            _folder.FullName, $"  - name: go-on\n  - name: cut\n    {change}", more: "fork: { at: 6d }"));

        var problem = Assert.Single(StudyPlan.Of(study, "code").Problems).ToString();

        Assert.Contains($"fork.at: 6d, but arm cut {why}", problem, StringComparison.Ordinal);
        Assert.Contains("changes of the policy from then on", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("horizon: 6d", "a season stops with its last day; allowed: no horizon")]
    [InlineData("scale: 0.1", "short-season plays all its people; allowed: no scale")]
    [InlineData("scaleCheck: 0.1", "short-season plays all its people; allowed: no scaleCheck")]
    [InlineData("fork: { at: 36h }", "36h is no whole day; allowed: whole days: 90d")]
    [InlineData("fork: { at: 12d }", "«12d» is out of range; allowed: from 1d to 11d")]
    [InlineData("recalibrate: [festival.gmvYuan]", "no point changes «festival.gmvYuan»")]
    public void What_a_season_cannot_do_is_refused_with_what_is_allowed(string more, string why)
    {
        var reading = StudyReader.Read(SeasonStudyText.Arms(_folder.FullName, more: more), "s.yaml");

        Assert.Contains(why, Assert.Single(reading.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at(stores, 36h)", "lies within a day; allowed: whole days: 60d")]
    [InlineData("at(stores, 13d)", "is no day of the season; allowed: 0d to 12d")]
    [InlineData("sum(orders_payd, 0d, 3d)", "is no column of day.csv (did you mean «orders_paid»?)")]
    [InlineData("day.gmvYuan", "is no field of summary.json")]
    [InlineData("orders_paid", "is a column of day.csv; allowed: sum(orders_paid, 60d, 90d), or a field")]
    [InlineData("classes[rich].share", "«rich» is not in classes")]
    [InlineData("published(gmvYuan)", "is not known: the base stands for no Singles' Day")]
    public void A_measure_that_a_season_has_not_is_refused(string value, string why)
    {
        var study = SeasonStudyText.Read(SeasonStudyText.Arms(
            _folder.FullName, measures: $"  m: \"{value}\""));

        Assert.Contains(why, Assert.Single(StudyMeasure.All(study).Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_season_is_nothing_to_calibrate_by_published_days()
    {
        var file = Path.Combine(_folder.FullName, SeasonStudyText.BaseFile);
        File.WriteAllText(file, SeasonStudyText.Base);
        var text = StudyText.Calibrate.Replace("quick", file, StringComparison.Ordinal);
        text = string.Join('\n', text.Split('\n').Select(line =>
            line.StartsWith("base:", StringComparison.Ordinal) ? $"base: {file}" : line)
            .Where(line => !line.StartsWith("scale:", StringComparison.Ordinal)
                && !line.StartsWith("horizon:", StringComparison.Ordinal)));

        Assert.Contains(StudyReader.Read(text, "s.yaml").Problems, problem => problem.ToString().Contains(
            "nothing of short-season was published by the day; allowed: festivals",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Other_people_are_another_world_and_habits_are_not()
    {
        var plan = StudyReaderTests.Plan(SeasonStudyText.Read(SeasonStudyText.Arms(_folder.FullName, """
              - name: as-it-is
              - name: more-exits
                times: { sellers.exitsPerDay: 2 }
              - name: more-stores
                set: { season.stores: 30 }
            """)));

        Assert.Equal([0, 0, 1], plan.Points.Select(point => point.Recalibrated.Count));
        Assert.Equal("season.stores", plan.Points[2].Recalibrated[0]);
    }

    [Fact]
    public void A_key_that_a_season_has_not_is_refused_with_the_nearest()
    {
        var study = SeasonStudyText.Read(SeasonStudyText.Arms(
            _folder.FullName, "  - name: one\n  - { name: two, set: { sellers.exitPerDay: 0.1 } }"));

        var problem = Assert.Single(StudyPlan.Of(study, "code").Problems).ToString();

        Assert.Contains("(did you mean «sellers.exitsPerDay»?)", problem, StringComparison.Ordinal);
        Assert.Contains("docs/reference/season.md", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_of_a_season_is_the_same_on_the_other_side_of_a_pipe()
    {
        var order = StudyReaderTests.Plan(SeasonStudyText.Read(
            SeasonStudyText.Arms(_folder.FullName, more: "fork: { at: 6d }"))).Orders[1];

        var read = RunOrderJson.Read(RunOrderJson.Line(order));

        Assert.True(read.IsNamedBy("code"));
        Assert.Equal((order.Key, order.Scenario.Hash), (read.Key, read.Scenario.Hash));
        Assert.Equal((order.Past!.Key, order.Past.At), (read.Past!.Key, read.Past.At));
    }

    private static OrderRunner Runner(RunCache cache) => new(cache, "commit", new HandClock());
}
