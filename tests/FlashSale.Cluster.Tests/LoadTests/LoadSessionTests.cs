using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class LoadSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_load_through_NBomber_is_counted_exactly_and_audited_in_its_report()
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
            (await new LoadSession(options, scenario, market, clock).Run(CancellationToken.None)).Summary;

        Assert.Equal((80, 80), (summary.All.Planned, summary.All.Done));
        Assert.True(summary.Audit!.Passed);
        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "nbomber", "report.md"));
        Assert.Contains("money-is-conserved", report, StringComparison.Ordinal);
        Assert.Contains("put-in-cart", report, StringComparison.Ordinal);
    }
}
