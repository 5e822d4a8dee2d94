namespace FlashSale.Grains;

/// <summary>What somebody is worth, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.reputation")]
internal sealed class ReputationState
{
    /// <summary>Which batches are in it.</summary>
    [Id(0)]
    public BatchMarks Marks { get; set; } = new();

    /// <summary>Points and verdicts.</summary>
    [Id(1)]
    public Credit Credit { get; set; }

    /// <summary>The days of the last six months that had ratings.</summary>
    [Id(2)]
    public RatingDay[] Days { get; set; } = [];
}

/// <summary>The credit of a store or buyer, and a store's ratings (rules REP-1 to REP-6).</summary>
internal sealed class ReputationGrain(GrainRoom room) : Grain, IReputationGrain
{
    private GrainRows _rows = null!;
    private ReputationState _state = null!;
    private StoreRating _rating = null!;

    private RowKey Key => new(RowKind.Reputation, this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _state = await _rows.Load<ReputationState>(Key) ?? new ReputationState();
        _rating = StoreRating.Of(_state.Days);
    }

    public Task<Standing> Standing() => Task.FromResult(
        new Standing(_state.Credit, _rating.Sums(room.Now, room.Policies.Reputation)));

    public Task Add(EventBatch batch)
    {
        if (_state.Marks.Take(batch))
        {
            foreach (var verdict in batch.Events)
            {
                Add(verdict);
            }

            _state.Days = _rating.Days.ToArray();
            _rows.Put(Key, _state);
        }

        return _rows.Save();
    }

    private void Add(OrderEvent verdict)
    {
        var credit = _state.Credit;
        credit.Add(verdict.Credit, verdict.Decision);
        _state.Credit = credit;
        if (verdict.Kind == MarketEventKind.StoreRated && verdict.Rating != default)
        {
            _rating.Add(verdict.Rating, verdict.At, room.Policies.Reputation);
        }
    }
}
