using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

public sealed class SeasonStudyVerbTests : IDisposable
{
    private readonly StudyCommands _commands = new();

    public void Dispose() => _commands.Dispose();

    [Theory, Trait("simulator", "SEA-1")]
    [InlineData(SeasonStudyText.TwoArms)]
    [InlineData("vary:\n  - { path: sellers.exitsPerDay, as: exits, set: [0.002, 0.02] }")]
    [InlineData("sensitivity:\n  method: morris\n  trajectories: 2\n  factors:\n"
        + "    - { path: sellers.exitsPerDay, as: exits, range: [0.001, 0.05] }\n"
        + "    - { path: buyers.returnsShare, as: returns, range: [0.05, 0.5] }")]
    public void A_study_of_seasons_gives_the_same_bytes_for_one_worker_and_two(string design)
    {
        var (code, _, one) = _commands.Study(Text(design), "one", "--jobs", "1");
        var (_, _, two) = _commands.Study(Text(design), "two", "--jobs", "2");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.False(StudyJson.Read(File.ReadAllText(one.JsonPath)).Partial);
        Assert.Equal(ExitCode.Done, Verify(two).Code);
    }

    [Fact]
    public void Its_report_shows_the_days_of_what_is_measured()
    {
        var (_, said, folder) = _commands.Study(Text(SeasonStudyText.TwoArms), "report");
        var page = File.ReadAllText(folder.ReportPath);

        Assert.Contains("Day by day", page, StringComparison.Ordinal);
        Assert.Contains("late_payments day by day, by arm", page, StringComparison.Ordinal);
        Assert.Contains("short-season has the same days, stores at its start, goods and buyers", page,
            StringComparison.Ordinal);
        Assert.DoesNotContain("calibrated", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_study_of_seasons_claims_nothing()
    {
        // The second arm changes the policy when nothing is measured any more.
        var (code, said, folder) = _commands.Study(Text("""
              - name: one
              - name: two
                set: { changes: [ { at: 11d, policy: { inventory: { payWithin: 1s } } } ] }
            """, "  early: { value: \"sum(orders_paid, 3d, 11d)\", better: more }", seeds: 5), "null");
        var result = StudyJson.Read(File.ReadAllText(folder.JsonPath));

        Assert.Equal(ExitCode.Done, code);
        Assert.DoesNotContain(result.Differences, one => one.Verdict == VerdictKind.Differs);
        Assert.All(result.Differences, one => Assert.Equal(0, one.Mean));
        Assert.DoesNotContain("beats", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study.json")]
    [InlineData("points/001.yaml")]
    [InlineData("study.sqlite")]
    public void A_byte_that_changed_is_found(string name)
    {
        var (_, _, folder) = _commands.Study(Text(SeasonStudyText.TwoArms, seeds: 1), "bytes");
        var file = Path.Combine(folder.Path, name);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        var (code, said) = Verify(folder);

        Assert.NotEqual(ExitCode.Done, code);
        Assert.Contains($"{name} is not as it was written", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_repeated_by_the_command_that_its_study_names()
    {
        var (_, _, folder) = _commands.Study(Text(SeasonStudyText.TwoArms, seeds: 1), "repeat");
        var manifest = StudyManifest.Read(File.ReadAllText(folder.ManifestPath));
        var point = Path.Combine(folder.Path, StudyFolder.PointFile(1));
        using var terminal = new TestTerminal();

        var code = terminal.Run("season", point, "--seed", "1", "--out",
            Path.Combine(_commands.Folder.FullName, "again"), "--json", "--quiet");

        Assert.True(code == ExitCode.Done, terminal.Error);
        Assert.Equal(
            manifest.Runs.Single(run => run.Number == 1).StateHash,
            SeasonJson.Read(terminal.Out).StateHash);
    }

    [Fact]
    public void A_cluster_is_refused_with_what_is_allowed()
    {
        var file = Path.Combine(_commands.Folder.FullName, "cluster.yaml");
        File.WriteAllText(file, Text(SeasonStudyText.TwoArms));
        using var terminal = new TestTerminal();

        var code = terminal.Run("study", "run", file, "--cluster", "http://127.0.0.1:7149", "--out",
            Path.Combine(_commands.Folder.FullName, "no"), "--cache", _commands.Cache);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("seasons are run on one machine; allowed: without --cluster", terminal.Error,
            StringComparison.Ordinal);
    }

    private string Text(string design, string measures = SeasonStudyText.Measures, int seeds = 2) =>
        SeasonStudyText.Arms(_commands.Folder.FullName, design, measures,
            seeds: design.StartsWith("sensitivity", StringComparison.Ordinal) ? null : seeds);

    private static (ExitCode Code, string Said) Verify(StudyFolder folder)
    {
        using var terminal = new TestTerminal();
        return (terminal.Run("study", "verify", folder.Path, "--runs", "2"), terminal.Error);
    }
}
