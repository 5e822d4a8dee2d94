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
        return (simulation, simulation.Finish(
            new RunStamp("commit", "command", TimeSpan.Zero, 1, "machine")));
    });

    public FinishedRun()
    {
        Folder = new RunFolder(Directory.CreateTempSubdirectory("flashsale-run").FullName);
        Folder.Publish(Seal, Scenario, beside =>
        {
            beside.Write(Once.Value.Result, Once.Value.Simulation.Labels, Once.Value.Simulation.Tables());
            RunReport.Write(Once.Value.Result, beside);
        });
    }

    public static RunSeal Seal => new()
    {
        Scenario = Scenario.Name,
        ScenarioHash = Scenario.Hash,
        Seed = Scenario.Seed,
        Scale = Scenario.Scale,
        Command = "command",
        Commit = "commit",
    };

    public static RunResult Result => Once.Value.Result;

    public RunFolder Folder { get; }

    /// <summary>The manifest made again over the files as they are now, as a forger would.</summary>
    public void SealAgain() => File.WriteAllText(
        Folder.SealPath, Seal.Over(Folder.Path, RunFolder.FileNames).Text());

    public void Dispose() => Directory.Delete(Folder.Path, recursive: true);
}
