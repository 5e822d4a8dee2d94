namespace FlashSale.Grains;

/// <summary>
/// What one partition of the buyers has bought in the last days, by listing, for searches (rule SRC-1).
/// </summary>
/// <remarks>
/// Batches come at least once; each is counted once, because its row has its number and is written as a
/// whole. A market of a version before this one is counted from its orders first.
/// </remarks>
internal sealed class SalesGrain(GrainRoom room) : Grain, ISalesGrain
{
    private const int BatchRowsMax = 64;

    private readonly SortedSet<long> _batches = []; // those with a row of their own
    private readonly SortedSet<int> _changed = []; // days that are ahead of their rows
    private readonly SortedSet<long> _parts = []; // rows of days, by their items
    private GrainRows _rows = null!;
    private SalesCount _counts = new();
    private long _last;
    private bool _isBegun;

    private int Partition => (int)this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        foreach (var (item, row) in await _rows.LoadAll<SalesDayRow>(RowKind.SalesDay, Partition))
        {
            if (item == SalesRows.First(Partition).Item)
            {
                (_isBegun, _last) = (true, row.Batch);
                continue;
            }

            _parts.Add(item);
            Count(SalesRows.DayOf(item), row.Packed);
        }

        foreach (var (number, row) in await _rows.LoadAll<SalesBatchRow>(RowKind.SalesBatch, Partition))
        {
            _rows.Unload(SalesRows.Of(Partition, number));
            _batches.Add(number);
            _last = Math.Max(_last, number);
            for (var at = 0; at < row.Days.Length; at++)
            {
                Count(row.Days[at], row.Packed[at]);
                _changed.Add(row.Days[at]);
            }
        }
    }

    public async Task Add(EventBatch batch)
    {
        await Begin();
        if (batch.Number <= _last)
        {
            return;
        }

        var days = ByDay(batch);
        _last = batch.Number;
        foreach (var (day, packed) in days)
        {
            Count(day, packed);
            _changed.Add(day);
        }

        if (_batches.Count == BatchRowsMax || days.Sum(one => one.Packed.Length) > RowLimits.BodyBytesMax / 2)
        {
            PutDays();
        }
        else
        {
            _rows.PutOnce(
                SalesRows.Of(Partition, batch.Number),
                new SalesBatchRow([.. days.Select(one => one.Day)], [.. days.Select(one => one.Packed)]));
            _batches.Add(batch.Number);
        }

        await _rows.Save();
    }

    public async Task<SalesSums> Sums(int today, int days)
    {
        await Begin();
        var sums = new Dictionary<int, int>();
        _counts.AddTo(sums, today, days);
        return new SalesSums(SalesRows.Pack(
            sums.OrderBy(one => one.Key).Select(one => (new ListingId(one.Key), one.Value))));
    }

    // Sorted, so that the same batch is the same bytes.
    private static List<(int Day, byte[] Packed)> ByDay(EventBatch batch) =>
    [
        .. from one in batch.Events
           where one.Sales is not null
           group one by ChinaTime.DayOf(one.At) into day
           orderby day.Key
           select (day.Key, SalesRows.Pack(
               from one in day
               from sale in one.Sales!
               group sale by sale.Listing.Value into listing
               orderby listing.Key
               select (new ListingId(listing.Key), listing.Count()))),
    ];

    private void Count(int day, byte[] packed)
    {
        foreach (var (listing, sales) in SalesRows.Unpack(packed))
        {
            _counts.Add(listing, day, sales);
        }
    }

    /// <summary>Counts the orders of a version that did not count sales; once.</summary>
    private async Task Begin()
    {
        if (_isBegun)
        {
            return;
        }

        _counts = await new SalesRecount(room).Of(Partition);
        _changed.UnionWith(_counts.Days);
        PutDays();
        await _rows.Save();
        _isBegun = true;
    }

    /// <summary>Puts what the batches hold into the rows of their days, in one write.</summary>
    private void PutDays()
    {
        foreach (var day in _changed.Intersect(_counts.Days).ToList())
        {
            foreach (var (part, sales) in _counts.Of(day).Chunk(SalesRows.ListingsPerRow).Index())
            {
                var key = SalesRows.Of(Partition, day, part);
                _rows.Put(key, new SalesDayRow { Packed = SalesRows.Pack(sales) });
                _parts.Add(key.Item);
            }
        }

        var kept = _counts.Days.ToHashSet();
        foreach (var over in _parts.Where(item => !kept.Contains(SalesRows.DayOf(item))).ToList())
        {
            _rows.Delete(new RowKey(RowKind.SalesDay, Partition, over));
            _parts.Remove(over);
        }

        foreach (var number in _batches)
        {
            _rows.DeleteOnce(SalesRows.Of(Partition, number));
        }

        _rows.Put(SalesRows.First(Partition), new SalesDayRow { Batch = _last });
        _changed.Clear();
        _batches.Clear();
    }
}
