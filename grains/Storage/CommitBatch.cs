namespace FlashSale.Grains;

/// <summary>
/// Writes that share a commit, taken together row by row: a hot row written a hundred times is stored once.
/// </summary>
/// <remarks>
/// Each write to a row must continue the version that the write before it leaves. Where it does not, only the
/// store can say which of the two is right, unless it has already been asked.
/// </remarks>
/// <param name="known">The versions of rows that the store was asked for; 0 where there is no row.</param>
internal sealed class CommitBatch(IReadOnlyDictionary<RowKey, long> known)
{
    private readonly Dictionary<RowKey, RowChange> _changes = [];
    private readonly List<PendingWrite> _writes = [];
    private readonly List<(RowKey Key, RowChange? Before)> _undo = [];

    /// <summary>The writes that joined, in their order.</summary>
    public IReadOnlyList<PendingWrite> Writes => _writes;

    /// <summary>Takes a write into the batch, or says why it cannot be.</summary>
    /// <param name="write">The write.</param>
    /// <param name="other">The row that has another version, unless the write joined.</param>
    public JoinResult Join(PendingWrite write, out RowKey other)
    {
        _undo.Clear();
        foreach (ref readonly var row in write.Rows.Span)
        {
            if (!Continue(row))
            {
                other = row.Key;
                TakeBack();
                return _writes.Count == 0 || known.ContainsKey(other)
                    ? JoinResult.Conflict
                    : JoinResult.Later;
            }
        }

        other = default;
        _writes.Add(write);
        return JoinResult.Joined;
    }

    /// <summary>What the commit has to do, by rising key, so that neighbours are written together.</summary>
    public IReadOnlyList<RowChange> Changes()
    {
        var changes = _changes.Values.ToArray();
        Array.Sort(changes, static (x, y) => KeyOrder.Instance.Compare(x.Key, y.Key));
        return changes;
    }

    private bool Continue(in RowWrite row)
    {
        if (_changes.TryGetValue(row.Key, out var before))
        {
            if (before.Version != row.Version)
            {
                return false;
            }

            _undo.Add((row.Key, before));
            _changes[row.Key] = before.Then(row);
            return true;
        }

        if (known.TryGetValue(row.Key, out var version) && version != row.Version)
        {
            return false;
        }

        _undo.Add((row.Key, null));
        _changes[row.Key] = RowChange.Of(row);
        return true;
    }

    private void TakeBack()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            if (_undo[i].Before is { } before)
            {
                _changes[before.Key] = before;
            }
            else
            {
                _changes.Remove(_undo[i].Key);
            }
        }
    }
}

/// <summary>Whether a write may share a commit with those before it.</summary>
internal enum JoinResult
{
    /// <summary>It is part of the batch.</summary>
    Joined = 1,

    /// <summary>A row has another version for certain.</summary>
    Conflict,

    /// <summary>It contradicts a write of this batch, about which the store has to decide first.</summary>
    Later,
}
