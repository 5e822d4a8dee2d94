namespace FlashSale.Engine;

/// <summary>
/// What every seller's stores sold on each of the last days, as long as the platform pays for lost sales
/// (rule TRU-8). The cluster's twin is SellerGrain.
/// </summary>
internal sealed class TurnoverBook(StoreBook stores) : IBook
{
    private readonly SortedDictionary<int, Turnover> _sellers = [];

    /// <inheritdoc/>
    public bool IsEmpty => _sellers.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // of sellers with orders, in no table

    /// <summary>Adds an order that is paid.</summary>
    public void See(in MarketEvent happened)
    {
        if (happened.Kind != MarketEventKind.Paid)
        {
            return;
        }

        var seller = stores[happened.Store].Owner.Value;
        if (!_sellers.TryGetValue(seller, out var turnover))
        {
            _sellers[seller] = turnover = new Turnover();
        }

        turnover.Add(happened.Store, happened.At, happened.Amount);
    }

    /// <summary>How much less than usual was paid at a store between two moments.</summary>
    public Money Lost(SellerId seller, StoreId store, DateTimeOffset from, DateTimeOffset until) =>
        _sellers.TryGetValue(seller.Value, out var turnover) ? turnover.Lost(store, from, until) : Money.Zero;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        writer.WriteMark("turn");
        writer.Write(_sellers.Count);
        foreach (var (seller, turnover) in _sellers)
        {
            writer.Write(seller);
            writer.WriteSpan<TurnoverDay>([.. turnover.Days]);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader reader)
    {
        reader.ReadMark("turn");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            var seller = reader.Read<int>();
            _sellers[seller] = new Turnover(reader.ReadSpan<TurnoverDay>());
        }
    }
}
