using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// What the dashboard shows of a scenario, and of the past festivals that it races against.
/// </summary>
internal static class WatchedFestival
{
    /// <summary>Options with all that follows from a scenario; without one there is no festival.</summary>
    public static LiveOptions Of(Scenario? scenario, IMarketWatch market) => new()
    {
        Kind = "serve",
        Name = "market",
        Market = market,
        Scenario = scenario?.Name,
        Seed = scenario?.Seed,
        Scale = scenario?.Scale ?? 1,
        Midnight = scenario?.Festival.Midnight,
        Races = [.. Published.Years.Where(year => year.Clock.Count > 0).Select(RaceOf)],
        RaceYear = scenario is { Festival.IsSinglesDay: true } ? scenario.Festival.Year : null,
    };

    private static RaceClock RaceOf(PublishedYear year) =>
        new(year.Year, [.. year.Clock.Select(point => (point.Seconds, point.Yuan))]);
}
