namespace FlashSale.Grains;

/// <summary>
/// The watch over a seller's orders: it carries out what <see cref="WatchProcess"/> decides; the engine's
/// twin is WatchBook.
/// </summary>
/// <remarks>
/// A batch is saved with the alerts to which it leads, before the seller's file is told of any. The file
/// knows the last one that it was told of: each opens at most one case.
/// </remarks>
internal sealed class WatchGrain(GrainRoom room) : Grain, IWatchGrain
{
    /// <summary>Sellers with alerts that no file was told of.</summary>
    public static RowTable Table { get; } = new(RowKind.Watch)
    {
        Wake = (room, owner) => room.Grains.Watch(new SellerId((int)owner)).Wake(),
        Audit = Audit,
    };

    private GrainRows _rows = null!;
    private BatchMarks _marks = null!;
    private SellerWatch _watch = null!;

    private SellerId Seller => new((int)this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        var state = await _rows.Load<WatchState>(new RowKey(RowKind.Watch, Seller.Value)) ?? new WatchState();
        (_marks, _watch) = (state.Marks, new SellerWatch(state.Facts));
    }

    public async Task Add(EventBatch batch)
    {
        var policies = room.Policies;
        if (_marks.Take(batch))
        {
            foreach (var one in batch.Events)
            {
                if (one.Seen is { } seen)
                {
                    WatchProcess.See(_watch, seen, policies.At(one.At).Trust);
                }
            }

            await Save();
            WatchMetrics.Lag.Record((room.Now - batch.Events.Min(one => one.At)).TotalSeconds);
        }

        await Tell();
    }

    public Task Wake() => Tell();

    private async Task Tell()
    {
        while (_watch.NextAlert is { } alert)
        {
            var isOpened = await room.Grains.Cases(Seller).Alert(alert);
            _watch.Told(alert, isOpened);
            await Save();
            WatchMetrics.Alerts.Add(1, new KeyValuePair<string, object?>("opened", isOpened));
        }
    }

    private Task Save()
    {
        _rows.Put(
            new RowKey(RowKind.Watch, Seller.Value), WatchState.Of(_marks, _watch),
            _watch.NextAlert is null ? null : room.Now);
        return _rows.Save();
    }

    private static async Task<AuditCheck> Audit(GrainRoom room)
    {
        var (audit, told) = (new WatchAudit(), new Dictionary<long, int>());
        await foreach (var (key, state) in RowPages.All<CaseFileState>(room, RowKind.CaseFile))
        {
            audit.Add(state.ToFile(new SellerId((int)key.Owner)));
            told[key.Owner] = state.LastAlert;
        }

        await foreach (var (key, state) in RowPages.All<WatchState>(room, RowKind.Watch))
        {
            audit.Add(new SellerId((int)key.Owner), state.Facts, told.GetValueOrDefault(key.Owner));
        }

        return audit.Close();
    }
}
