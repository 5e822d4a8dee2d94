using System.Text.Json;
using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Tests.Conventions;
using FlashSale.Tests.Driver;

namespace FlashSale.Tests.Client;

// «flashsale drive» and «flashsale report» as commands: what they refuse, and with which exit code.
public sealed class DriveVerbTests : IDisposable
{
    private const string Nobody = "http://127.0.0.1:1";
    private const string Sound = """
        name: mine
        festival:
          year: 2016
          gmvYuan: 120.7e9
          averageOrderYuan: 183.7
          peakOrdersPerSecond: 175000

        """;

    private readonly TestTerminal _terminal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void An_unknown_gate_is_named_with_file_line_and_what_is_allowed()
    {
        var file = Write("mine.yaml", Sound + "load:\n  gates:\n    latencyMsP98Max: 1\n");

        Assert.Equal(ExitCode.BadInput, Drive(file));

        Assert.Contains($"{file}:9:5: load.gates.latencyMsP98Max: the key is not known", _terminal.Error,
            StringComparison.Ordinal);
        Assert.Contains("latencyMsP99Max", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "  phases:\n    - name: a\n      until: 60s\n    - name: b\n      until: 60s\n", "follow each other")]
    [InlineData("  duration: 10s\n  phases:\n    - name: a\n      until: 60s\n", "at a second of the test")]
    [InlineData("  peak: 0\n", "out of range")]
    [InlineData("  shape: moon\n", "allowed: midnight, constant, ramp")]
    public void A_load_that_cannot_be_meant_is_refused(string load, string problem)
    {
        Assert.Equal(ExitCode.BadInput, Drive(Write("mine.yaml", Sound + "load:\n" + load)));

        Assert.Contains(problem, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "FILE", "--days", "1")]
    [InlineData("simulate", "--facts", "FILE")]
    [InlineData("simulate", "quick", "--watch", "--alerts", "FILE")]
    [InlineData("serve", "--scenario", "FILE")]
    [InlineData("serve", "--alerts", "FILE")]
    [InlineData("drive", "--url", Nobody, "--curve", "FILE")]
    [InlineData("drive", "--url", Nobody, "--chaos", "FILE")]
    [InlineData("plan", "FILE")]
    public void A_file_in_gbk_is_refused_with_its_line(params string[] words)
    {
        var file = Path.Combine(_folder.FullName, "gbk.yaml");
        File.WriteAllBytes(file, [.. "name: gbk1\ndescription: "u8, 0xBB, 0xAA, 0xB6, 0xAB, (byte)'\n']);

        Assert.Equal(
            ExitCode.BadInput, _terminal.Run([.. words.Select(word => word == "FILE" ? file : word)]));

        Assert.Contains("2:14: the file is not UTF-8", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_table_of_rates_is_named_with_its_line()
    {
        var file = Write("rates.csv", "second,rate\n0,10\n1,many\n");

        Assert.Equal(ExitCode.BadInput, Drive("--curve", file));

        Assert.Contains($"{file}:3:3: «many» is no rate", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "- at: 3s\n  kind: explode\n  target: x\n",
        "allowed: run, kill, pause, resume, switch-on, switch-off")]
    [InlineData("- at: 3s\n  kind: kill\n  target: everything\n", "allowed: the number of a process")]
    [InlineData("- at: 3s\n  kind: switch-on\n  target: lights\n", "refunds-of-unshipped-off")]
    public void Trouble_that_cannot_be_made_is_refused(string steps, string problem)
    {
        Assert.Equal(ExitCode.BadInput, Drive("--chaos", Write("trouble.yaml", "steps:\n" + steps)));

        Assert.Contains(problem, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--way", "pigeon", "allowed: single, batch, stream")]
    [InlineData("--mix", "gift", "allowed: buy, checkout, cart-and-buy, whole-life")]
    [InlineData("--url", "localhost", "allowed: http://host:port")]
    [InlineData("--rate", "0", "a number from 0.001")]
    [InlineData("--duration", "1.5", "a whole number from 1")]
    public void A_bad_option_says_what_is_allowed(string option, string value, string problem)
    {
        Assert.Equal(ExitCode.BadInput, _terminal.Run("drive", option, value));

        Assert.Contains(problem, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--curve", "rates.csv", "--rate", "1")]
    [InlineData("--find-peak", "--chaos", "trouble.yaml")]
    [InlineData("--find-peak", "--speed", "2")]
    [InlineData("--abort-early", "--processes", "2")]
    [InlineData("--column", "orders")]
    [InlineData("--from", "10")]
    [InlineData("--rate", "10", "--speed", "2")]
    [InlineData("--rate", "10", "--rate", "20")]
    [InlineData("--url", Nobody)]
    [InlineData("--metrics", "")]
    [InlineData("--metrics", "http://a:1;b")]
    public void An_option_that_would_change_nothing_is_refused(params string[] args)
    {
        Assert.Equal(ExitCode.BadInput, Drive(args));

        Assert.Contains("allowed: ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_that_is_stopped_before_it_begins_is_one_document_that_says_so()
    {
        var code = new Cli(_terminal.Terminal).Run(
            ["drive", "--url", Nobody, "--rate", "5", "--duration", "3", "--json", "--out", _folder.FullName],
            new CancellationToken(canceled: true));

        using var document = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(ExitCode.Failed, code);
        Assert.True(document.RootElement.GetProperty("isPartial").GetBoolean());
        Assert.Equal(0, document.RootElement.GetProperty("stoppedAfterSeconds").GetDouble());
        Assert.Equal("user", document.RootElement.GetProperty("stoppedBy").GetString());
        Assert.False(document.RootElement.GetProperty("passed").GetBoolean());
        Assert.Contains("nothing was measured", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peak_outside_of_what_is_played_is_told_wherever_the_load_is()
    {
        var table = Write("rates.csv", "second,rate\n0,1\n1,2\n2,9\n3,2\n");
        var folder = Path.Combine(_folder.FullName, "out");
        var code = new Cli(_terminal.Terminal).Run(
            [
                "drive", "--url", Nobody, "--curve", table, "--peak", "10", "--duration", "2", "--json",
                "--out", folder,
            ],
            new CancellationToken(canceled: true));

        const string said = "comes after 2 s, and is not in the part that is played, 0 to 2 s, whose own";
        using var document = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains(
            said, document.RootElement.GetProperty("notes")[0].GetString()!, StringComparison.Ordinal);
        Assert.Equal(3, _terminal.Error.Split(said).Length); // before the load, and with its result
        Assert.Contains(
            said, File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("540")]
    public void The_recorded_shop_of_the_guide_is_played_with_its_highest_hour(string from) // B3
    {
        var trace = Path.Combine(Repository.Root, "data/tmall_store_hourly_orders.csv");
        new Cli(_terminal.Terminal).Run(
            [
                "drive", "--url", Nobody, "--curve", trace, "--speed", "3600", "--peak", "2000",
                "--from", from, "--json", "--out", _folder.FullName,
            ],
            new CancellationToken(canceled: true));

        using var document = JsonDocument.Parse(_terminal.Out);
        Assert.Contains(
            "peak 2,000/s", document.RootElement.GetProperty("curve").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "not in the part that is played", $"{document.RootElement.GetProperty("notes")}",
            StringComparison.Ordinal);
    }

    [Fact]
    public void Trouble_is_told_at_the_second_for_which_it_was_planned() // B3: not from the warm-up on
    {
        var run = MarketUseTests.Run() with { Chaos = [new ChaosOutcome(5, "run", "true", null, 1, 3)] };
        var folder = new DriveFolder(_folder.FullName);

        folder.Write(new DriveResult(run, []));
        new DriveView(_terminal.Terminal, new DriveOptions()).Show(run, folder);

        Assert.Contains("run at 3 s: recovered after 1 s", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"n\">3</td>", File.ReadAllText(folder.ReportPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.3, 868, 2, 1_000)]
    [InlineData(0.45, 7.2, 0.2, 10)]
    public void An_axis_of_latencies_has_marks_at_both_ends_and_no_empty_decade( // B3
        double lowest, double highest, double from, double to)
    {
        var axis = DriveCharts.Milliseconds(lowest, highest);

        Assert.Equal((from, to), (axis.From, axis.To));
        Assert.Contains(from, axis.Ticks);
        Assert.Contains(to, axis.Ticks);
    }

    [Fact]
    public void A_search_that_is_stopped_before_its_first_try_is_one_document_that_says_so()
    {
        var code = new Cli(_terminal.Terminal).Run(
            ["drive", "--url", Nobody, "--find-peak", "--json", "--out", _folder.FullName],
            new CancellationToken(canceled: true));

        using var document = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(ExitCode.Failed, code);
        Assert.True(document.RootElement.GetProperty("isPartial").GetBoolean());
        Assert.Equal(ExitCode.Done, _terminal.Run("report", _folder.FullName));
    }

    [Fact]
    public void A_market_that_is_not_there_cannot_be_reached()
    {
        Assert.Equal(
            ExitCode.Unreachable, Drive("--rate", "1", "--duration", "1", "--out", _folder.FullName));

        Assert.Contains($"cannot reach {Nobody}/", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_part_of_a_load_is_refused() =>
        Assert.Equal(ExitCode.BadInput, Drive("--part", Write("part.json", "{")));

    [Fact]
    public void The_help_shows_how_to_find_the_peak()
    {
        Assert.Equal(ExitCode.Done, _terminal.Run("drive", "--help"));

        Assert.Contains("flashsale drive --find-peak", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_cannot_be_read() => Assert.Equal(
        ExitCode.Unreachable, _terminal.Run("report", Path.Combine(_folder.FullName, "nothing")));

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private ExitCode Drive(params string[] args) => _terminal.Run(["drive", "--url", Nobody, .. args]);
}
