using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

public sealed class SeasonVerbTests : IDisposable
{
    private static readonly string[] Small =
    [
        "--stores", "20", "--days", "12", "--set", "season.warmUpDays=5", "--set", "season.buyersPerStore=20",
        "--set", "festivals=[]",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("season");

    public void Dispose() => _folder.Delete(recursive: true);

    // Rule SEA-1
    [Fact]
    public void A_season_is_played_audited_and_written()
    {
        using var terminal = new TestTerminal();
        var place = Path.Combine(_folder.FullName, "one");

        Assert.Equal(ExitCode.Done, terminal.Run(["season", .. Small, "--out", place]));

        Assert.Contains("passed", terminal.Out, StringComparison.Ordinal);
        Assert.All(SeasonFolder.FileNames, name => Assert.True(File.Exists(Path.Combine(place, name)), name));
        var days = File.ReadAllLines(Path.Combine(place, "day.csv"));
        Assert.Equal(1 + 17, days.Length);
        Assert.StartsWith("0,2013-07-01,1,0,", days[1], StringComparison.Ordinal);
        Assert.StartsWith("16,2013-07-17,1,1,", days[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes_and_another_question_is_refused()
    {
        using var terminal = new TestTerminal();
        var place = Path.Combine(_folder.FullName, "two");
        string[] call = ["season", .. Small, "--quiet", "--out", place];

        Assert.Equal(ExitCode.Done, terminal.Run(call));
        var first = File.ReadAllText(Path.Combine(place, "day.csv"));
        Assert.Equal(ExitCode.Done, terminal.Run(call));
        Assert.Equal(first, File.ReadAllText(Path.Combine(place, "day.csv")));

        Assert.Equal(ExitCode.BadInput, terminal.Run([.. call, "--seed", "2"]));
        Assert.Contains("seed is 1 there and 2 here", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run([.. call, "--seed", "2", "--force"]));
    }

    [Fact]
    public void The_audit_of_a_seasons_folder_passes_and_finds_a_changed_figure()
    {
        using var terminal = new TestTerminal();
        var place = Path.Combine(_folder.FullName, "three");
        Assert.Equal(ExitCode.Done, terminal.Run(["season", .. Small, "--quiet", "--out", place]));

        Assert.Equal(ExitCode.Done, terminal.Run("audit", place));

        var summary = Path.Combine(place, "summary.json");
        File.WriteAllText(summary, File.ReadAllText(summary).Replace(
            "\"openings\": ", "\"openings\": 1", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Failed, terminal.Run("audit", place, "--quiet"));
        Assert.Contains("summary.json has changed", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("days-as-openings", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_seasons_folder_is_written_again_with_the_same_bytes()
    {
        using var terminal = new TestTerminal();
        var place = Path.Combine(_folder.FullName, "report");
        Assert.Equal(ExitCode.Done, terminal.Run(["season", .. Small, "--quiet", "--out", place]));
        var report = Path.Combine(place, "report.html");
        var written = File.ReadAllText(report);
        File.Delete(report);

        Assert.Equal(ExitCode.Done, terminal.Run("report", place));

        Assert.Equal(written, File.ReadAllText(report));
        Assert.Contains($"Report: {report}", terminal.Out, StringComparison.Ordinal);
        Assert.True(RunSeal.OfFolder(place)!.IsIntact);
        Assert.Equal(ExitCode.Done, terminal.Run("audit", place, "--quiet"));
        Assert.Equal(ExitCode.BadInput, terminal.Run("report", place, "--compare", place));
        Assert.Contains("is a season; allowed: simulations", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day.csv", "visits", "visitors", "The first line does not name the columns")]
    [InlineData("day.csv", "\n3,", "\nx,", "Line 5 is no row of days")]
    [InlineData("week.csv", ",0,", ",", "is no row of days")]
    public void A_damaged_table_is_no_season_to_report(string name, string was, string now, string why)
    {
        using var terminal = new TestTerminal();
        var place = Path.Combine(_folder.FullName, "damaged");
        Assert.Equal(ExitCode.Done, terminal.Run(["season", .. Small, "--quiet", "--out", place]));
        var file = Path.Combine(place, name);
        File.WriteAllText(file, File.ReadAllText(file).Replace(was, now, StringComparison.Ordinal));

        Assert.Equal(ExitCode.BadInput, terminal.Run("report", place));
        Assert.Contains(why, terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-season", "did you mean")]
    [InlineData("quick", "a festival is no season")]
    public void What_is_no_season_is_refused(string name, string told)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run("season", name));
        Assert.Contains(told, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Seasons_on_several_seeds_are_compared_with_what_was_published()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run(
        [
            "validate", "season", "--seeds", "2", "--quiet", "--json", "--set", "season.stores=20", "--set",
            "season.days=12", "--set", "season.warmUpDays=5", "--set", "season.buyersPerStore=20", "--set",
            "festivals=[]",
        ]));
        Assert.Contains("stores above 100,000 yuan a year", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_checks_is_printed_for_a_page_of_docs()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run(
        [
            "validate", "season", "--seeds", "2", "--quiet", "--markdown", "--set", "season.stores=20",
            "--set", "season.days=12", "--set", "season.warmUpDays=5", "--set", "season.buyersPerStore=20",
            "--set", "festivals=[]",
        ]));
        var lines = terminal.Out.TrimEnd().Split('\n');
        Assert.Equal(
            "| what | published | ours, 2 seeds, 95 % interval | kind | met | source, how sure |", lines[0]);
        Assert.Equal("|---|---|---|---|---|---|", lines[1]);
        Assert.All(lines, line => Assert.Equal(7, line.Count(letter => letter == '|')));
        Assert.Contains(lines, line => line.StartsWith("| stores above 100,000 yuan a year | 5.0 % |",
            StringComparison.Ordinal));
    }
}
