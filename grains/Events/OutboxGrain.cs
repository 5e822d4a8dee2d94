namespace FlashSale.Grains;

/// <summary>The batch that is on its way, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.event-feed")]
internal sealed class FeedState
{
    /// <summary>The number of the last batch that was begun.</summary>
    [Id(0)]
    public long Number { get; set; }

    /// <summary>The keys of its events, by owner and item; empty when it is confirmed.</summary>
    [Id(1)]
    public (long Owner, long Item)[] Keys { get; set; } = [];
}

/// <summary>One partition of the outbox.</summary>
/// <remarks>
/// A batch is begun by writing down which rows are in it, so that it is the same batch whenever it is
/// published; the rows are deleted when it is confirmed. One batch at a time keeps events in order.
/// </remarks>
internal sealed class OutboxGrain(GrainRoom room) : Grain, IOutboxGrain
{
    /// <summary>Events that are to be published.</summary>
    public static RowTable Table { get; } = new(RowKind.Event)
    {
        Wake = (room, owner) => room.Grains.Outbox((int)(owner % OrderFeed.Partitions)).Notice(),
        IsDueAtOnce = true,
    };

    private const int BatchMax = 2_000;
    private const int RepeatAfterLooks = 25; // some five seconds
    private const int IdleLooksMax = 25; // longer than OutboxBell.Every, so that no ring is missed
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(200);

    private GrainRows _rows = null!;
    private FeedState _state = null!;
    private IGrainTimer? _timer;
    private int _looksUntilRepeat;
    private int _idleLooks;

    private int Partition => (int)this.GetPrimaryKeyLong();

    private RowKey Key => new(RowKind.EventFeed, Partition);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _state = await _rows.Load<FeedState>(Key) ?? new FeedState();
    }

    public Task Notice()
    {
        _timer ??= this.RegisterGrainTimer(
            _ => Pump(), new GrainTimerCreationOptions(Linger, Linger) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task<bool> Pump()
    {
        if (_state.Keys.Length > 0)
        {
            if (--_looksUntilRepeat < 0)
            {
                await Publish();
            }

            return false;
        }

        var due = await room.Store.FindDue(
            RowKind.Event, long.MaxValue, Partition, OrderFeed.Partitions, BatchMax);
        if (due.Count == 0)
        {
            if (++_idleLooks > IdleLooksMax)
            {
                _timer?.Dispose();
                _timer = null;
            }

            return true;
        }

        _idleLooks = 0;
        _state.Number++;
        _state.Keys = [.. due.Select(row => (row.Key.Owner, row.Key.Item))];
        _rows.Put(Key, _state);
        await _rows.Save();
        await Publish(due);
        return false;
    }

    public Task<OutboxBacklog> Backlog() => Task.FromResult(new OutboxBacklog(
        _state.Keys.Length, _state.Keys.Length == BatchMax,
        _state.Keys.Length > 0 ? OrderEvents.MomentOf(_state.Keys.Min(key => key.Item)) : null));

    public async Task Confirm(long number)
    {
        if (number != _state.Number || _state.Keys.Length == 0)
        {
            return;
        }

        // In one write: a buyer whose grain wakes up must find every event that is not confirmed, or it would
        // give the number of one to another.
        foreach (var (owner, item) in _state.Keys)
        {
            _rows.DeleteOnce(new RowKey(RowKind.Event, owner, item));
        }

        _state.Keys = [];
        _rows.Put(Key, _state);
        await _rows.Save();
        await Notice();
    }

    private async Task Publish()
    {
        var rows = new List<StoredRow>(_state.Keys.Length);
        foreach (var (owner, item) in _state.Keys)
        {
            if (await room.Store.Read(new RowKey(RowKind.Event, owner, item)) is { } row)
            {
                rows.Add(row);
            }
        }

        Invariant.Holds(rows.Count == _state.Keys.Length, "a batch that is not confirmed has all its events");
        await Publish(rows);
    }

    private Task Publish(IReadOnlyList<StoredRow> rows)
    {
        _looksUntilRepeat = RepeatAfterLooks;
        var events = rows.Select(row => room.Serializer.Deserialize<OrderEvent>(row.Body)!).ToArray();
        return this.GetStreamProvider(OrderFeed.Provider)
            .GetStream<EventBatch>(StreamId.Create(OrderFeed.Namespace, Partition))
            .OnNextAsync(new EventBatch(Partition, _state.Number, events));
    }
}
