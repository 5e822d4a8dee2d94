using Npgsql;

namespace FlashSale.Grains;

/// <summary>Rows in a PostgreSQL database, shared by the silos of a cluster.</summary>
/// <remarks>
/// Writes of many grains share a transaction. A silo that was declared dead can write no more once it is
/// fenced. While the database is away, writes and reads wait a few seconds and then fail; they work again by
/// themselves when it is back. A read never overlooks a write of this silo about which nothing is known: it
/// waits until the connection that sent it has been ended.
/// </remarks>
public sealed class PostgresRowStore : IRowStore, ISiloFence, IAsyncDisposable
{
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _writing;
    private readonly PostgresLink[] _links;
    private readonly CommitQueue[] _lanes;
    private readonly PostgresReads _reads;
    private readonly PostgresFence _fence;
    private readonly long _epoch;

    private PostgresRowStore(
        NpgsqlDataSource reading, NpgsqlDataSource writing, NpgsqlDataSource states, long epoch,
        TimeProvider clock)
    {
        States = states;
        _reading = reading;
        _writing = writing;
        _epoch = epoch;
        _links = [.. Enumerable.Range(0, PostgresLocks.Lanes).Select(lane =>
            new PostgresLink(writing, epoch, lane, clock))];
        _lanes = [.. _links.Select(link => new CommitQueue("postgres", new PostgresLane(link, epoch)))];
        _reads = new PostgresReads(reading);
        _fence = new PostgresFence(reading, clock);
    }

    /// <summary>
    /// Connections for states that are kept beside the rows: each tells the database which silo it is, so
    /// that a statement can refuse to write for one that is fenced.
    /// </summary>
    public NpgsqlDataSource States { get; }

    /// <summary>Opens the rows of a database for one silo; brings the database to its schema first.</summary>
    /// <param name="connection">The connection string.</param>
    /// <param name="silo">
    /// The name under which the silo can be fenced: of one process, best with its start in it. A silo of the
    /// same name that is still open is fenced.
    /// </param>
    /// <param name="clock">For the pauses between attempts to reach the database: a real clock.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    /// <exception cref="RowStoreException">
    /// The database cannot be reached, refuses, or has a newer schema.
    /// </exception>
    public static async Task<PostgresRowStore> Open(
        string connection, string silo, TimeProvider clock, CancellationToken cancel = default)
    {
        var reading = PostgresSettings.ForReading(connection);
        try
        {
            await PostgresSchema.Apply(reading, cancel);
            var epoch = await PostgresSchema.Register(reading, silo, cancel);
            return new PostgresRowStore(
                reading, PostgresSettings.ForWriting(connection),
                PostgresSettings.ForStates(connection, epoch), epoch, clock);
        }
        catch (Exception fault)
        {
            await reading.DisposeAsync();
            if (PostgresFault.IsOutside(fault))
            {
                throw new RowStoreException($"The database cannot be opened: {fault.Message}", fault);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default)
    {
        await MayRead(cancel);
        return await _reads.ReadAll(kind, owner, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default)
    {
        await MayRead(cancel);
        return await _reads.Read(key, cancel);
    }

    /// <inheritdoc/>
    public ValueTask Write(ReadOnlyMemory<RowWrite> rows) =>
        rows.IsEmpty ? ValueTask.CompletedTask : _lanes[LaneOf(rows.Span[0].Key.Owner)].Write(rows);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckSlice(slice, slices);
        RowLimits.CheckRowsMax(rowsMax);
        await MayRead(cancel);
        return await _reads.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckRowsMax(rowsMax);
        await MayRead(cancel);
        return await _reads.Page(after, rowsMax, cancel);
    }

    /// <inheritdoc/>
    public Task Fence(string silo, CancellationToken cancel = default) =>
        _fence.Fence(silo).WaitAsync(cancel);

    /// <inheritdoc/>
    public ValueTask<bool> IsConnected(string silo, CancellationToken cancel = default) =>
        _fence.IsConnected(silo, cancel);

    /// <inheritdoc/>
    public ValueTask Passed(CancellationToken cancel = default) => MayRead(cancel);

    /// <summary>Commits what waits, gives up the right to write, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }

        await _reads.DisposeAsync();
        await _fence.Retire(_epoch);
        await _fence.DisposeAsync();
        await States.DisposeAsync();
        await _writing.DisposeAsync();
        await _reading.DisposeAsync();
    }

    private async ValueTask MayRead(CancellationToken cancel)
    {
        try
        {
            for (var lane = 0; lane < _lanes.Length; lane++)
            {
                _lanes[lane].ThrowIfHalted();
                await _links[lane].Connection(cancel);
            }
        }
        catch (StoreHaltedException fenced)
        {
            throw CommitQueue.Stopped(fenced);
        }

        await _fence.Passed(cancel);
    }

    private static int LaneOf(long owner) =>
        (int)((unchecked((ulong)owner * 0x9E3779B97F4A7C15) >> 32) % PostgresLocks.Lanes);
}
