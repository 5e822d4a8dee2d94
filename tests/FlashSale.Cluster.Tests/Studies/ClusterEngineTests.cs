using System.Collections.Concurrent;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

// A study on a cluster finds what it finds on one machine, whatever happens to silos.
public sealed class ClusterEngineTests
{
    [Fact]
    public async Task A_study_on_three_silos_of_which_one_dies_has_the_bytes_of_one_machine()
    {
        const int seeds = 6;
        await using var cluster = await StudyCluster.Start(silos: 3, slots: 1);
        using var study = new SmallStudy(seeds: seeds);
        using var engine = cluster.EngineOf(study.Plan.Study, study.Cache);

        var outcomes = await study.Run(engine, async ended =>
        {
            if (ended.Count == 3)
            {
                var grain = await cluster.OnlyStudy();
                var lease = await Eventually.Is(async () => (await grain.Look())!.Leases.FirstOrDefault());
                await cluster.Kill(lease.Silo);
                cluster.Clock.Ahead += StudyLimits.LeaseWithin; // what the dead silo held lapses
            }
        });

        Assert.Equal(2 * seeds, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(RunStatus.Done, outcome.Status));
        Assert.Equal(await SmallStudy.JsonHere(seeds), study.Json());
        Assert.Equal(2 * seeds, (await (await cluster.OnlyStudy()).Look())!.Ended);
    }

    [Fact]
    public async Task Forks_on_three_silos_end_as_those_of_one_machine()
    {
        const int seeds = 3;
        const string fork = "fork: { at: -1min }";
        await using var cluster = await StudyCluster.Start(silos: 3, slots: 1);
        using var study = new SmallStudy(seeds: seeds, more: fork);
        using var engine = cluster.EngineOf(study.Plan.Study, study.Cache);

        var outcomes = await study.Run(engine);

        Assert.Equal(2 * seeds + 1, outcomes.Count); // and the run of the whole of the arm that is the base
        Assert.InRange(outcomes.Count(outcome => outcome.HasMadePast), seeds, 2 * seeds);
        Assert.Equal(await SmallStudy.JsonHere(seeds, fork), study.Json());
        Assert.Contains("\"wholeState\": \"", study.Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_studies_with_a_common_arm_have_it_run_once()
    {
        var calls = new KeptRuns();
        await using var cluster = await StudyCluster.Start(silos: 2, slots: 2, calls: calls);
        using var one = new SmallStudy("one");
        using var other = new SmallStudy("other", arm: "2s");
        using var engine = cluster.EngineOf(one.Plan.Study, one.Cache);
        using var engineOfOther = cluster.EngineOf(other.Plan.Study, other.Cache);

        await Task.WhenAll(one.Run(engine), other.Run(engineOfOther));

        var distinct = one.Plan.Orders.Concat(other.Plan.Orders).Select(order => order.Key).Distinct();
        Assert.Equal(distinct.Order(), calls.Keys.Order());
        Assert.Equal(6, calls.Keys.Count);
    }

    [Fact]
    public async Task A_study_that_was_left_is_gone_on_with_and_its_runs_are_there()
    {
        await using var cluster = await StudyCluster.Start(slots: 1);
        using var study = new SmallStudy();
        using var leave = new CancellationTokenSource();
        using (var left = cluster.EngineOf(study.Plan.Study, study.Cache))
        {
            await foreach (var _ in left.Run(study.Plan.Orders, leave.Token))
            {
                await leave.CancelAsync();
            }
        }

        using var again = cluster.EngineOf(study.Plan.Study, study.Cache);
        Assert.Equal(4, (await study.Run(again)).Count);
        Assert.NotEmpty(study.Json());
        var grain = await cluster.OnlyStudy();
        await again.Close(CancellationToken.None);
        Assert.Null(await grain.Look());
        Assert.Empty((await cluster.Grains.Studies.Look()).Studies);
    }

    [Fact]
    public async Task Two_machines_that_do_not_agree_stop_the_study_and_are_named()
    {
        var liar = new LyingMachine();
        await using var cluster = await StudyCluster.Start(slots: 1, calls: liar);
        using var study = new SmallStudy();
        using var engine = cluster.EngineOf(study.Plan.Study, study.Cache);

        var stopped = await Assert.ThrowsAsync<IOException>(() => study.Run(engine));

        Assert.Contains(LyingMachine.Name, stopped.Message, StringComparison.Ordinal);
        Assert.Contains($"on {cluster.Silos.Single()}", stopped.Message, StringComparison.Ordinal);
        Assert.Contains(LyingMachine.Hash, stopped.Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<IOException>(() => study.Run(engine));
        Assert.Contains(LyingMachine.Name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_under_the_name_of_another_run_is_not_run()
    {
        await using var cluster = await StudyCluster.Start(slots: 1);
        using var study = new SmallStudy();
        var wrong = study.Runs[0] with { Key = study.Runs[1].Key };
        var grain = cluster.Grains.Study(study.Id);
        await grain.Open(study.Posted);

        await grain.Add([wrong]);

        var line = await Eventually.Is(async () => (await grain.Outcomes(0))!.Lines.FirstOrDefault());
        var outcome = RunOutcomeJson.Read(line)!;
        Assert.Equal((RunStatus.Faulted, wrong.Key), (outcome.Status, outcome.Key));
        Assert.Equal(RunState.None, (await cluster.Grains.Run(wrong.Key).Look()).State);
    }

    /// <summary>The runs that silos have carried out.</summary>
    private sealed class KeptRuns : IOutgoingGrainCallFilter
    {
        public ConcurrentBag<string> Keys { get; } = [];

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.MethodName == nameof(IRunGrain.Keep))
            {
                Keys.Add(((FinishedRun)context.Request.GetArgument(0)!).End.Key);
            }

            return context.Invoke();
        }
    }

    /// <summary>A machine that was as fast with another result.</summary>
    private sealed class LyingMachine : IOutgoingGrainCallFilter
    {
        public const string Name = "machine-with-a-flipped-bit";
        public const string Hash = "0badc0de";

        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.MethodName == nameof(IRunGrain.Keep)
                && context.Request.GetArgument(0) is FinishedRun { Silo: not Name } run)
            {
                await ((IRunGrain)context.Grain).Keep(
                    run with { Silo = Name, End = run.End with { StateHash = Hash } });
            }

            await context.Invoke();
        }
    }
}
