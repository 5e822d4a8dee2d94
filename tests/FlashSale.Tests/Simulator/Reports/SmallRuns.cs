using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Reports;

/// <summary>Small runs by name, each made once, for what a report says and does not say of them.</summary>
internal static class SmallRuns
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    private static readonly Dictionary<string, Lazy<RunResult>> Runs = new()
    {
        ["snow"] = new(() => FinishedRun.Result),
        ["2018"] = new(() => Until(TimeSpan.FromMinutes(10), Festivals.Small() with { Scale = 0.000_1 })),
        ["2016"] = new(() => Until(TimeSpan.FromMinutes(15), Year2016)),
        ["scarce"] = new(() => Until(TimeSpan.FromHours(1), Festivals.Small() with
        {
            Catalogue = new Catalogue { StockCover = 0.1 },
        })),
        ["asleep"] = new(() => Until(TimeSpan.FromHours(-25), Festivals.Small())),
        ["ordinary"] = new(() => Until(TimeSpan.FromDays(200), Ordinary)),
    };

    /// <summary>The festival whose payments its channels held.</summary>
    public static Scenario Year2016 => Scenario.FromFacts(new FestivalFacts
    {
        Year = 2016,
        GmvYuan = 120.7e9,
        AverageOrderYuan = 183.7,
        PeakOrdersPerSecond = 175_000,
        PeakPaymentsPerSecond = 120_000,
        MobileShare = 0.82,
    }) with
    {
        Scale = 0.000_2,
    };

    // An ordinary day of a small market, with room for everybody.
    private static Scenario Ordinary => Scenario.FromFacts(new FestivalFacts
    {
        Year = 2008,
        Date = new DateOnly(2008, 1, 25),
        GmvYuan = 270e6,
        AverageOrderYuan = 90,
        PeakOrdersPerSecond = 2_000,
        MobileShare = 0,
        PresaleShare = 0,
        RushShare = 0,
    }) with
    {
        Scale = 0.000_5,
        Capacity = new Capacity { PackedPerDay = 100, DeliveredPerDay = 100 },
    };

    public static RunResult Of(string name) => Runs[name].Value;

    private static RunResult Until(TimeSpan until, Scenario scenario)
    {
        var simulation = Simulation.Create(scenario);
        simulation.RunUntil(until);
        return simulation.Finish(Stamp);
    }
}
