namespace FlashSale.Grains;

/// <summary>A tail that stands still, beside rows that were read from its table.</summary>
internal readonly struct RowTailView(
    IReadOnlyDictionary<RowKey, TailRow> rows,
    IReadOnlyDictionary<(RowKind Kind, long Owner), TailRow> owners,
    IReadOnlyDictionary<RowKind, DueIndex> due)
{
    /// <summary>All rows of an owner by rising item.</summary>
    public IReadOnlyList<StoredRow> All(RowKind kind, long owner, IReadOnlyList<StoredRow> table)
    {
        if (!owners.TryGetValue((kind, owner), out var first))
        {
            return table;
        }

        var found = Untouched(table);
        for (var row = first; row is not null; row = row.Next)
        {
            Add(found, row.Stored);
        }

        found.Sort(static (x, y) => x.Key.Item.CompareTo(y.Key.Item));
        return found;
    }

    /// <summary>The rows behind a place, by their keys, as far as the table was read.</summary>
    /// <param name="after">The place.</param>
    /// <param name="table">What the table has there.</param>
    /// <param name="isWhole">Whether the table has no more behind these.</param>
    public List<StoredRow> Behind(RowKey after, IReadOnlyList<StoredRow> table, bool isWhole)
    {
        var found = Untouched(table);
        foreach (var (key, row) in rows)
        {
            if (key.Kind == after.Kind && KeyOrder.Instance.Compare(key, after) > 0
                && (isWhole || KeyOrder.Instance.Compare(key, table[^1].Key) <= 0))
            {
                Add(found, row.Stored);
            }
        }

        found.Sort(static (x, y) => KeyOrder.Instance.Compare(x.Key, y.Key));
        return found;
    }

    /// <summary>The rows due by a moment, the earliest first, as far as the table was read.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="table">What the table has, with the moments.</param>
    /// <param name="isWhole">Whether the table has no more.</param>
    public List<(long DueMs, StoredRow Row)> Due(
        in DueQuestion asked, IReadOnlyList<(long DueMs, StoredRow Row)> table, bool isWhole)
    {
        var found = new List<(long DueMs, StoredRow Row)>(table.Count);
        foreach (var one in table)
        {
            if (!rows.ContainsKey(one.Row.Key))
            {
                found.Add(one);
            }
        }

        if (due.TryGetValue(asked.Kind, out var index))
        {
            foreach (var (at, key) in index.By(asked.DueBy))
            {
                if (RowLimits.IsInSlice(key.Owner, asked.Slice, asked.Slices)
                    && (isWhole || DueOrder.Instance.Compare(
                        (at, key), (table[^1].DueMs, table[^1].Row.Key)) <= 0))
                {
                    found.Add((at, rows[key].Stored!));
                }
            }
        }

        found.Sort(static (x, y) => DueOrder.Instance.Compare((x.DueMs, x.Row.Key), (y.DueMs, y.Row.Key)));
        return found;
    }

    private List<StoredRow> Untouched(IReadOnlyList<StoredRow> table)
    {
        var found = new List<StoredRow>(table.Count);
        foreach (var row in table)
        {
            if (!rows.ContainsKey(row.Key))
            {
                found.Add(row);
            }
        }

        return found;
    }

    private static void Add(List<StoredRow> found, StoredRow? row)
    {
        if (row is not null)
        {
            found.Add(row);
        }
    }
}

/// <summary>Which due rows are asked for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="DueBy">The moment, as Unix time in milliseconds.</param>
/// <param name="Slice">Of owners with this remainder after division by <paramref name="Slices"/>.</param>
/// <param name="Slices">Into how many parts the owners are split.</param>
internal readonly record struct DueQuestion(RowKind Kind, long DueBy, int Slice, int Slices);
