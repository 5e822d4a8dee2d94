namespace FlashSale.Engine;

/// <summary>
/// What the watch has seen of every seller; it opens cases in the moment of the event (rule TRU-13). The
/// cluster's twin is WatchGrain.
/// </summary>
internal sealed class WatchBook(MarketState market) : IBook
{
    private readonly SortedDictionary<int, SellerWatch> _sellers = [];

    /// <inheritdoc/>
    public bool IsEmpty => _sellers.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // of sellers with orders, in no table

    /// <summary>Counts an event, and opens a case if it leads to an alert.</summary>
    public void See(in MarketEvent happened)
    {
        if (WatchedEvent.Of(happened) is not { } seen)
        {
            return;
        }

        var seller = market.Stores[seen.Store].Owner;
        if (!_sellers.TryGetValue(seller.Value, out var watch))
        {
            _sellers[seller.Value] = watch = new SellerWatch();
        }

        if (WatchProcess.See(watch, seen, market.Policy.Trust) is { } alert)
        {
            watch.Told(alert, WatchProcess.Open(market.Cases.Reached(seller), alert));
        }
    }

    /// <summary>What the watch keeps of a seller; null if it has seen nothing.</summary>
    public WatchFacts? Find(SellerId seller) => _sellers.GetValueOrDefault(seller.Value)?.Facts;

    /// <inheritdoc/>
    public IEnumerable<AuditCheck> Audit()
    {
        if (IsEmpty)
        {
            yield break;
        }

        var audit = new WatchAudit();
        foreach (var seller in market.Cases.From(default))
        {
            audit.Add(market.Cases.Find(seller)!);
        }

        foreach (var (seller, watch) in _sellers)
        {
            audit.Add(new SellerId(seller), watch.Facts, watch.LastAlert); // a file is told at once
        }

        yield return audit.Close();
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        writer.WriteMark("wtch");
        writer.Write(_sellers.Count);
        foreach (var (seller, watch) in _sellers)
        {
            var facts = watch.Facts;
            writer.Write(seller);
            writer.WriteSpan<WatchDay>([.. facts.Days]);
            writer.Write(facts.LastAlert);
            writer.Write(facts.Opened);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader reader)
    {
        reader.ReadMark("wtch");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            var seller = reader.Read<int>();
            _sellers[seller] = new SellerWatch(
                new WatchFacts(reader.ReadSpan<WatchDay>(), [], reader.Read<int>(), reader.Read<int>()));
        }
    }
}
