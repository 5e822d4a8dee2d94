using FlashSale.Driver;
using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class LoadSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_load_over_Orleans_calls_is_counted_exactly_and_audited()
    {
        var options = new LoadOptions
        {
            Scenario = LoadScenarios.All.Single(one => one.Name == "browse-and-buy"),
            Peak = 40,
            Seconds = 2,
            WarmUp = 1,
            Out = _folder,
        };
        var file = ScenarioFiles.Find(options.Scenario.Name)!;
        var scenario = ScenarioReader.Read(await File.ReadAllTextAsync(file), file).Value!;
        var clock = RealClock.Instance;
        var silo = await TestSilo.Start(Storage.Memory, null, clock);
        await using var market = new ClusterMarket("silo-in-process", silo.Grains, clock, silo);

        var summary =
            (await new LoadSession(options, scenario, market, Paced, clock).Run(CancellationToken.None))
            .Summary;

        Assert.Equal((80, 80), (summary.All.Planned, summary.All.Done));
        Assert.True(summary.Audit!.Passed);
        Assert.Equal([new EndCount("pay", "done", "done", 80)], summary.All.Ends);
    }

    private static IInjection Paced(LoadOptions options, LoadWork work, IVisits visits) =>
        new PacedInjection(work, visits, RealClock.Instance);
}
