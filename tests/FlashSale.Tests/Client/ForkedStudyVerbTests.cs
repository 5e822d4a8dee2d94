using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

public sealed class ForkedStudyVerbTests : IDisposable
{
    private const string Arms = """
          - name: go-on
          - name: half
            set: { festival.peakPaymentsPerSecond: 100000 }
          - name: outage
            set: { shocks: [ { kind: channel-outage, from: 10s, until: 30s } ] }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-fork-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_forked_study_is_the_same_from_processes_from_one_and_from_damaged_pasts()
    {
        var (said, one) = Run("one", "--jobs", "1");
        var (_, two) = Run("two", "--jobs", "2");
        foreach (var state in Directory.EnumerateFiles(Cache("two"), "state.gz", SearchOption.AllDirectories))
        {
            File.WriteAllBytes(state, [1, 2, 3]);
        }

        foreach (var run in new DirectoryInfo(Cache("two")).EnumerateDirectories("??")
            .SelectMany(letters => letters.EnumerateDirectories()).Skip(2))
        {
            run.Delete(recursive: true);
        }

        var (_, again) = Run("two", "--jobs", "2");

        Assert.Contains("forked at -1min (2 pasts made, ", said, StringComparison.Ordinal);
        Assert.Contains("on the first seed go-on, outage ended bit by bit as runs of the whole", said,
            StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(again.JsonPath));
        Assert.Equal(2, Forked(one).GetProperty("pasts").GetInt32());
        Assert.Equal(JsonValueKind.Number, Forked(two).GetProperty("sparedSeconds").ValueKind);
        Assert.Contains("How it was forked", File.ReadAllText(one.ReportPath), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Said("study", "verify", one.Path, "--runs", "9").Code);
    }

    [Fact]
    public void A_forked_run_is_repeated_alone_by_its_name()
    {
        var (_, folder) = Run("alone", "--jobs", "1");
        var manifest = StudyManifest.Read(File.ReadAllText(folder.ManifestPath));
        var run = manifest.Runs.Single(run => (run.Point, run.Seed) == ("half", 2UL));
        string[] command = ["study", "verify", folder.Path, "--run", run.Key[..16]];

        var (code, said) = Said(command);
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal($"half, seed 2: done; it ends in state {run.StateHash}\n", said);

        File.WriteAllText(folder.ManifestPath, (manifest with
        {
            Runs = [.. manifest.Runs.Select(one => one == run ? one with { StateHash = "" } : one)],
        }).Resealed().Text());
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Failed, terminal.Run(command)); // it had failed, and does not now
        Assert.Contains($"half, seed 2: ends in state {run.StateHash}, stated none", terminal.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--runs changes nothing with --run", "--run", "ab", "--runs", "2")]
    [InlineData("no run of this study is called «zz»", "--run", "zz")]
    [InlineData("several runs of this study are called «»", "--run", "")]
    public void A_run_that_cannot_be_told_is_refused(string message, params string[] args)
    {
        var (_, folder) = Run("told", "--jobs", "1");
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run(["study", "verify", folder.Path, .. args]));
        Assert.Contains(message, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_a_second_scale_go_on_from_pasts_of_that_scale()
    {
        var file = Path.Combine(_folder.FullName, "scales.yaml");
        File.WriteAllText(file, StudyText.Arms(more: "fork: { at: -1min }\nscaleCheck: 0.00002"));
        var (_, folder) = RunOf(file, "scales", "--jobs", "1");
        var pasts = new PastCache(Cache("scales")).Size().Pasts;

        // Two points on two seeds and one whole run; at the second scale two points on three.
        Assert.Equal((2 + 3, 4 + 1 + 6), (pasts, new RunCache(Cache("scales")).Size().Runs));
        Assert.NotEmpty(StudyJson.Read(File.ReadAllText(folder.JsonPath)).ScaleCheck!.Differences);
        var (code, said) = Said("study", "verify", folder.Path, "--runs", "99");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("10 of 10 runs repeated", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_says_how_it_forks_and_pasts_are_counted_and_pruned_apart()
    {
        var (_, plan) = Said("study", "plan", Written(), "--cache", Cache("plan"));
        Assert.Contains("forked at -1min: one past for all points of a seed; 2 more runs check it", plan,
            StringComparison.Ordinal);
        Assert.Contains("0 cached, 7 to run", plan.Replace("1 cached", "0 cached", StringComparison.Ordinal),
            StringComparison.Ordinal);

        Assert.Contains("1 pasts that forks went on from, ", Said("study", "cache", "--cache",
            Cache("plan")).Said, StringComparison.Ordinal);
        Assert.Contains("1 runs forgotten, 1 pasts of forks", Said("study", "cache", "--prune", "0",
            "--cache", Cache("plan")).Said, StringComparison.Ordinal);
    }

    private (string Said, StudyFolder Folder) Run(string cache, params string[] args) =>
        RunOf(Written(), cache, args);

    private (string Said, StudyFolder Folder) RunOf(string file, string cache, params string[] args)
    {
        var folder = new StudyFolder(Path.Combine(_folder.FullName, "results-" + cache));
        var (code, said) = Said(["study", "run", file, "--out", folder.Path, "--cache", Cache(cache),
            .. args]);
        Assert.Equal(ExitCode.Done, code);
        return (said, folder);
    }

    private static (ExitCode Code, string Said) Said(params string[] args)
    {
        using var terminal = new TestTerminal();
        var code = terminal.Run(args);
        Assert.Equal("", terminal.Error);
        return (code, terminal.Out);
    }

    private static JsonElement Forked(StudyFolder folder) => JsonDocument
        .Parse(File.ReadAllText(folder.ExecutionPath)).RootElement.GetProperty("fork");

    private string Cache(string name) => Path.Combine(_folder.FullName, name);

    private string Written()
    {
        var file = Path.Combine(_folder.FullName, "study.yaml");
        File.WriteAllText(file, StudyText.Arms(Arms, more: "fork: { at: -1min }"));
        return file;
    }
}
