using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>A small festival, simulated once and written into a folder of its own for each user.</summary>
internal sealed class FinishedRun : IDisposable
{
    public static Scenario Scenario { get; } = Festivals.Small() with
    {
        Catalogue = Festivals.Small().Catalogue with
        {
            Coupons =
            [
                new CouponCampaign { StoreShare = 0.2, FromYuan = 200, OffYuan = 15, Quantity = 2_000 },
            ],
        },
        Shocks =
        [
            new Shock
            {
                Kind = ShockKind.Snow, From = TimeSpan.FromDays(1), Until = TimeSpan.FromDays(2),
                Regions = ["east"], CapacityFactor = 0.1,
            },
        ],
    };

    private static readonly Lazy<(Simulation Simulation, RunResult Result)> Once = new(() =>
    {
        var simulation = Simulation.Create(Scenario);
        simulation.RunUntil(TimeSpan.FromDays(4));
        return (simulation, simulation.Finish(Stamp));
    });

    private static RunStamp Stamp => new("commit", "command", TimeSpan.Zero, 1, "machine");

    public FinishedRun()
        : this(Scenario, Once.Value.Simulation, Once.Value.Result)
    {
    }

    private FinishedRun(Scenario scenario, Simulation simulation, RunResult result)
    {
        Summary = result.Summary;
        Folder = new RunFolder(Directory.CreateTempSubdirectory("flashsale-run").FullName);
        Folder.Publish(SealOf(scenario), scenario, beside =>
        {
            beside.Write(result, simulation.Labels, simulation.Tables());
            RunReport.Write(result, beside);
        });
    }

    public static RunSeal Seal => SealOf(Scenario);

    public static RunResult Result => Once.Value.Result;

    public RunFolder Folder { get; }

    public RunSummary Summary { get; }

    /// <summary>Another festival, simulated until a moment and written.</summary>
    public static FinishedRun Of(Scenario scenario, TimeSpan until)
    {
        var simulation = Simulation.Create(scenario);
        simulation.RunUntil(until);
        return new FinishedRun(scenario, simulation, simulation.Finish(Stamp));
    }

    /// <summary>The manifest made again over the files as they are now, as a forger would.</summary>
    public void SealAgain() => File.WriteAllText(
        Folder.SealPath, Seal.Over(Folder.Path, RunFolder.FileNames).Text());

    public void Dispose() => Directory.Delete(Folder.Path, recursive: true);

    private static RunSeal SealOf(Scenario scenario) => new()
    {
        Scenario = scenario.Name,
        ScenarioHash = scenario.Hash,
        Seed = scenario.Seed,
        Scale = scenario.Scale,
        Command = "command",
        Commit = "commit",
    };
}
