namespace FlashSale.Grains;

/// <summary>What is durable in a SQLite file: its rows, and the tail that is not among them yet.</summary>
internal sealed class SqliteReads(string path, RowTail tail) : IDisposable
{
    // Then the tail is held still for one question.
    private const int AttemptsMax = 3;

    private readonly SqliteReaders _readers = new(path);

    /// <summary>One row; null if there is none.</summary>
    public StoredRow? Read(RowKey key) =>
        tail.TryRead(key, out var row) ? row : _readers.Ask(reader => reader.Read(key));

    /// <summary>All rows of an owner by rising item.</summary>
    public IReadOnlyList<StoredRow> ReadAll(RowKind kind, long owner) => Together(
        reader => reader.ReadAll(kind, owner), (table, view) => view.All(kind, owner, table));

    /// <summary>The rows due by a moment, of one slice of the owners.</summary>
    public IReadOnlyList<StoredRow> FindDue(DueQuestion asked, int rowsMax)
    {
        var found = UntilEnough(
            rowsMax, (reader, limit) => reader.FindDue(asked, limit),
            (table, view, isWhole) => view.Due(asked, table, isWhole));
        return [.. found.Select(one => one.Row)];
    }

    /// <summary>The rows of a kind behind a place.</summary>
    public IReadOnlyList<StoredRow> Page(RowKey after, int rowsMax) => [.. UntilEnough(
        rowsMax, (reader, limit) => reader.Page(after, limit),
        (table, view, isWhole) => view.Behind(after, table, isWhole))];

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    // Rows of the table that were changed since do not count: then more of the table is needed.
    private IEnumerable<T> UntilEnough<T>(
        int rowsMax, Func<SqliteReader, int, IReadOnlyList<T>> ask,
        Func<IReadOnlyList<T>, RowTailView, bool, List<T>> join)
    {
        for (var limit = rowsMax; ; limit *= 2)
        {
            var asked = limit;
            var (isWhole, found) = Together(
                reader => ask(reader, asked),
                (table, view) => (table.Count < asked, join(table, view, table.Count < asked)));
            if (isWhole || found.Count >= rowsMax)
            {
                return found.Take(rowsMax);
            }
        }
    }

    // Rows that leave the tail between the two looks would be missed, so none may.
    private TResult Together<T, TResult>(
        Func<SqliteReader, IReadOnlyList<T>> ask, Func<IReadOnlyList<T>, RowTailView, TResult> join)
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var moves = tail.Moves;
            var table = _readers.Ask(ask);
            var (isStill, found) = tail.Look(view =>
                tail.Moves == moves ? (true, join(table, view)) : default);
            if (isStill)
            {
                return found;
            }
        }

        return tail.Look(view => join(_readers.Ask(ask), view));
    }
}
