using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Tests.Client;

// «flashsale serve» as a command: what it says, and how it ends.
public sealed class ServeVerbTests : IDisposable
{
    private const string FreePort = "http://127.0.0.1:0";

    private readonly TestTerminal _terminal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    private string Journal => Path.Combine(_folder.FullName, "market");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void It_says_where_it_listens_and_stops_when_asked()
    {
        Assert.Equal(ExitCode.Done, Serve("--scenario", "quick", "--scale", "0.00001"));

        Assert.StartsWith("FlashSale serve, commit ", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("API      http://127.0.0.1:", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("Ctrl-C stops it", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("In the market it is 10 Nov 2018 23:50:00", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("Stopping:", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_lives_a_log_gets_no_line_with_nothing_but_the_time() // B3
    {
        Assert.Equal(ExitCode.Done, Serve());

        Assert.Equal(
            "Stopping: answering what waits, writing a snapshot …\n", _terminal.Error);
        Assert.DoesNotContain(
            _terminal.Out.Split('\n'),
            line => DateTimeOffset.TryParse(line, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public void For_a_machine_it_prints_one_line_of_json()
    {
        Assert.Equal(ExitCode.Done, Serve("--json", "--quiet"));

        Assert.StartsWith("{\"urls\":[\"http://127.0.0.1:", _terminal.Out, StringComparison.Ordinal);
        Assert.Equal(1, _terminal.Out.Count(letter => letter == '\n'));
        Assert.Empty(_terminal.Error);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.0.2.1:5080")]
    [InlineData("http://shop.example:5080")]
    public void Beyond_this_machine_it_does_not_listen_without_keys(string urls)
    {
        Assert.Equal(ExitCode.BadInput, Run("--urls", urls));

        Assert.Contains("set FLASHSALE_API_KEY and FLASHSALE_OPERATOR_KEY", _terminal.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_trust_that_changes_nothing_is_refused()
    {
        Assert.Equal(ExitCode.BadInput, Run("--trust-loopback"));

        Assert.Contains(
            "--trust-loopback changes nothing; allowed: with FLASHSALE_API_KEY", _terminal.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "localhost", "allowed: http://host:port")]
    [InlineData("--urls", "https://localhost:1", "allowed: http://host:port")]
    [InlineData("--urls", "http://localhost:1/path", "allowed: http://host:port")]
    [InlineData("--speed", "0", "--speed «0» is wrong; allowed: a number from 0.01 to 100000")]
    [InlineData("--scenario", "quik", "did you mean quick?")]
    public void A_bad_argument_is_refused(string option, string value, string message)
    {
        Assert.Equal(ExitCode.BadInput, Run(option, value));

        Assert.Contains(message, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_cannot_be_reached()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(ExitCode.Unreachable, Run("--urls", $"http://127.0.0.1:{port}"));

        Assert.Contains("ddress already in use", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Journal)); // nothing was made for a server that never was
    }

    [Fact]
    public void A_journal_that_another_process_has_open_cannot_be_reached()
    {
        using var other = FolderStorage.ForWriting(Journal);

        Assert.Equal(ExitCode.Unreachable, Serve());

        Assert.Contains("another process holds its lock", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_journal_is_bad_input()
    {
        Assert.Equal(ExitCode.Done, Serve("--scenario", "quick", "--scale", "0.00001"));
        Directory.GetFiles(Journal, "snapshot-*").ToList().ForEach(File.Delete);
        var journal = Directory.GetFiles(Journal, "journal-*").Order().First();
        var bytes = File.ReadAllBytes(journal);
        bytes[5_000] ^= 1; // far before the end
        File.WriteAllBytes(journal, bytes);

        Assert.Equal(ExitCode.BadInput, Serve());

        Assert.Contains($"flashsale serve: {Journal}: ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_another_scenario_is_bad_input()
    {
        Assert.Equal(ExitCode.Done, Serve("--scenario", "quick", "--scale", "0.00001"));

        Assert.Equal(ExitCode.BadInput, Serve("--scenario", "quick", "--scale", "0.00001", "--seed", "9"));

        Assert.Contains("holds another market than", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("a-key-of-the-buyers", null, "belong together")]
    [InlineData("short", "a-key-of-operators", "16 to 256 characters")]
    [InlineData("a-key-of-operators", "a-key-of-operators", "must differ")]
    public void Keys_from_the_environment_are_checked(string? apiKey, string? operatorKey, string? problem)
    {
        var read = ServeKeys.Read(
            FreePort, name => name == ServeKeys.ApiKeyName ? apiKey : operatorKey);

        Assert.Null(read.Keys);
        Assert.Contains(problem ?? "", read.Problem ?? "", StringComparison.Ordinal);
    }

    // As if Ctrl-C had been pressed before: it starts, says so, and stops.
    private ExitCode Serve(params string[] more) =>
        Run(["--journal", Journal, "--urls", FreePort, .. more]);

    private ExitCode Run(params string[] args) =>
        new Cli(_terminal.Terminal).Run(["serve", .. args], new CancellationToken(canceled: true));
}
