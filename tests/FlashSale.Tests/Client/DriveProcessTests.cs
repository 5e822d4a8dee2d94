using System.Text.Json.Nodes;
using FlashSale.Dashboard;
using static FlashSale.Tests.Client.StartedProgram;

namespace FlashSale.Tests.Client;

/// <summary>
/// «flashsale drive» and the processes it starts, told to end or killed in the middle of a load.
/// </summary>
public sealed class DriveProcessTests : IDisposable
{
    private const int Seconds = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-drive-ends-");
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT")]
    public async Task A_signal_ends_all_processes_of_a_load_with_a_report_of_what_was_driven(string signal)
    {
        using var market = await Serve();
        using var drive = await Drive(market);
        var parts = drive.Children;

        drive.Signal(signal);

        Assert.Equal(ExitCode.Done, await drive.Ended());
        Assert.Equal(2, parts.Count);
        await Until(() => Task.FromResult(!parts.Any(IsAlive)));
        var summary = Summary();
        Assert.True((bool)summary["isPartial"]!);
        Assert.Equal("user", (string)summary["stoppedBy"]!);
        var driven = (double)summary["stoppedAfterSeconds"]!;
        Assert.InRange(driven, 0.001, Seconds - 1);
        Assert.True((long)summary["all"]!["done"]! > 0);
        Assert.Equal(
            (long)summary["all"]!["done"]! / (double)summary["all"]!["seconds"]!,
            (double)summary["all"]!["goodput"]!, tolerance: 0.1);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "report.html")));
    }

    [Fact]
    public async Task A_killed_part_ends_the_load_and_the_other_parts()
    {
        using var market = await Serve();
        using var drive = await Drive(market);
        var parts = drive.Children;

        Signal("KILL", parts[0]);

        Assert.Equal(ExitCode.Unreachable, await drive.Ended());
        Assert.Contains("driver process", drive.Said, StringComparison.Ordinal);
        await Until(() => Task.FromResult(!parts.Any(IsAlive)));
    }

    [Fact]
    public async Task The_parts_of_a_killed_load_end_by_themselves()
    {
        using var market = await Serve();
        using var drive = await Drive(market);
        var parts = drive.Children;

        drive.Signal("KILL");

        await drive.Ended();
        Assert.Equal(2, parts.Count);
        await Until(() => Task.FromResult(!parts.Any(IsAlive)));
    }

    [Fact]
    public async Task A_market_that_is_killed_fails_the_load_which_reports_what_it_saw()
    {
        using var market = await Serve();
        using var drive = await Drive(market, seconds: 10);

        market.Signal("KILL");

        Assert.Equal(ExitCode.Failed, await drive.Ended());
        var summary = Summary();
        Assert.False((bool)summary["passed"]!);
        Assert.False((bool)summary["isPartial"]!);
        var all = summary["all"]!;
        Assert.True((long)all["done"]! > 0);
        Assert.True((long)all["errors"]! > 0);
        Assert.Equal(
            (long)all["planned"]!, (long)all["done"]! + (long)all["errors"]! + (long)all["dropped"]!);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "report.html")));
    }

    private static string UrlOf(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    private async Task<StartedProgram> Serve()
    {
        var market = new StartedProgram(
            "serve", "--urls", "http://127.0.0.1:0", "--journal", Path.Combine(_folder.FullName, "market"));
        _client.BaseAddress = new Uri(UrlOf(await market.Line("API")) + "/");
        await market.Line("Ctrl-C");
        return market;
    }

    // A load that has brought orders to the market.
    private async Task<StartedProgram> Drive(StartedProgram market, int seconds = Seconds)
    {
        var drive = new StartedProgram(
        [
            "drive", "quick", "--url", _client.BaseAddress!.GetLeftPart(UriPartial.Authority), "--rate", "50",
            "--processes", "2", "--out", Path.Combine(_folder.FullName, "out"), "--json",
            "--duration", $"{seconds}", "--warm-up", "0",
        ]);
        await Until(async () =>
            (long)JsonNode.Parse(await _client.GetStringAsync("statistics"))!["ordersPlaced"]! > 20);
        Assert.NotEmpty(market.Said);
        return drive;
    }

    private JsonNode Summary() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "out", "summary.json")))!;
}
