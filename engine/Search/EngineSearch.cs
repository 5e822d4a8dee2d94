namespace FlashSale.Engine;

/// <summary>
/// The searches of an engine. They do not wait for the writer but once a turn, when it is asked for the
/// listings, some at a time.
/// </summary>
internal sealed class EngineSearch
{
    private readonly MarketState _market;
    private readonly TimeProvider _clock;
    private readonly SalesLog _sales;
    private readonly MarketSearch _search;

    /// <summary>Begins to count sales; before the writer does anything.</summary>
    public EngineSearch(MarketEngine engine, Market market, TimeProvider clock)
    {
        (_market, _clock, _sales) = (market.State, clock, SalesLog.Of(market.State));
        _market.Sales = _sales;
        _search = new MarketSearch(
            (today, days) => Sales(engine, today, days),
            reader => engine.Ask(asked => reader.Read(asked.View)));
    }

    /// <summary>Searches.</summary>
    /// <remarks>
    /// Policies and the last flip of a switch never change once they are made, so that this thread may read
    /// the newest ones while the writer goes on.
    /// </remarks>
    public ValueTask<SearchPage> Find(SearchQuery query)
    {
        var now = _clock.GetUtcNow();
        return _search.Find(
            query, now, _market.Policies.At(now), _market.Switches.IsOn(Switch.SearchSimplified, now));
    }

    private async ValueTask<Dictionary<int, int>> Sales(MarketEngine engine, int today, int days)
    {
        await engine.Ask(_ =>
        {
            _sales.HandOver();
            return true;
        });
        return _sales.Sums(today, days);
    }
}
