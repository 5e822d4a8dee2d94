using Npgsql;

namespace FlashSale.Grains;

/// <summary>One connection for writing, which is opened again by itself whenever it breaks.</summary>
/// <remarks>
/// Each holds an advisory lock of its own. A new connection first ends the session that still has it and
/// takes it over: what the old one was doing is then either durable or gone, and nothing can follow.
/// </remarks>
internal sealed class PostgresLink : IAsyncDisposable
{
    /// <summary>How long a write or a read may wait for the database to come back.</summary>
    public static readonly TimeSpan AwayMax = TimeSpan.FromSeconds(3);

    // However long it has been away, so that callers who try again do not spin.
    private static readonly TimeSpan WaitMin = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource _database;
    private readonly long _epoch;
    private readonly int _lockNumber;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _closing = new();
    private Task<NpgsqlConnection> _connecting;
    private long _awaySince;

    /// <summary>Begins to connect.</summary>
    /// <param name="database">The database; the link's settings are in it.</param>
    /// <param name="epoch">The silo's number.</param>
    /// <param name="lane">Which of the silo's links it is.</param>
    /// <param name="clock">For pauses between attempts.</param>
    public PostgresLink(NpgsqlDataSource database, long epoch, int lane, TimeProvider clock)
    {
        _database = database;
        _epoch = epoch;
        _lockNumber = PostgresLocks.NumberOf(epoch, lane);
        _clock = clock;
        _awaySince = clock.GetTimestamp();
        _connecting = Task.Run(Connect);
    }

    /// <summary>The connection; waits for it a little while it is away.</summary>
    /// <exception cref="RowStoreException">It has been away for too long.</exception>
    /// <exception cref="StoreHaltedException">The silo is fenced.</exception>
    public async ValueTask<NpgsqlConnection> Connection(CancellationToken cancel = default)
    {
        var connecting = Volatile.Read(ref _connecting);
        if (connecting.IsCompletedSuccessfully)
        {
            return connecting.Result;
        }

        var left = AwayMax - _clock.GetElapsedTime(Interlocked.Read(ref _awaySince));
        try
        {
            return await connecting.WaitAsync(left > WaitMin ? left : WaitMin, _clock, cancel);
        }
        catch (TimeoutException late)
        {
            throw new RowStoreException("The database is away. Nothing was written.", late);
        }
        catch (OperationCanceledException closed) when (!cancel.IsCancellationRequested)
        {
            throw new RowStoreException("The store is closed.", closed);
        }
    }

    /// <summary>Gives up a connection about which nothing is known any more, and opens another.</summary>
    public void Break()
    {
        var broken = _connecting;
        Interlocked.Exchange(ref _awaySince, _clock.GetTimestamp());
        Volatile.Write(ref _connecting, Task.Run(async () =>
        {
            await CloseQuietly(await broken);
            return await Connect();
        }));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await CloseQuietly(await _connecting);
        }
        catch (Exception ended) when (ended is OperationCanceledException or StoreHaltedException)
        {
            // It was away, and need not come back.
        }

        _closing.Dispose();
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var backoff = new Backoff(_clock);
        while (true)
        {
            _closing.Token.ThrowIfCancellationRequested();
            var connection = _database.CreateConnection();
            try
            {
                await TakeOver(connection);
                return connection;
            }
            catch (Exception fault)
            {
                await CloseQuietly(connection);
                if (!PostgresFault.IsOutside(fault))
                {
                    throw;
                }
            }

            await backoff.Pause(_closing.Token);
        }
    }

    private async Task TakeOver(NpgsqlConnection connection)
    {
        await connection.OpenAsync(_closing.Token);
        await Ask(connection, PostgresLocks.EndHolders + " objid = $1", _lockNumber);
        await Ask(connection, "select pg_advisory_lock($1, $2)", PostgresLocks.Class, _lockNumber);
        if (await Ask(connection, "select 1 from silos where epoch = $1 and not fenced", _epoch) is null)
        {
            throw PostgresLane.Fenced();
        }
    }

#pragma warning disable CA2100 // The texts are constants of this file.
    private async Task<object?> Ask<T>(NpgsqlConnection connection, string text, params T[] values)
    {
        await using var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        }

        return await command.ExecuteScalarAsync(_closing.Token);
    }
#pragma warning restore CA2100

    private static async Task CloseQuietly(NpgsqlConnection connection)
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            // It is gone, which is all that is wanted.
        }
    }
}
