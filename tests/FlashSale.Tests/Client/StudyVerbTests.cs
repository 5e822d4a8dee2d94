using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

public sealed class StudyVerbTests : IDisposable
{
    private readonly StudyCommands _commands = new();

    private DirectoryInfo Folder => _commands.Folder;

    public void Dispose() => _commands.Dispose();

    [Fact]
    public void A_null_study_says_that_it_does_nothing_here()
    {
        var (code, said, _) = Study(StudyText.Arms("  - name: one\n  - name: two"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("The same in every seed as one: what two has otherwise does nothing here", said,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_does_not_come_out_fails_the_command()
    {
        var (code, said, _) = Study(StudyText.Arms(more: "expect: [ at-once beats as-it-is on gmv ]"));

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("DID NOT COME OUT: at-once beats as-it-is on gmv", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_study_gives_the_same_bytes_from_processes_and_from_the_cache()
    {
        var (_, _, one) = Study(StudyText.Arms(seeds: 3), "one", "--jobs", "1");
        var (_, _, two) = Study(StudyText.Arms(seeds: 3), "two", "--jobs", "2");
        var (_, _, again) = Study(StudyText.Arms(seeds: 3), "two", "--jobs", "2");
        var (_, _, fresh) = Study(StudyText.Arms(seeds: 3), "two", "--jobs", "1", "--fresh");

        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(again.JsonPath));
        Assert.Equal((0, 6), Counts(fresh));
    }

    [Theory]
    [InlineData("sensitivity: { method: morris, trajectories: 2, FACTORS }", "effects.csv")]
    [InlineData("sensitivity: { method: sobol, base: 4, chance: true, FACTORS }", "indices.csv")]
    public void A_sensitivity_gives_the_same_bytes_for_one_worker_and_two(string design, string table)
    {
        var (code, _, one) = Study(CubeDesignTests.Text(design), "one", "--jobs", "1");
        var (_, _, two) = Study(CubeDesignTests.Text(design), "two", "--jobs", "2");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.Equal(File.ReadAllBytes(Path.Combine(one.Path, table)),
            File.ReadAllBytes(Path.Combine(two.Path, table)));
        Assert.Equal(ExitCode.Done, Verify(two).Code);
    }

    [Theory]
    [InlineData(StudyText.Calibrate, "profiles.csv")]
    [InlineData(StudyText.Select, "search.csv")]
    public void Rounds_give_the_same_bytes_for_one_worker_and_two(string text, string table)
    {
        var (code, _, one) = Study(text, "one", "--jobs", "1");
        var (_, _, two) = Study(text, "two", "--jobs", "2");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.Equal(File.ReadAllBytes(Path.Combine(one.Path, table)),
            File.ReadAllBytes(Path.Combine(two.Path, table)));
        Assert.False(StudyJson.Read(File.ReadAllText(two.JsonPath)).Partial);
        Assert.Equal(ExitCode.Done, Verify(two).Code);
    }

    [Fact]
    public void A_search_gives_the_same_bytes_for_any_workers_and_after_a_stop()
    {
        var text = StudyText.Arms(seeds: 6).Replace("arms:\n" + StudyText.TwoArms, """
            find:
              smallest: { path: policy.inventory.festivalPayWithin, from: 1s, to: 2min, step: 1s, as: window }
              suchThat: { measure: gmv, above: 1 }
              confirm: { seeds: 3 }
            """, StringComparison.Ordinal);

        var (_, said, one) = Study(text, "one", "--jobs", "1");
        Study(text, "two", "--budget", "14");
        var (_, _, two) = Study(text, "two", "--jobs", "2");

        Assert.Equal(File.ReadAllText(one.JsonPath), File.ReadAllText(two.JsonPath));
        Assert.Contains(StudyJson.Read(File.ReadAllText(one.JsonPath)).Search!.Sentence, said,
            StringComparison.Ordinal);
        Assert.Contains(",confirm,", File.ReadAllText(Path.Combine(one.Path, "runs.csv")),
            StringComparison.Ordinal);
        Assert.StartsWith("step,aim,point,level,", File.ReadAllText(Path.Combine(one.Path, "search.csv")),
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Verify(two).Code);
    }

    [Fact]
    public void Seeds_are_added_until_the_answer_is_as_narrow_as_wanted()
    {
        var (_, _, folder) = Study(StudyText.Arms(
            more: "precision: { measure: gmv, relative: 0.5, seedsMax: 5 }", seeds: 3));
        var found = StudyJson.Read(File.ReadAllText(folder.JsonPath));

        var goal = new PrecisionGoal(null, 0.5, 5, PrecisionMethod.TwoStage, 3);
        Assert.InRange(found.Seeds.Count, 3, 5);
        Assert.Equal(found.Seeds.Count * 2, found.Runs.Done);
        Assert.Equal(found.Seeds.Count, goal.After(Differences(folder), 0.95).Seeds);
    }

    [Fact]
    public void Studies_share_the_runs_that_they_have_in_common()
    {
        Study(StudyText.Arms(), "both");

        var (_, _, other) = Study(StudyText.Arms().Replace("1s", "5s", StringComparison.Ordinal), "both");

        Assert.Equal((2, 2), Counts(other));
    }

    [Fact]
    public void A_report_is_written_again_without_a_run()
    {
        var (_, _, folder) = Study(StudyText.Arms());
        var written = File.ReadAllText(folder.JsonPath);
        File.Delete(folder.JsonPath);
        File.Delete(folder.ReportPath);
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run(
            "study", "report", folder.Path, "--cache", Path.Combine(Folder.FullName, "cache")));

        Assert.Equal(written, File.ReadAllText(folder.JsonPath));
        Assert.True(File.Exists(folder.ReportPath));
    }

    [Fact]
    public void One_planted_bit_in_any_file_is_found()
    {
        var (_, _, folder) = Study(StudyText.Arms());
        Assert.Equal(ExitCode.Done, Verify(folder).Code);

        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "execution.json" and not ".lock"))
        {
            var bytes = File.ReadAllBytes(file);
            var damaged = bytes.ToArray();
            damaged[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, damaged);

            Assert.NotEqual(ExitCode.Done, Verify(folder).Code);

            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void A_run_that_ends_otherwise_is_found_though_the_files_are_sealed()
    {
        var (_, _, folder) = Study(StudyText.Arms());
        var manifest = StudyManifest.Read(File.ReadAllText(folder.ManifestPath));
        var forged = manifest with
        {
            Runs = [.. manifest.Runs.Select(run => run with { StateHash = new string('0', 64) })],
        };
        File.WriteAllText(folder.ManifestPath, forged.Resealed().Text());

        var (code, said) = Verify(folder);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains(": ends in state ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_is_added_without_a_run_and_seeds_with_theirs()
    {
        var (_, _, folder) = Study(StudyText.Arms());
        var files = Directory.GetFiles(folder.Path).Order();

        Assert.Equal((4, 0), Counts(Add(folder, "--measure", "tries: retries")));
        Assert.Equal(files, Directory.GetFiles(folder.Path).Order());
        var added = StudyJson.Read(File.ReadAllText(folder.JsonPath));
        Assert.Equal(["gmv", "tries"], added.Measures.Select(one => one.Name));
        Assert.Contains(added.Warnings, one => one.Code == WarningCodes.LookedAfterwards);

        Assert.Equal((4, 2), Counts(Add(folder, "--seeds", "1")));
        Assert.Equal([1UL, 2, 3], StudyJson.Read(File.ReadAllText(folder.JsonPath)).Seeds);
    }

    [Fact]
    public void A_question_in_one_line_is_a_study_that_can_be_saved()
    {
        var file = Path.Combine(Folder.FullName, "saved.yaml");
        using var terminal = new TestTerminal();

        var code = terminal.Run(
            "study", "plan", "--base", "quick", "--scale", "0.00001", "--seeds", "1", "--arm",
            "more: capacity.gatewayShareOfPeak=0.5, "
                + "channels[kind=bank].failureRate=0.2", "--measure", "gmvYuan",
            "--save", file, "--cache", Path.Combine(Folder.FullName, "cache"));

        Assert.Equal((ExitCode.Done, ""), (code, terminal.Error));
        Assert.Contains("2 points × 1 seeds = 2 runs", terminal.Out, StringComparison.Ordinal);
        Assert.NotNull(TextFile.Read(file, StudyReader.Read).Value);
    }

    [Theory]
    [InlineData("arms")]
    [InlineData("vary")]
    [InlineData("calibrate")]
    public void A_new_file_is_a_study_that_can_be_planned(string design)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run("study", "new", design));

        var study = StudyReaderTests.Study(terminal.Out);
        Assert.NotEmpty(StudyReaderTests.Plan(study).Orders);
    }

    [Theory]
    [InlineData("no study is given", "study", "run")]
    [InlineData("a study and --base are given", "study", "pay-window", "--base", "quick", "--arm", "a: x=1",
        "--measure", "gmvYuan")]
    [InlineData("--arm changes nothing without --base", "study", "pay-window", "--arm", "a: x=1")]
    [InlineData("there is no such study; did you mean pay-window?", "study", "run", "pay-windo")]
    [InlineData("there is no design «arm»; allowed: arms, vary", "study", "new", "arm")]
    [InlineData("--jobs «0» is wrong", "study", "run", "pay-window", "--jobs", "0")]
    [InlineData("«silo» is no --cluster; allowed: http://host:port", "study", "run", "pay-window",
        "--cluster", "silo")]
    [InlineData("--jobs changes nothing on a cluster", "study", "run", "pay-window", "--cluster",
        "http://127.0.0.1:1", "--jobs", "2")]
    [InlineData("--fresh changes nothing on a cluster", "study", "run", "pay-window", "--cluster",
        "http://127.0.0.1:1", "--fresh")]
    public void What_is_wrong_is_said_with_what_is_allowed(string message, params string[] args)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run(args));

        Assert.Contains(message, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_studies_are_listed_and_read()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run("study", "list"));

        foreach (var name in StudyFiles.Shipped())
        {
            var study = TextFile.Read(StudyFiles.Find(name)!, StudyReader.Read);
            Assert.Empty(study.Problems);
            Assert.Empty(StudyPlan.Of(study.Value!, "code").Problems);
            Assert.Empty(StudyMeasure.All(study.Value!).Problems);
            Assert.Contains(name, terminal.Out, StringComparison.Ordinal);
        }
    }

    private static (ExitCode Code, string Said) Verify(StudyFolder folder)
    {
        using var terminal = new TestTerminal();
        var code = terminal.Run("study", "verify", folder.Path, "--runs", "1");
        return (code, terminal.Error);
    }

    private static List<double> Differences(StudyFolder folder)
    {
        var rows = File.ReadAllLines(Path.Combine(folder.Path, "runs.csv")).Skip(1)
            .Select(row => row.Split(',')).ToLookup(
                row => row[1], row => double.Parse(row[^1], CultureInfo.InvariantCulture));
        return [.. rows["as-it-is"].Zip(rows["at-once"], (one, other) => other - one)];
    }

    private static (int Cached, int Run) Counts(StudyFolder folder) => StudyCommands.Counts(folder);

    private StudyFolder Add(StudyFolder folder, params string[] what) => _commands.Add(folder, what);

    private (ExitCode Code, string Said, StudyFolder Folder) Study(
        string text, string cache = "cache", params string[] args) => _commands.Study(text, cache, args);
}
