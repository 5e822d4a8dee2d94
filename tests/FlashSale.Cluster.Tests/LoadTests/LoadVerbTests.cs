using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class LoadVerbTests
{
    private static readonly LoadProgram Program = new("loadtests", "A test.", Inject: null);

    [Fact]
    public void Every_load_test_has_a_scenario_file_with_gates()
    {
        foreach (var one in LoadScenarios.All)
        {
            var file = ScenarioFiles.Find(one.Name)!;
            var scenario = ScenarioReader.Read(File.ReadAllText(file), file).Value!;
            Assert.Equal(one.Name, scenario.Name);
            Assert.NotEqual(new LoadGates(), scenario.Load.Gates);
        }
    }

    [Theory]
    [InlineData("--url http://a --cluster Host=a", "allowed: one of them")]
    [InlineData("--url http://a --silos 2 --connection Host=a", "allowed: one of them")]
    [InlineData("--url ftp://a", "allowed: such as http://127.0.0.1:5080")]
    [InlineData("--url http://a --storage sqlite", "allowed: with a silo in this process")]
    [InlineData("--cluster Host=a --storage memory", "allowed: with a silo in this process")]
    [InlineData("--cluster Host=a --measurements m.json", "allowed: with a silo in this process")]
    [InlineData("--cluster-id market", "allowed: with --cluster")]
    [InlineData("--storage postgres", "allowed: with --connection")]
    [InlineData("--connection Host=a", "allowed: with --storage postgres or --silos")]
    [InlineData("--silos 3", "apt install postgresql")]
    [InlineData("--silos 0", "--silos: 1 to 16")]
    [InlineData("--kill 12", "allowed: with --silos, --url or --cluster")]
    [InlineData("--url http://a --kill silo-1", "such as silo-2 with --silos")]
    [InlineData("--silos 2 --connection Host=a --kill silo-3", "allowed: silo-1 to silo-2")]
    [InlineData("--url http://a --kill 12 --chaos c.yaml", "allowed: one of them")]
    [InlineData("chaos-silo-kill", "allowed: with --silos 2 or more")]
    [InlineData("chaos-silo-kill --url http://a", "allowed: --kill PID")]
    [InlineData("--file no-such-file.yaml", "there is no such file")]
    [InlineData("--chaos no-such-file.yaml", "there is no such file")]
    [InlineData("no-such-load", "midnight-rush")]
    [InlineData("--peak 0", "--peak: above 0")]
    [InlineData("--peak 5 measure", "--peak changes nothing in «measure»")]
    [InlineData("measure --storage postgres", "belong together")]
    [InlineData("measure --connection Host=a", "belong together")]
    public async Task What_cannot_be_meant_is_refused_with_what_is_allowed(string line, string message)
    {
        using var error = new StringWriter();

        var exit = await LoadCommands.Run(
            Program, line.Split(' '), new LoadTerminal(TextWriter.Null, error, ErrorIsScreen: false),
            RealClock.Instance, CancellationToken.None);

        Assert.Equal(LoadVerb.BadInput, exit);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_market_that_nobody_runs_cannot_be_reached()
    {
        using var error = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("flashsale-");

        var exit = await LoadCommands.Run(
            Program, ["--url", "http://127.0.0.1:1", "--out", folder.FullName],
            new LoadTerminal(TextWriter.Null, error, ErrorIsScreen: false), RealClock.Instance,
            CancellationToken.None);

        Assert.Equal(LoadVerb.Unreachable, exit);
        folder.Delete(recursive: true);
    }
}
