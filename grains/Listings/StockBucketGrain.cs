using Orleans.Concurrency;

namespace FlashSale.Grains;

/// <summary>One bucket of a hot listing's stock (rule INV-4).</summary>
[Reentrant]
internal sealed class StockBucketGrain(GrainRoom room) : Grain, IStockBucketGrain
{
    private GrainRows _rows = null!;
    private StockBook _book = null!;
    private StockCounter _counter = null!;
    private BucketState _state = null!;
    private ListingQuote _quote = ListingQuote.None;
    private (StockState Stock, long Lent, long Given) _saved;

    private long Key => this.GetPrimaryKeyLong();

    private int Bucket => StockKey.BucketOf(Key);

    private IListingGrain Listing => room.Grains.Listing(StockKey.ListingOf(Key));

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _rows.BeforeWrite = PutHead;
        _book = new StockBook(_rows, Key);
        _counter = new StockCounter(room, _rows, _book, Borrow);
        _state = await _rows.Load<BucketState>(StockKey.RowOf(Key)) ?? new BucketState();
        await _book.Load(_state.Stock);
        _saved = (_state.Stock, _state.Lent, _state.Given);
        Accept(await Listing.Lend(Bucket, _state.Given, wanted: 0));
    }

    public Task<ListingQuote> Quote() => Task.FromResult(_quote);

    public Task SetTerms(ListingQuote quote)
    {
        _quote = quote;
        return Task.CompletedTask;
    }

    public Task<StockTotals> Stock() => Task.FromResult(_book.Totals);

    public async Task<long> Recall(long lent)
    {
        Accept(lent);
        _state.Given += _book.TakeOutSpare();
        await _rows.Save();
        return _state.Given;
    }

    public Task<ReserveAnswer> Reserve(OrderId order, CartLine line, ReserveKind kind) =>
        _counter.Reserve(order, line, kind, _quote, Bucket);

    public async Task Release(OrderId order) => await Tell(await _counter.Release(order));

    public Task Commit(OrderId order)
    {
        _counter.Commit(order);
        return Task.CompletedTask;
    }

    public async Task PutBack(OrderId order, int unitsInTotal, int unitsBefore) =>
        await Tell(await _counter.PutBack(order, unitsInTotal, unitsBefore));

    public Task Forget(OrderId order) => _counter.Forget(order);

    public async Task<int> Resolve()
    {
        var (ended, hasSpare) = await _counter.Resolve(StockKey.ListingOf(Key));
        await Tell(hasSpare);
        return ended;
    }

    private async Task<bool> Borrow(int missing)
    {
        var before = _state.Lent;
        Accept(await Listing.Lend(Bucket, _state.Given, missing));
        return _state.Lent > before;
    }

    private void Accept(Loan loan)
    {
        _quote = loan.Quote;
        Accept(loan.Lent);
    }

    private void Accept(long lent)
    {
        if (lent > _state.Lent)
        {
            _book.Add((int)(lent - _state.Lent));
            _state.Lent = lent;
        }
    }

    // Before the release is answered: whoever asks after that must not be refused.
    private Task Tell(bool hasSpare) => hasSpare ? Listing.HasSpare(Bucket) : Task.CompletedTask;

    private void PutHead()
    {
        if (_saved != (_book.State, _state.Lent, _state.Given))
        {
            _state.Stock = _book.State;
            _saved = (_state.Stock, _state.Lent, _state.Given);
            _rows.Put(StockKey.RowOf(Key), _state);
        }
    }
}
