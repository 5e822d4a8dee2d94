using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A season that is played for somebody who watches.</summary>
internal sealed class PlayedSeason(Season season) : IPlayedMarket
{
    public MarketView Market => season.Market;

    public Policy Policy => season.Scenario.PolicyAtStart();

    public DateTimeOffset Zero { get; } = new(
        season.Scenario.Season.StartsOn.ToDateTime(TimeOnly.MinValue), ChinaTime.Offset);

    public DateTimeOffset? Midnight => null;

    public MarketRegions? Regions => null;

    public TimeSpan At => season.Progress.At;

    public bool IsOver => season.IsOver;

    public void Watch(IMarketObserver watcher) => season.Watch(watcher);

    public bool Step(int eventsMax) => season.Step(eventsMax);

    public bool StepUntil(TimeSpan time, int eventsMax) => season.StepUntil(time, eventsMax);

    public AuditReport Audit() => season.Audit();
}
