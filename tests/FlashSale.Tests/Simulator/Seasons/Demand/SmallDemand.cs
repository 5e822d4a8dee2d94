using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons.Demand;

/// <summary>A small season whose demand moves, with a festival on day 20; whatever a test sets matters.
/// </summary>
internal static class SmallDemand
{
    public const int FestivalDay = 20;

    public static SeasonScenario Scenario { get; } = SmallSeason.Scenario with
    {
        Choice = new(),
        Demand = new(),
        Festivals = [new SeasonFestival { Name = "day-20", Day = "07-21", Visits = 6 }],
    };

    public static SeasonScenario With(DemandTerms demand) => Scenario with { Demand = demand };

    public static long Sum(this SeasonResult result, SeasonMeasure measure) =>
        result.Days.Sum(day => day[measure]);
}
