using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A festival that is played for somebody who watches.</summary>
internal sealed class PlayedFestival(Simulation simulation) : IPlayedMarket
{
    public MarketView Market => simulation.Market;

    public Policy Policy => simulation.Policy;

    public DateTimeOffset Zero => simulation.Scenario.Festival.Midnight;

    public DateTimeOffset? Midnight => Zero;

    public MarketRegions? Regions { get; } = new(
        [.. simulation.Scenario.Population.Regions.Select(region => region.Name)], simulation.RegionOf);

    public TimeSpan At => simulation.Progress.At;

    public bool IsOver => simulation.IsOver;

    public void Watch(IMarketObserver watcher) => simulation.Watch(watcher);

    public bool Step(int eventsMax) => simulation.Step(eventsMax);

    public bool StepUntil(TimeSpan time, int eventsMax) => simulation.StepUntil(time, eventsMax);

    public AuditReport Audit() => simulation.Audit();
}
