using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Watches the market of an engine: what it tells is durable.</summary>
internal sealed class EngineWatch : IMarketWatch, IHostControls
{
    private readonly MarketEngine _engine;
    private readonly MarketTallies _tallies;
    private readonly TimeProvider _clock;
    private readonly double _speed;

    private EngineWatch(MarketEngine engine, MarketTallies tallies, TimeProvider clock, double speed) =>
        (_engine, _tallies, _clock, _speed) = (engine, tallies, clock, speed);

    /// <inheritdoc/>
    public ControlKinds Offered => ControlKinds.Admission | ControlKinds.Switches | ControlKinds.Audit;

    /// <inheritdoc/>
    public bool IsPaused => false;

    /// <inheritdoc/>
    public double Speed => _speed;

    /// <summary>Begins to watch, between two commands.</summary>
    public static async Task<EngineWatch> Begin(
        MarketEngine engine, LiveFestival? festival, TimeProvider clock, double speed)
    {
        var regions = festival is null ? null : new MarketRegions(festival.Regions, festival.RegionOf);
        var tallies = await engine.Ask(market =>
        {
            var begun = new MarketTallies(
                market.View, market.Policy, regions, festival?.Scenario.Festival.Midnight);
            market.Observer = begun;
            return begun;
        });
        return new EngineWatch(engine, tallies, clock, speed);
    }

    /// <inheritdoc/>
    public async ValueTask<MarketReading?> Read(CancellationToken stop)
    {
        var reading = await _engine.Ask(market => BooksReader.Of(market.View, market.Now, _tallies) with
        {
            AdmittedPerSecond = market.Policy.Admission.RequestsPerSecond,
        });
        var now = _clock.GetUtcNow();
        return reading with { Now = now > reading.Now ? now : reading.Now, Queue = _engine.Waiting };
    }

    /// <inheritdoc/>
    public async ValueTask<AuditReport?> Recount(CancellationToken stop) => await _engine.Marketplace.Audit();

    /// <inheritdoc/>
    public void Pause(bool isPaused) =>
        throw new NotSupportedException("A served market does not stand still.");

    /// <inheritdoc/>
    public void SetSpeed(double speed) => throw new NotSupportedException("A served market keeps its speed.");

    /// <inheritdoc/>
    public async ValueTask Admit(int requestsPerSecond)
    {
        var policy = await _engine.Ask(market => market.Policy);
        await _engine.Marketplace.ChangePolicy(policy with
        {
            Admission = policy.Admission with { RequestsPerSecond = requestsPerSecond },
        });
    }

    /// <inheritdoc/>
    public void Drain() => throw new NotSupportedException("There is only one host.");
}
