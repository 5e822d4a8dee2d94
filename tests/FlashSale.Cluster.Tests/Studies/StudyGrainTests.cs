using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

// Who holds which run of a study, until when, and what is refused.
public sealed class StudyGrainTests
{
    private const long Memory = 1L << 40;

    [Fact]
    public async Task A_lapsed_lease_goes_to_another_silo_and_the_late_one_is_told()
    {
        await using var cluster = await StudyCluster.Start();
        using var study = new SmallStudy(seeds: 1);
        var grain = await Posted(cluster, study);

        var first = Assert.Single((await grain.Take(Ask("a"))).Runs);
        cluster.Clock.Ahead += StudyLimits.LeaseWithin - TimeSpan.FromSeconds(1);
        Assert.Empty(await grain.Renew("a", [new RunShare(first.Key, 0.5)]));
        cluster.Clock.Ahead += StudyLimits.LeaseWithin - TimeSpan.FromSeconds(1);
        Assert.Equal(0.5, Assert.Single((await grain.Look())!.Leases).Share);
        cluster.Clock.Ahead += TimeSpan.FromSeconds(1);
        var second = Assert.Single((await grain.Take(Ask("b"))).Runs);

        Assert.Equal(first.Key, second.Key);
        Assert.Equal([first.Key], await grain.Renew("a", [new RunShare(first.Key, 0.9)]));
        await grain.End(Ended(first.Key));
        await grain.End(Ended(first.Key)); // the same again
        Assert.Equal(1, (await grain.Look())!.Ended);
        Assert.Single((await grain.Outcomes(0))!.Lines);
    }

    [Fact]
    public async Task A_run_that_ends_three_silos_is_given_up()
    {
        await using var cluster = await StudyCluster.Start();
        using var study = new SmallStudy(seeds: 1);
        var grain = await Posted(cluster, study);

        string? key = null;
        for (var losses = 0; losses < StudyLimits.TriesMax; losses++)
        {
            var run = Assert.Single((await grain.Take(Ask("a"))).Runs);
            key ??= run.Key;
            Assert.Equal((key, false, losses > 1), (run.Key, run.IsLost, run.IsAlone));
            cluster.Clock.Ahead += StudyLimits.LeaseWithin;
        }

        Assert.Equal((key, true), Assert.Single((await grain.Take(Ask("a"))).Runs) switch
        {
            var run => (run.Key, run.IsLost),
        });
    }

