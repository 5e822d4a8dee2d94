namespace FlashSale.Engine;

/// <summary>
/// What every store and buyer is worth to others: credit, and ratings over six months (rules REP-1 to REP-6).
/// </summary>
/// <remarks>
/// All verdicts are kept in their order, so that an audit can count again from the first one.
/// </remarks>
internal sealed class ReputationBook(MarketState market) : IBook
{
    private const int LedgerPartitionBits = 8;
    private const int VerdictsPerCleaning = 1 << 12;

    private readonly ReputationPolicy _policy = market.Policy.Reputation;
    private readonly Table<Credit> _stores = new(market.Size.StoresMax);
    private readonly Table<Credit> _buyers = new(market.Size.BuyersMax);
    private readonly List<StoreRating?> _ratings = [];
    private readonly StoreRating[] _categories = [.. market.Policy.Categories.Select(_ => new StoreRating())];
    private readonly CreditLedger _ledger = new(LedgerPartitionBits);
    private readonly Table<Verdict> _verdicts = new(int.MaxValue);

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes =>
        [("reputation", _stores.Bytes + _buyers.Bytes + _ledger.Bytes + _verdicts.Bytes)];

    /// <summary>Verdicts ever noted.</summary>
    public int Verdicts => _verdicts.Count;

    /// <summary>One more than the highest id of a buyer who was rated.</summary>
    public int Buyers => _buyers.Count;

    /// <summary>A verdict, in the order in which they were noted.</summary>
    public ref readonly Verdict VerdictAt(int row) => ref _verdicts[row];

    /// <summary>A store's credit.</summary>
    public Credit CreditOf(StoreId store) =>
        store.Value >= 0 && store.Value < _stores.Count ? _stores[store.Value] : default;

    /// <summary>A buyer's credit.</summary>
    public Credit CreditOf(BuyerId buyer) =>
        buyer.Value >= 0 && buyer.Value < _buyers.Count ? _buyers[buyer.Value] : default;

    /// <summary>A store's ratings over the last six months, added up.</summary>
    public RatingSums RatingOf(StoreId store, DateTimeOffset now) =>
        store.Value >= 0 && store.Value < _ratings.Count && _ratings[store.Value] is { } rating
            ? rating.Sums(now, _policy)
            : default;

    /// <summary>The ratings of all stores in a category over the last six months, added up.</summary>
    public RatingSums RatingOf(CategoryId category, DateTimeOffset now) =>
        category.Value < _categories.Length
            ? _categories[category.Value].Sums(now, _policy)
            : default;

    /// <summary>Reads what a verdict between these will need, so that it comes into the caches.</summary>
    public int Touch(BuyerId buyer, StoreId store, ListingId listing) =>
        _ledger.Touch(buyer, store, listing).GetHashCode() ^ LastDayOf(store);

    /// <summary>
    /// Notes a verdict on the store or on the buyer of an order; points alone where nobody gives verdicts.
    /// </summary>
    public void Note(in Verdict verdict)
    {
        _verdicts[_verdicts.Add()] = verdict;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(verdict.AtMs);
        if (verdict.Credit != default)
        {
            AddCredit(verdict, now);
        }

        AddPoints(verdict, now);
        if (_verdicts.Count % VerdictsPerCleaning == 0)
        {
            _ledger.DropExpired(
                _verdicts.Count / VerdictsPerCleaning % _ledger.Partitions, now, _policy);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<AuditCheck> Audit() => new ReputationRecount(market).Run();

    public void Save(StateWriter writer)
    {
        writer.WriteMark("repu");
        _stores.Save(writer);
        _buyers.Save(writer);
        writer.Write(_ratings.Count);
        foreach (var rating in _ratings.Concat(_categories))
        {
            writer.WriteSpan(rating is null ? [] : rating.Days);
        }

        for (var partition = 0; partition < _ledger.Partitions; partition++)
        {
            writer.WriteSpan<PairCredit>(_ledger.PairsOf(partition, market.Now, _policy));
            writer.WriteSpan<ListingCredit>(_ledger.ListingsOf(partition, market.Now, _policy));
        }

        _verdicts.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("repu");
        _stores.Load(reader);
        _buyers.Load(reader);
        var stores = reader.Read<int>();
        for (var store = 0; store < stores; store++)
        {
            var days = reader.ReadSpan<RatingDay>();
            _ratings.Add(days.Length == 0 ? null : StoreRating.Of(days));
        }

        for (var category = 0; category < _categories.Length; category++)
        {
            _categories[category] = StoreRating.Of(reader.ReadSpan<RatingDay>());
        }

        for (var partition = 0; partition < _ledger.Partitions; partition++)
        {
            var pairs = reader.ReadSpan<PairCredit>();
            _ledger.Restore(pairs, reader.ReadSpan<ListingCredit>(), market.Now, _policy);
        }

        _verdicts.Load(reader);
    }

    private int LastDayOf(StoreId store) =>
        store.Value < _ratings.Count && _ratings[store.Value] is { Days: [.., var last] } ? last.Day : 0;

    private void AddCredit(in Verdict verdict, DateTimeOffset now)
    {
        var decision = _ledger.Record(
            verdict.Side,
            verdict.Credit,
            verdict.Order.Buyer,
            verdict.Store,
            verdict.Listing,
            verdict.Paid,
            now,
            _policy);
        if (verdict.Side == RatedSide.Buyer)
        {
            _buyers.Reach(verdict.Order.Buyer.Value);
            _buyers[verdict.Order.Buyer.Value].Add(verdict.Credit, decision);
        }
        else
        {
            _stores.Reach(verdict.Store.Value);
            _stores[verdict.Store.Value].Add(verdict.Credit, decision);
        }
    }

    private void AddPoints(in Verdict verdict, DateTimeOffset now)
    {
        if (verdict.Points is not { } points)
        {
            return; // good by default says nothing about the components
        }

        var store = verdict.Store.Value;
        while (_ratings.Count <= store)
        {
            _ratings.Add(null);
        }

        (_ratings[store] ??= new StoreRating()).Add(points, now, _policy);
        _categories[verdict.Category.Value].Add(points, now, _policy);
    }
}
