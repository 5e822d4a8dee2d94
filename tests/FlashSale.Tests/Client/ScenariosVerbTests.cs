using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

public sealed class ScenariosVerbTests
{
    [Fact]
    public void Every_shipped_scenario_stands_on_a_line_with_what_it_is_about()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run("scenarios"));

        var lines = terminal.Out.Split('\n');
        foreach (var name in ScenarioFiles.Shipped().Concat(ScenarioFiles.Shipped(ScenarioKind.Season)))
        {
            var line = Assert.Single(lines, one => one.StartsWith(name + " ", StringComparison.Ordinal));
            Assert.EndsWith(".", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_script_gets_their_files()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run("scenarios", "--json"));

        using var json = JsonDocument.Parse(terminal.Out);
        var files = json.RootElement.EnumerateArray().Select(one => one.GetProperty("file").GetString()!);
        Assert.Equal(
            ScenarioFiles.Shipped().Count + ScenarioFiles.Shipped(ScenarioKind.Season).Count,
            files.Count(File.Exists));
    }
}
