using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlashSale.Grains;

/// <summary>
/// The tail of a store: rows that are durable in records, one for each commit, and not yet in their table.
/// </summary>
/// <remarks>
/// One thread changes it; readers ask from any. Rows leave it in the order in which they were changed last,
/// so a row that is changed again and again stays, and a row that was born and has ended meanwhile never
/// reaches the table. A record is needed until all rows that it changed last have left.
/// </remarks>
internal sealed class RowTail
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RowKey, TailRow> _rows = [];
    private readonly Dictionary<(RowKind Kind, long Owner), TailRow> _owners = [];
    private readonly Dictionary<RowKind, DueIndex> _due = [];
    private readonly Queue<(long Sequence, TailRow Row)> _changed = new();
    private readonly Queue<TailRecordSize> _records = new();
    private long _moves;

    /// <summary>How often rows began to leave, or left: between equal answers the table is still.</summary>
    public long Moves => Interlocked.Read(ref _moves);

    /// <summary>The number of the next record.</summary>
    public long NextSequence { get; private set; } = 1;

    /// <summary>Bytes of the records that are still needed.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether no row waits.</summary>
    public bool IsEmpty => _changed.Count == 0;

    /// <summary>The version of a row that waits, 0 if it is gone; for the thread that changes it.</summary>
    public bool TryVersion(RowKey key, out long version)
    {
        var found = _rows.TryGetValue(key, out var row);
        version = row?.Version ?? 0;
        return found;
    }

    /// <summary>A row that waits, null in it if it is gone; false if the table has to be asked.</summary>
    public bool TryRead(RowKey key, out StoredRow? stored)
    {
        lock (_lock)
        {
            var found = _rows.TryGetValue(key, out var row);
            stored = row?.Stored;
            return found;
        }
    }

    /// <summary>Looks at the tail while it stands still.</summary>
    public T Look<T>(Func<RowTailView, T> question)
    {
        lock (_lock)
        {
            return question(new RowTailView(_rows, _owners, _due));
        }
    }

    /// <summary>Takes in what a record says, when the record is durable.</summary>
    public void Put(IReadOnlyList<RowChange> changes, long bytes)
    {
        lock (_lock)
        {
            var sequence = NextSequence++;
            _records.Enqueue(new TailRecordSize(sequence, bytes, Stopwatch.GetTimestamp()));
            Bytes += bytes;
            foreach (var change in changes)
            {
                if (change.Base != 0 || change.Body is not null)
                {
                    Put(change, sequence);
                }
            }
        }
    }

    /// <summary>Rows that are to leave now, those that were changed longest ago first.</summary>
    /// <param name="changesMax">How many changes to look at, unless the tail is too large.</param>
    /// <param name="limits">How old changes are that leave, and how large the tail may be.</param>
    public TailFold Begin(int changesMax, TailLimits limits)
    {
        Interlocked.Increment(ref _moves);
        var rows = new List<TailRow>();
        var (changes, excess) = (0, Bytes - limits.BytesMax);
        var until = Stopwatch.GetTimestamp() - (long)(limits.Age.TotalSeconds * Stopwatch.Frequency);
        var records = _records.GetEnumerator();
        var needed = records.MoveNext();
        foreach (var (sequence, row) in _changed)
        {
            for (; needed && records.Current.Sequence < sequence; needed = records.MoveNext())
            {
                excess -= records.Current.Bytes;
            }

            if ((changes >= changesMax || records.Current.At > until) && excess <= 0)
            {
                return new TailFold(rows, changes, sequence);
            }

            changes++;
            if (row.Sequence == sequence)
            {
                rows.Add(row);
            }
        }

        return new TailFold(rows, changes, NextSequence);
    }

    /// <summary>The rows are durable in the table: they leave, unless they were changed meanwhile.</summary>
    public void End(TailFold fold)
    {
        lock (_lock)
        {
            for (var change = 0; change < fold.Changes; change++)
            {
                _changed.Dequeue();
            }

            while (_records.TryPeek(out var record) && record.Sequence < fold.Before)
            {
                Bytes -= _records.Dequeue().Bytes;
            }

            foreach (var row in fold.Rows)
            {
                Remove(row);
            }

            Interlocked.Increment(ref _moves);
        }
    }

    private void Put(in RowChange change, long sequence)
    {
        if (!_rows.TryGetValue(change.Key, out var row))
        {
            row = Add(change);
        }

        var due = change.Body is null ? null : change.DueMs;
        if (row.DueMs != due)
        {
            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_due, change.Key.Kind, out _);
            (index ??= new DueIndex()).Move(change.Key, row.DueMs, due);
        }

        (row.Version, row.Body, row.DueMs, row.Sequence) = (change.Version, change.Body, due, sequence);
        _changed.Enqueue((sequence, row));
    }

    private TailRow Add(in RowChange change)
    {
        var row = new TailRow(change.Key) { IsInTable = change.Base != 0 };
        _rows.Add(change.Key, row);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _owners, (change.Key.Kind, change.Key.Owner), out _);
        row.Next = first;
        if (first is not null)
        {
            first.Previous = row;
        }

        first = row;
        return row;
    }

    private void Remove(TailRow row)
    {
        _rows.Remove(row.Key);
        if (row.DueMs is { } due)
        {
            _due[row.Key.Kind].Remove(row.Key, due);
        }

        if (row.Next is { } next)
        {
            next.Previous = row.Previous;
        }

        if (row.Previous is { } previous)
        {
            previous.Next = row.Next;
        }
        else if (row.Next is { } first)
        {
            _owners[(row.Key.Kind, row.Key.Owner)] = first;
        }
        else
        {
            _owners.Remove((row.Key.Kind, row.Key.Owner));
        }
    }

    private readonly record struct TailRecordSize(long Sequence, long Bytes, long At);
}

/// <summary>How far rows may run ahead of their table.</summary>
/// <param name="Age">How long a row stays in the tail when it is not changed again.</param>
/// <param name="BytesMax">How large the records of the tail may be together.</param>
internal sealed record TailLimits(TimeSpan Age, long BytesMax)
{
    /// <summary>Enough for most holds and events to end, and for a new start to take less than a second.
    /// </summary>
    public static TailLimits Usual { get; } = new(TimeSpan.FromSeconds(2), 64 << 20);
}

/// <summary>Rows that leave a tail together.</summary>
/// <param name="Rows">The rows as they are to be in the table.</param>
/// <param name="Changes">How many changes were looked at.</param>
/// <param name="Before">Records below this number are not needed when the rows have left.</param>
internal sealed record TailFold(IReadOnlyList<TailRow> Rows, int Changes, long Before);