    [Fact]
    public async Task Other_code_is_given_no_runs_and_its_study_is_refused()
    {
        await using var cluster = await StudyCluster.Start();
        using var study = new SmallStudy();
        var grain = await Posted(cluster, study);

        var taken = await grain.Take(Ask("a") with { Code = "another" });
        Assert.Equal((TakeResult.WrongCode, 0), (taken.Result, taken.Runs.Length));
        using var client = new HttpClient { BaseAddress = cluster.Url };
        using var answer = await client.PostAsync("/api/v1/studies", new StringContent(
            """{"name":"a","code":"another","study":"","base":""}""",
            System.Text.Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("/problems/study/wrong-code", text, StringComparison.Ordinal);
        Assert.Contains(RunKey.Code[..12], text, StringComparison.Ordinal);
        Assert.Contains("planned by another", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_survives_all_silos()
    {
        var rows = new MemoryRowStore();
        using var study = new SmallStudy();
        string ended, held;
        await using (var before = await StudyCluster.Start(rows: rows))
        {
            var grain = await Posted(before, study);
            ended = Assert.Single((await grain.Take(Ask("a"))).Runs).Key;
            await grain.End(Ended(ended));
            held = (await grain.Take(Ask("a", slots: 1))).Runs.Single().Key;
            await before.Grains.Run(ended).Keep(Finished("a", ended, timeline: new byte[300_000]));
        }

        await using var after = await StudyCluster.Start(rows: rows);
        var again = after.Grains.Study(study.Id);
        var standing = (await again.Look())!;
        Assert.Equal((4, 1), (standing.Runs, standing.Ended));
        Assert.Equal((held, "a"), (standing.Leases.Single().Key, standing.Leases.Single().Silo));
        Assert.Equal([$"outcome of {ended}"], (await again.Outcomes(0))!.Lines);
        Assert.Equal([study.Id], (await after.Grains.Studies.Look()).Studies);
        Assert.Equal(2, (await again.Take(Ask("b", slots: 9))).Runs.Length);
        Assert.Equal(RunState.Done, (await after.Grains.Run(ended).Look()).State);
        Assert.Equal(new byte[300_000], await after.Grains.Run(ended).Timeline());
        Assert.Equal([1, 2, 3], await after.Grains.Run(ended).Summary());
    }

    [Fact]
    public async Task What_is_larger_than_is_kept_is_refused()
    {
        await using var cluster = await StudyCluster.Start();
        using var study = new SmallStudy();
        var grain = await Posted(cluster, study);

        var many = Enumerable.Range(0, StudyLimits.RunsPerPostMax + 1)
            .Select(number => new PostedRun(KeyOf(number), 1, "")).ToArray();
        Assert.Equal(PostResult.TooLong, await grain.Add(many));
        var longOrder = new PostedRun(KeyOf(0), 1, new string('x', StudyLimits.TextBytesMax + 1));
        Assert.Equal(PostResult.TooLong, await grain.Add([longOrder]));
        Assert.Equal(
            PostResult.TooLong, await grain.Open(study.Posted with { Name = new string('x', 101) }));
        Assert.Equal(PostResult.UnknownStudy, await cluster.Grains.Study(KeyOf(7)).Add([]));
        for (var number = 1; number < StudyLimits.StudiesMax; number++)
        {
            await cluster.Grains.Studies.Put(KeyOf(number));
        }

        Assert.Equal(
            PostResult.TooManyStudies, await cluster.Grains.Study(KeyOf(99)).Open(study.Posted));
        var run = cluster.Grains.Run(KeyOf(3));
        var large = Finished("a", KeyOf(3), new byte[StudyLimits.TimelineBytesMax + 1]);
        Assert.Equal(KeepResult.TooLarge, (await run.Keep(large)).Result);
        Assert.Equal(RunState.None, (await run.Look()).State);
    }

    [Fact]
    public async Task A_run_belongs_to_one_silo_and_is_kept_until_it_is_old()
    {
        await using var cluster = await StudyCluster.Start();
        var (run, key) = (cluster.Grains.Run(KeyOf(5)), KeyOf(5));

        Assert.Equal("a", (await run.Start("a")).Silo);
        Assert.Equal(("a", RunState.Running), ((await run.Start("b")).Silo, (await run.Look()).State));
        await run.GiveUp("a");
        Assert.Equal("b", (await run.Start("b")).Silo);
        cluster.Clock.Ahead += StudyLimits.LeaseWithin;
        Assert.Equal("c", (await run.Start("c")).Silo); // b has been silent for long
        Assert.Equal(KeepResult.Kept, (await run.Keep(Finished("c", key, [4]))).Result);
        Assert.Equal(KeepResult.Same, (await run.Keep(Finished("b", key, [4]))).Result);
        var other = Finished("b", key, [4]) with { End = Ended(key) with { StateHash = "other" } };
        var differs = await run.Keep(other);
        Assert.Equal((KeepResult.Differs, "c"), (differs.Result, differs.Silo));
        cluster.Clock.Ahead += StudyLimits.RunKeptFor;
        await cluster.Grains.Sweep(SliceOf(key)).Sweep();
        Assert.Equal(RunState.None, (await run.Look()).State);
        Assert.Null(await run.Timeline());
    }

    [Fact]
    public async Task A_study_that_nobody_comes_back_to_is_forgotten()
    {
        await using var cluster = await StudyCluster.Start();
        using var study = new SmallStudy();
        var grain = await Posted(cluster, study);

        cluster.Clock.Ahead += StudyLimits.StudyKeptFor;
        await cluster.Grains.Sweep(SliceOf(study.Id)).Sweep();

        Assert.Null(await grain.Look());
        Assert.Empty((await cluster.Grains.Studies.Look()).Studies);
    }

    internal static SlotsAsk Ask(string silo, int slots = 1, params ulong[] seeds) =>
        new(silo, RunKey.Code, Memory, slots, IsIdle: true, seeds);

    internal static EndedRun Ended(string key) => new(
        key, $"outcome of {key}", "state", HasFigures: true, IsOfCode: true, MayBeTriedAgain: false, 2.5, 1);

    private static int SliceOf(string hash) => (int)(((StudyGrainRows.OwnerOf(hash) % Sweeps.Slices)
        + Sweeps.Slices) % Sweeps.Slices);

    private static FinishedRun Finished(string silo, string key, byte[] timeline) =>
        new(silo, Ended(key), [1, 2, 3], timeline);

    private static string KeyOf(int number) =>
        number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IStudyGrain> Posted(StudyCluster cluster, SmallStudy study)
    {
        var grain = cluster.Grains.Study(study.Id);
        Assert.Equal(PostResult.Posted, await grain.Open(study.Posted));
        Assert.Equal(PostResult.Posted, await grain.Add(study.Runs));
        Assert.Equal(PostResult.Posted, await grain.Add(study.Runs)); // the same again
        return grain;
    }
}
