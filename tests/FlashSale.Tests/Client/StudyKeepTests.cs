using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

/// <summary>What a study keeps of its runs, and how it is repeated.</summary>
public sealed class StudyKeepTests : IDisposable
{
    private readonly StudyCommands _commands = new();

    public void Dispose() => _commands.Dispose();

    [Fact]
    public void A_query_is_a_measure_of_a_study_that_keeps_databases()
    {
        const string measures = """
              paid: { value: ordersPaid, better: more }
              rows: { sql: "SELECT count(*) FROM orders WHERE paid_at_ms IS NOT NULL", unit: orders }
            """;
        var text = StudyText.Arms(measures: measures, more: "keep: database");

        var (_, _, folder) = _commands.Study(text);

        Assert.Equal((0, 4), StudyCommands.Counts(folder));
        var found = StudyJson.Read(File.ReadAllText(folder.JsonPath)).Estimates.ToLookup(one => one.Point);
        Assert.All(found, point => Assert.Equal(
            point.First().Mean, point.Last().Mean / 0.00001, point.First().Mean * 1e-9)); // of the sample
        Assert.True(found["as-it-is"].Last().Mean > 0);
        Assert.Equal(
            4, Directory.GetFiles(_commands.Cache, "run.sqlite", SearchOption.AllDirectories).Length);
        Assert.Equal((4, 0), StudyCommands.Counts(_commands.Study(text).Folder));
    }

    [Fact]
    public void A_study_keeps_no_more_than_it_says_and_is_run_again_for_more()
    {
        var (_, _, little) = _commands.Study(StudyText.Arms(more: "keep: measures"));
        Assert.Equal(["outcome.json", "values.json"], Kept());
        Assert.Equal((4, 0), CountsOf("keep: measures"));

        Assert.Equal((0, 4), StudyCommands.Counts(_commands.Add(little, "--measure", "tries: retries")));
        Assert.Equal((0, 4), CountsOf("keep: summary"));
        Assert.Equal(["outcome.json", "summary.json", "values.json"], Kept());

        Assert.Equal((0, 4), CountsOf(""));
        Assert.Equal(["outcome.json", "summary.json", "timeline.csv.gz", "values.json"], Kept());
        Assert.Equal((4, 0), CountsOf("keep: measures"));
        Assert.Equal(4, Kept().Length); // what another study keeps stays
    }

    [Fact]
    public void Tables_for_a_page_come_from_study_json_alone()
    {
        var (_, _, folder) = _commands.Study(StudyText.Arms());
        Directory.Delete(_commands.Cache, recursive: true);
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run("study", "report", folder.Path, "--markdown"));

        var found = StudyJson.Read(File.ReadAllText(folder.JsonPath));
        var printed = terminal.Out.ToString()!;
        Assert.Equal(StudyMarkdown.Of(found), printed.TrimEnd());
        Assert.All(found.Points, point =>
            Assert.Contains($"| `{point.Name}` |", printed, StringComparison.Ordinal));
    }

    [Fact]
    public void A_study_is_repeated_by_the_command_of_its_manifest_wherever_it_is()
    {
        var (_, _, folder) = _commands.Study(StudyText.Arms(seeds: 3), "cache", "--seeds", "2");
        var command = StudyManifest.Read(File.ReadAllText(folder.ManifestPath)).Command;
        var written = File.ReadAllText(folder.JsonPath);

        Assert.Equal($"flashsale study run {folder.Path}/study.yaml --out {folder.Path}", command);
        Assert.Contains(command, File.ReadAllText(folder.ReportPath), StringComparison.Ordinal);
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Done, terminal.Run([.. command.Split(' ')[1..], "--cache", _commands.Cache]));
        Assert.Equal(written, File.ReadAllText(folder.JsonPath));
    }

    private (int Cached, int Run) CountsOf(string more) =>
        StudyCommands.Counts(_commands.Study(StudyText.Arms(more: more)).Folder);

    // The files of every run that is kept, which are the same of all.
    private string[] Kept() => Assert.Single(
        Directory.GetFiles(_commands.Cache, "*", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetDirectoryName(file))
            .Select(run => string.Join(' ', run.Select(file => Path.GetFileName(file)).Order())).Distinct())
        .Split(' ');
}
