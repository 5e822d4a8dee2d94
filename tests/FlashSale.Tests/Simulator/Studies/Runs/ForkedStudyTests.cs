using FlashSale.Simulator;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>The key «fork»: what it allows, what it runs, and that its law is looked after.</summary>
public sealed class ForkedStudyTests : IDisposable
{
    private const string Arms = """
          - name: go-on
          - name: half
            set: { festival.peakPaymentsPerSecond: 100000 }
          - name: outage
            set: { shocks: [ { kind: channel-outage, from: -1min, until: 30s } ] }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-fork-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void All_points_of_a_seed_go_on_from_one_past_which_is_made_once()
    {
        var (plan, cache) = (Plan(Arms), new RunCache(_folder.FullName));
        var (first, later) = (Runner(cache), Runner(cache));

        var outcomes = plan.Orders.Select((order, at) => Run(at == 0 ? first : later, order)).ToList();

        Assert.All(outcomes, outcome => Assert.Equal(RunStatus.Done, outcome.Status));
        Assert.Equal([true, false, false], outcomes.Select(outcome => outcome.HasMadePast));
        Assert.Equal(3, outcomes.Select(outcome => outcome.StateHash).Distinct().Count());
        Assert.Equal(1, new PastCache(_folder.FullName).Size().Pasts);
        Assert.Equal(3, cache.Size().Runs);
    }

    [Fact]
    public void Points_whose_course_alone_differs_are_run_from_the_beginning_too_and_end_the_same()
    {
        var (plan, runner) = (Plan(Arms, seeds: 2), Runner(new RunCache(_folder.FullName)));
        Assert.Equal(["go-on", "outage"], plan.Wholes.Select(whole => plan.Points[whole.Point].Name));
        Assert.All(plan.Wholes, whole => Assert.Equal((1UL, null), (whole.Seed, whole.Past)));
        Assert.Equal(8, plan.Wanted.Count);

        var result = StudyFindings.Of(Runs(plan, order => Run(runner, order)));

        Assert.Equal("-1min", result.Fork!.At);
        Assert.Equal(["go-on", "half", "outage"], result.Fork.Points.Select(point => point.Point));
        Assert.Equal(["festival.peakPaymentsPerSecond"], result.Fork.Points[1].FromThenOn);
        Assert.Null(result.Fork.Points[1].Seed);
        Assert.All([result.Fork.Points[0], result.Fork.Points[2]], point =>
        {
            Assert.Equal(1UL, point.Seed);
            Assert.NotNull(point.WholeState);
            Assert.Equal(point.WholeState, point.ForkState);
        });
        Assert.True(result.Passed);
        Assert.False(result.Partial);
    }

    [Fact]
    public void A_fork_that_ends_otherwise_fails_the_study_and_is_warned_of()
    {
        var (plan, runner) = (Plan(Arms), Runner(new RunCache(_folder.FullName)));
        var sound = Runs(plan, order => Run(runner, order));
        var broken = new StudyRuns(plan, sound.Measures, sound.All,
            [sound.Wholes[0], sound.Wholes[1] with { StateHash = new string('0', 64) }]);

        var result = StudyFindings.Of(broken);

        Assert.False(result.Passed);
        Assert.Contains("The forks of outage ended in another state than runs of the whole",
            result.Warnings.Single(one => one.Code == WarningCodes.ForkDiffers).Text,
            StringComparison.Ordinal);
        Assert.True(StudyFindings.Of(new StudyRuns(plan, sound.Measures, sound.All)).Partial);
    }

    [Fact]
    public void A_forked_run_that_failed_names_the_command_that_repeats_it_alone()
    {
        var plan = Plan(Arms);
        var failed = plan.Orders[1];
        var result = StudyFindings.Of(Runs(plan, order => OrderRunner.Failed(
            order, order == failed ? RunStatus.Crashed : RunStatus.Faulted, "why")));

        var command = result.Failures[1].Command;
        Assert.Equal($"flashsale study verify . --run {failed.Key[..16]}", command);
        Assert.Equal($"repeat: flashsale study verify some/folder --run {failed.Key[..16]}",
            new StudyFolder("some/folder").Outside("repeat: " + command));
    }

    [Fact]
    public void An_order_with_a_past_is_the_same_to_a_worker_and_has_a_name_of_its_own()
    {
        var order = Plan(Arms).Orders[2];
        var read = RunOrderJson.Read(RunOrderJson.Line(order));

        Assert.Equal(order.Past!.Key, read.Past!.Key);
        Assert.Equal((order.Past.Scenario.Hash, order.Past.At), (read.Past.Scenario.Hash, read.Past.At));
        Assert.NotEqual(
            order.Key, Plan(Arms, fork: "fork: { at: -2min }").Orders[2].Key);
        Assert.NotEqual(order.Key, Plan(Arms, fork: "").Orders[2].Key);
        Assert.Equal(Plan(Arms).Wholes[1].Key, Plan(Arms, fork: "").Orders[2].Key);
    }

    [Theory]
    [InlineData("set: { population.ordersPerBuyer: 3 }",
        "differs from the base in population.ordersPerBuyer, which was decided before")]
    [InlineData("set: { shocks: [ { kind: snow, from: -2min, until: 1d } ] }",
        "differs from the base in shocks[0], which begins at -2min, before it")]
    public void What_was_decided_before_is_refused_with_key_and_moment(string change, string why)
    {
        var problem = Assert.Single(StudyPlan.Of(Study(
            $"  - name: go-on\n  - name: cut\n    {change}"), "code").Problems);

        Assert.Equal(
            $"s.yaml:13:13: fork.at: -1min, but arm cut {why}; allowed: interventions from then on "
                + "(docs/concepts/studies.md)",
            problem.ToString());
    }

    [Theory]
    [InlineData("fork: { at: 1500ms }", "1500ms is no whole second; allowed: whole seconds: -1min")]
    [InlineData("fork: { at: -3d }", "«-3d» is out of range; allowed: from -89999s to 119s")]
    [InlineData("fork: { at: 1h }", "«1h» is out of range; allowed: from -89999s to 119s")]
    [InlineData("fork: {}", "fork.at: the key is missing")]
    public void A_moment_without_a_past_is_refused(string fork, string why)
    {
        var text = StudyText.Arms(more: fork);

        Assert.Contains(why, Assert.Single(StudyReader.Read(text, "study.yaml").Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_can_be_forked()
    {
        var plan = StudyReaderTests.Plan(StudyReaderTests.Study(StudyText.Sweep(
            "  - { path: capacity.gatewayShareOfPeak, as: gateway, set: [0.5, 1] }", "fork: { at: 30s }")));

        Assert.All(plan.Orders, order => Assert.Equal(TimeSpan.FromSeconds(30), order.Past!.At));
        Assert.Equal("base", plan.Points[plan.Wholes[0].Point].Name);
    }

    private static Study Study(string arms, string fork = "fork: { at: -1min }", int seeds = 1) =>
        StudyReaderTests.Study(StudyText.Arms(arms, more: fork, seeds: seeds));

    private static StudyPlan Plan(string arms, string fork = "fork: { at: -1min }", int seeds = 1) =>
        StudyReaderTests.Plan(Study(arms, fork, seeds));

    private static OrderRunner Runner(RunCache cache) => new(cache, "commit", new HandClock());

    private static RunOutcome Run(OrderRunner runner, RunOrder order) =>
        runner.Run(order, CancellationToken.None)!;

    private static StudyRuns Runs(StudyPlan plan, Func<RunOrder, RunOutcome> run) => new(
        plan, [], [.. plan.Orders.Select(order => new MeasuredRun(order, run(order), []))],
        [.. plan.Wholes.Select(run)]);
}
