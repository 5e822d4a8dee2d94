using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class LoadVerbTests
{
    private static readonly LoadOptions Usual = new() { Scenario = LoadScenarios.All[0] };

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

    [Fact]
    public async Task What_cannot_be_meant_is_refused_with_what_is_allowed()
    {
        var kill =
            Usual with { Scenario = LoadScenarios.All.Single(one => one.Name == LoadScenarios.SiloKill) };
        await IsRefused(Usual with { Url = "http://a", Cluster = "Host=a" }, "allowed: one of them");
        await IsRefused(Usual with { Url = "ftp://a" }, "allowed: such as http://127.0.0.1:5080");
        await IsRefused(kill, "allowed: --kill PID");
        await IsRefused(kill with { Kill = 12 }, "allowed: with --url or --cluster");
        await IsRefused(Usual with { Storage = Storage.Postgres }, "allowed: --connection with it");
        await IsRefused(Usual with { File = "no-such-file.yaml" }, "there is no such scenario");
    }

    private static async Task IsRefused(LoadOptions options, string message)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(
            2, await LoadVerb.Run(
                options, null, output, error, RealClock.Instance, CancellationToken.None));

        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }
}
