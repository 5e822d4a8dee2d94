using System.Text.Json.Nodes;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator;

namespace FlashSale.Tests.Client;

/// <summary>What «simulate», «audit», «report --compare» and «replay» do with folders.</summary>
public sealed class RunFolderVerbTests : IDisposable
{
    private readonly TestTerminal _terminal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    private string Out => Path.Combine(_folder.FullName, "run");

    [Fact]
    public void A_run_is_audited_and_another_question_does_not_replace_it_in_silence() // A4
    {
        Assert.Equal(ExitCode.Done, Simulate("--seed", "1"));
        Assert.Equal(ExitCode.Done, _terminal.Run("audit", Out));
        Assert.Equal(ExitCode.Done, Simulate("--seed", "1")); // the same question: the same files
        var before = File.ReadAllText(Path.Combine(Out, "manifest.json"));

        Assert.Equal(ExitCode.BadInput, Simulate("--seed", "1", "--set", "behaviour.paying.neverShare=0.4"));

        Assert.Contains(
            $"{Out} holds another run: behaviour.paying.neverShare is 0.14 there and 0.4 here; "
                + "allowed: --force",
            _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Out, "manifest.json")));
        Assert.Equal(
            ExitCode.Done, Simulate("--seed", "1", "--set", "behaviour.paying.neverShare=0.4", "--force"));
        Assert.Equal(ExitCode.Done, _terminal.Run("audit", Out));
        Assert.Equal(
            [.. RunFolder.FileNames.Append("manifest.json").Order(StringComparer.Ordinal)],
            Directory.GetFileSystemEntries(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_runs_never_write_into_one_folder() // B2
    {
        using (RunLock.Take(Out))
        {
            Assert.Equal(ExitCode.Unreachable, Simulate());
        }

        Assert.Contains($"another run is writing to the folder {Out}", _terminal.Error,
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Out));
    }

    [Fact]
    public void A_run_whose_writing_fails_leaves_the_former_one_whole() // B2
    {
        Assert.Equal(ExitCode.Done, Simulate());
        var folder = new RunFolder(Out);

        Assert.Throws<IOException>(() => folder.Publish(
            folder.ReadSeal()!, Festivals.Small(), beside =>
            {
                File.WriteAllText(beside.SummaryPath, "{");
                throw new IOException("No space left on device");
            }));

        Assert.Equal(ExitCode.Done, _terminal.Run("audit", Out));
        Assert.Empty(Directory.GetDirectories(Out));
    }

    [Fact]
    public void Several_seeds_give_means_and_their_folders_are_compared() // A11
    {
        var twice = new[] { "--seeds", "2", "--days", "1", "--scale", "0.000005", "-q" };
        Assert.Equal(ExitCode.Done, _terminal.Run(["simulate", "quick", "--out", Out, "--json", .. twice]));
        var means = JsonNode.Parse(_terminal.Out)!;
        Assert.Equal(2, means["levels"]![0]!["mean"]!["runs"]!.GetValue<int>());
        Assert.NotNull(means["levels"]![0]!["mean"]!["halfWidth"]);
        var other = Out + "2";
        Assert.Equal(ExitCode.Done, _terminal.Run(
            ["simulate", "quick", "--out", other, "--set", "behaviour.paying.neverShare=0.4", .. twice]));
        var page = Path.Combine(_folder.FullName, "page.html");

        Assert.Equal(ExitCode.Done, _terminal.Run("report", Out, "--compare", other, "--page", page));

        Assert.Contains(
            "B  behaviour.paying.neverShare = 0.4 (A: 0.14); scale 5E-06, seeds 1, 2", _terminal.Out,
            StringComparison.Ordinal);
        Assert.Contains("B against A, 2 pairs of equal seeds: ", _terminal.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Gave up, checkouts((?!checkouts).)+$", _terminal.Out); // the unit once
        Assert.True(File.Exists(page));
        var told = _terminal.Out.Length;
        Assert.Equal(ExitCode.Done, _terminal.Run("report", Out, "--compare", other, "--page", page, "-q"));
        Assert.Equal(told, _terminal.Out.Length); // what weakens the comparison goes to standard error
        Assert.Equal(ExitCode.Done, _terminal.Run("report", $"{Out}/seed1", "--compare", $"{other}/seed1"));
        Assert.Contains("1 pair of equal seeds", _terminal.Out[told..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_runs_is_refused_with_what_is_missing() // A11
    {
        Assert.Equal(ExitCode.Done, Simulate());

        Assert.Equal(ExitCode.BadInput, _terminal.Run("report", Out, "--compare", _folder.FullName));
        Assert.Contains(
            "has neither a summary.json nor folders of seeds", _terminal.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "seed7"));
        Assert.Equal(ExitCode.BadInput, _terminal.Run("report", Out, "--compare", _folder.FullName));
        Assert.Contains(
            "seed7 has no summary.json: its run was not finished", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unreachable, _terminal.Run("report", Out, "--compare", Out + "-nowhere"));
    }

    [Fact]
    public void Quiet_verbs_print_nothing_but_problems() // B5
    {
        var journal = Path.Combine(_folder.FullName, "journal");
        Assert.Equal(ExitCode.Done, Simulate("--journal", journal));

        AssertQuiet(["audit", Out, "-q"]);
        AssertQuiet(["audit", journal, "--quiet"]);
        AssertQuiet(["replay", journal, "-q"]);
        AssertQuiet(["report", Out, "-q"]);
        File.AppendAllText(Path.Combine(Out, "scenario.yaml"), "# changed\n");
        var told = _terminal.Out.Length;
        Assert.Equal(ExitCode.Failed, _terminal.Run("audit", Out, "-q"));
        Assert.Equal(told, _terminal.Out.Length);
        Assert.Contains("FAIL  ", _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pass  ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_other_rules_the_recorded_day_is_shown_beside() // B4
    {
        var journal = Path.Combine(_folder.FullName, "journal");
        Assert.Equal(ExitCode.Done, Simulate("--journal", journal));
        var policy = Path.Combine(_folder.FullName, "policy.yaml");
        File.WriteAllText(policy,
            "policy:\n  inventory:\n    payWithin: 1min\n    festivalPayWithin: 1min\n");

        Assert.Equal(ExitCode.Done, _terminal.Run("replay", journal, "--policy", policy, "--json"));

        var figures = JsonNode.Parse(_terminal.Out)!["figures"]!.AsArray();
        var paid = figures.Single(figure => figure!["name"]!.GetValue<string>() == "Orders paid")!;
        Assert.True(paid["recorded"]!.GetValue<long>() > paid["changed"]!.GetValue<long>());
    }

    [Fact]
    public void A_recording_that_was_cut_is_told_from_one_that_was_finished() // B4
    {
        var journal = Path.Combine(_folder.FullName, "journal");
        Assert.Equal(ExitCode.Done, Simulate("--journal", journal));
        Assert.Equal(ExitCode.Done, _terminal.Run("audit", journal));
        Assert.DoesNotContain("not finished", _terminal.Error, StringComparison.Ordinal);
        var segment = Directory.GetFiles(journal).MaxBy(file => new FileInfo(file).Length)!;
        var end = Array.FindLastIndex(File.ReadAllBytes(segment), value => value != 0);
        using (var file = File.OpenWrite(segment))
        {
            file.SetLength(end - 10); // within the seal
        }

        Assert.Equal(ExitCode.Failed, _terminal.Run("audit", journal));
        Assert.Contains("The journal was not finished", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary.json", "{}", ExitCode.BadInput)]
    [InlineData("run.sqlite", "no database", ExitCode.BadInput)]
    [InlineData("scenario.yaml", "name: [", ExitCode.Failed)]
    public void A_damaged_folder_is_told_in_a_sentence(string name, string text, ExitCode expected) // B1
    {
        Assert.Equal(ExitCode.Done, Simulate());
        File.WriteAllText(Path.Combine(Out, name), text);

        Assert.Equal(expected, _terminal.Run("audit", Out));

        Assert.Contains($"{name} has changed", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_was_cut_is_no_report() // B1
    {
        Assert.Equal(ExitCode.Done, Simulate());
        var summary = Path.Combine(Out, "summary.json");
        File.WriteAllText(summary, File.ReadAllText(summary)[..500]);

        Assert.Equal(ExitCode.BadInput, _terminal.Run("report", Out));
        Assert.Equal(ExitCode.BadInput, _terminal.Run("report", Out, "--compare", Out));
    }

    [Theory]
    [InlineData("--out", "")]
    [InlineData("--seeds", "1")]
    [InlineData("--set", "nothing")]
    [InlineData("--set", "behaviour.paying.neverShares=0.4")]
    public void What_cannot_be_is_refused_before_anything_is_run(string option, string value) // B1
    {
        Assert.Equal(ExitCode.BadInput, _terminal.Run("simulate", "quick", option, value));

        Assert.Contains("allowed:", _terminal.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    private void AssertQuiet(string[] words)
    {
        var told = (_terminal.Out.Length, _terminal.Error.Length);
        Assert.Equal(ExitCode.Done, _terminal.Run(words));
        Assert.Equal(told, (_terminal.Out.Length, _terminal.Error.Length));
    }

    private ExitCode Simulate(params string[] more) => _terminal.Run(
        ["simulate", "quick", "--days", "1", "--scale", "0.000005", "-q", "--out", Out, .. more]);
}
