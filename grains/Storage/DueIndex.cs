namespace FlashSale.Grains;

/// <summary>The due rows of one kind in memory, by seconds: rows come and go a thousand times faster than
/// they fall due, so only the seconds are kept in order.</summary>
internal sealed class DueIndex
{
    private const long SecondMs = 1_000;

    private readonly SortedSet<long> _seconds = [];
    private readonly Dictionary<long, Dictionary<RowKey, long>> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(RowKey key, long dueMs)
    {
        var second = SecondOf(dueMs);
        if (!_rows.TryGetValue(second, out var rows))
        {
            _rows[second] = rows = [];
            _seconds.Add(second);
        }

        rows[key] = dueMs;
    }

    /// <summary>Removes a row that is due at a moment.</summary>
    public void Remove(RowKey key, long dueMs)
    {
        var second = SecondOf(dueMs);
        if (_rows.TryGetValue(second, out var rows) && rows.Remove(key) && rows.Count == 0)
        {
            _rows.Remove(second);
            _seconds.Remove(second);
        }
    }

    /// <summary>Moves a row from one moment to another; null is never.</summary>
    public void Move(RowKey key, long? from, long? to)
    {
        if (from is { } was)
        {
            Remove(key, was);
        }

        if (to is { } at)
        {
            Add(key, at);
        }
    }

    /// <summary>Rows due by a moment, the earliest first.</summary>
    public IEnumerable<(long DueMs, RowKey Key)> By(long dueBy) =>
        _seconds.TakeWhile(second => second <= SecondOf(dueBy)).SelectMany(second => _rows[second]
            .Where(row => row.Value <= dueBy)
            .Select(row => (row.Value, row.Key))
            .Order(DueOrder.Instance));

    private static long SecondOf(long ms) => Math.DivRem(ms, SecondMs).Quotient - (ms < 0 ? 1 : 0);
}
