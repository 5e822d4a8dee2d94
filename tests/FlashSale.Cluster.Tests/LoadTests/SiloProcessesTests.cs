using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class SiloProcessesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly string[] Silos = [SiloName.Of(1), SiloName.Of(2)];

    // Rule ORD-4: what a silo that is killed has acknowledged is there once, and no silo outlives the load.
    [PostgresFact]
    [Trait("cluster", "ORD-4")]
    public async Task A_load_starts_silos_kills_one_audits_the_others_and_leaves_none_behind()
    {
        var clock = RealClock.Instance;
        var options = new LoadOptions
        {
            Scenario = LoadScenarios.All.Single(one => one.Name == LoadScenarios.SiloKill),
            Silos = 2,
            Connection = await (await postgres.Server).CreateDatabase(),
            Peak = 20,
            Seconds = 6,
            WarmUp = 0,
        };
        var file = ScenarioFiles.Find(LoadScenarios.SiloKill)!;
        var scenario = ScenarioReader.Read(await File.ReadAllTextAsync(file), file).Value!;
        List<int> silos;
        DriveSummary summary;
        await using (var market = await OpenedMarket.Open(options, clock, CancellationToken.None))
        {
            silos = [.. Silos.Select(name => market.ProcessOf(name)!.Value)];
            Assert.All(silos, silo => Assert.True(IsAlive(silo)));
            var terminal = new LoadTerminal(TextWriter.Null, TextWriter.Null, ErrorIsScreen: false);
            summary = (await new LoadSession(options, scenario, market, terminal, clock).Run(
                (_, work, visits) => new PacedInjection(work, visits, clock), [], CancellationToken.None))
                .Summary;
            Assert.False(IsAlive(silos[1]));
        }

        var trouble = Assert.Single(summary.Chaos);
        Assert.Equal(("kill", "silo-2", null), (trouble.Kind, trouble.Target, trouble.Problem));
        Assert.True(summary.Audit!.Passed, string.Join("; ", summary.Audit.Checks));
        Assert.Equal(120, summary.All.Planned);
        Assert.True(summary.All.Done <= summary.Streams!.Paid);
        Assert.All(silos, silo => Assert.False(IsAlive(silo)));
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
