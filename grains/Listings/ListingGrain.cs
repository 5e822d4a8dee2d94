using Orleans.Concurrency;

namespace FlashSale.Grains;

/// <summary>A listing: its terms, and its stock or the pool of its buckets.</summary>
/// <remarks>Reentrant: the requests that wait for one write share it.</remarks>
[Reentrant]
internal sealed class ListingGrain(GrainRoom room)
    : Grain, IListingGrain, ICommandTurns,
      ICarries<Publish, ListingResult>, ICarries<Reprice, ListingResult>,
      ICarries<Restock, ListingResult>, ICarries<Withdraw, ListingResult>,
      ICarries<ScoreListing, PublicationResult>, ICarries<AnswerWarning, PublicationResult>,
      ICarries<ReviewListing, PublicationResult>
{
    private GrainRows _rows = null!;
    private StockBook _book = null!;
    private StockCounter _counter = null!;
    private ClusterPublications _publications = null!;
    private StockPool? _pool;
    private ListingState? _state;
    private ListingQuote _quote = ListingQuote.None;
    private StockState _saved;
    private bool _isHeadChanged;

    private ListingId Id => new((int)this.GetPrimaryKeyLong());

    private RowKey HeadKey => new(RowKind.Listing, Id.Value);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _rows.BeforeWrite = PutHead;
        _book = new StockBook(_rows, StockKey.Of(Id, 0));
        _counter = new StockCounter(room, _rows, _book, _ => Task.FromResult(false));
        _publications = new ClusterPublications(room, _rows, Id, () => _state, Change);
        _state = await _rows.Load<ListingState>(HeadKey);
        if (_state is null)
        {
            return;
        }

        if (_state.Lent.Length == 0)
        {
            await _book.Load(_state.Stock);
        }

        _saved = _state.Stock;
        await _publications.Load();
        SetQuote(await room.Grains.Store(_state.Listing.Store).TermsFor(Id));
        OpenPool();
    }

    public async Task<ListingQuote> Quote()
    {
        await _publications.CatchUp();
        return _quote;
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<ListingGrain>.Do(this, command);

    /// <summary>One command, after what time has brought.</summary>
    public async Task<Answer> Turn<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        await _publications.CatchUp();
        return Answer.Of(await ((ICarries<TCommand, TAnswer>)(object)this).Do(command));
    }

    public Task<PublicationResult> Do(ScoreListing command) => _publications.Score(command);

    public Task<PublicationResult> Do(AnswerWarning command) => _publications.Answer(command);

    public Task<PublicationResult> Do(ReviewListing command) => _publications.Review(command);

    public Task Wake() => _publications.CatchUp();

    public async Task<ListingResult> Do(Publish command)
    {
        var terms = command.Terms;
        if (ListingProcess.Answer(terms, _state?.Fingerprint, room.Policy) is { } answer)
        {
            return answer;
        }

        var store = terms.Store.Value < 0 || terms.Store.Value >= room.Limits.StoresMax
            ? StoreTerms.Unknown
            : await room.Grains.Store(terms.Store).TermsFor(Id);
        if (PromotionBan.Concerns(terms) && PromotionBan.MayBe(store.Market, room.Policy.Trust)
            && await room.Grains.Cases(store.Owner).IsBanned(terms.Store))
        {
            return ListingResult.Banned;
        }

        if (ListingProcess.Refuse(Id, terms, store.CanSell, room.Limits.ListingsMax) is { } refusal)
        {
            return refusal;
        }

        return _state is null ? await Begin(terms, store) : await Do(command); // another came between
    }

    public async Task<ListingResult> Do(Reprice command)
    {
        var request = KeyedRequest.Of<Reprice, ListingResult>(command);
        if (_state is null)
        {
            return ListingResult.UnknownListing;
        }

        if (RequestMemory.Answer(_state.Requests, request, ListingResult.IdReused) is { } past)
        {
            return past;
        }

        var (changed, before) = (_state.Listing, _state.Listing.Price);
        if (!changed.Reprice(command.Price))
        {
            return ListingResult.BadTerms;
        }

        _state.Requests = RequestMemory.With(_state.Requests, request);
        await Change(command.Price == before ? changed : _publications.Begun(changed));
        return ListingResult.Published;
    }

    public async Task<ListingResult> Do(Withdraw command)
    {
        if (_state is null)
        {
            return ListingResult.UnknownListing;
        }

        var changed = _state.Listing;
        changed.Withdraw();
        await Change(_publications.Withdrawn(changed));
        return ListingResult.Published;
    }

    public async Task<ListingResult> Do(Restock command)
    {
        if (_state is null)
        {
            return ListingResult.UnknownListing;
        }

        if (ListingProcess.Restock(command.UnitsInTotal, _state.PutIn) is not { } more)
        {
            return ListingResult.BadTerms;
        }

        _state.PutIn += more;
        if (_pool is null)
        {
            _book.Add(more);
        }

        await SaveHead();
        return ListingResult.Published;
    }

    public async Task<ListingView?> Find()
    {
        await _publications.CatchUp();
        if (_state is null)
        {
            return null;
        }

        var totals = _book.Totals;
        if (_pool is not null)
        {
            var buckets = await Task.WhenAll(Buckets().Select(bucket => bucket.Stock()));
            var (held, sold) = (buckets.Sum(at => at.Held), buckets.Sum(at => at.Sold));
            totals = new StockTotals(
                _state.PutIn, _state.PutIn - held - sold, held, sold, buckets.Sum(at => at.Refusals));
        }

        return _state.ViewOf(Id, room.Now, totals);
    }

    public async Task SetStore(StoreTerms terms)
    {
        if (_state is not null && terms.Version > _quote.Store.Version)
        {
            SetQuote(terms);
            await TellBuckets();
        }
    }

    public async Task TakeDown(bool isDown)
    {
        if (_state is not null)
        {
            var changed = _state.Listing;
            changed.TakeDown(isDown);
            await Change(changed);
        }
    }

    public async Task<Loan> Lend(int bucket, long given, int wanted) => _pool is null
        ? new Loan(0, _quote)
        : new Loan(await _pool.Lend(bucket, given, wanted), _quote);

    public Task HasSpare(int bucket)
    {
        _pool?.Note(bucket);
        return Task.CompletedTask;
    }

    public Task<ReserveAnswer> Reserve(OrderId order, CartLine line, ReserveKind kind) =>
        _counter.Reserve(order, line, kind, _quote, bucket: 0);

    public Task Release(OrderId order) => _counter.Release(order);

    public Task Commit(OrderId order)
    {
        _counter.Commit(order);
        return Task.CompletedTask;
    }

    public Task PutBack(OrderId order, int unitsInTotal, int unitsBefore) =>
        _counter.PutBack(order, unitsInTotal, unitsBefore);

    public Task Forget(OrderId order) => _counter.Forget(order);

    public async Task<int> Resolve() => (await _counter.Resolve(Id)).Ended;

    private async Task<ListingResult> Begin(ListingTerms terms, StoreTerms store)
    {
        _state = new ListingState
        {
            Listing = _publications.Begun(new Listing(terms)),
            Title = terms.Title,
            Attributes = terms.Attributes.Stored,
            Fingerprint = Fingerprint.Of(terms),
            PutIn = terms.Stock,
            Lent = new long[terms.Buckets == 1 ? 0 : terms.Buckets],
            Given = new long[terms.Buckets == 1 ? 0 : terms.Buckets],
            PublishedAtS = room.Now.ToUnixTimeSeconds(),
        };
        OpenPool();
        if (_pool is null)
        {
            _book.Add(terms.Stock);
        }

        SetQuote(store);
        await SaveHead();
        return ListingResult.Published;
    }

    private async Task Change(Listing changed)
    {
        _state!.Listing = changed;
        SetQuote(_quote.Store);
        await SaveHead();
        await TellBuckets();
    }

    private void SetQuote(StoreTerms store) => _quote = new ListingQuote
    {
        Exists = true,
        Listing = _state!.Listing,
        Buckets = Math.Max(1, _state.Lent.Length),
        Store = store,
    };

    private void OpenPool() =>
        _pool = _state!.Lent.Length == 0 ? null : new StockPool(room, Id, _state, SaveHead);

    private Task TellBuckets() => Task.WhenAll(Buckets().Select(bucket => bucket.SetTerms(_quote)));

    private IEnumerable<IStockBucketGrain> Buckets() =>
        Enumerable.Range(0, _state?.Lent.Length ?? 0)
            .Select(bucket => room.Grains.Bucket(StockKey.Of(Id, bucket)));

    private Task SaveHead()
    {
        _isHeadChanged = true;
        return _rows.Save();
    }

    // A sale of held units changes their own row only.
    private void PutHead()
    {
        if (_state is not null && (_isHeadChanged || !_saved.Equals(_book.State)))
        {
            _state.Stock = _saved = _book.State;
            _isHeadChanged = false;
            _rows.Put(HeadKey, _state);
        }
    }
}
