using Npgsql;

namespace FlashSale.Grains;

/// <summary>Fences dead silos in PostgreSQL, and says when reads may go on.</summary>
internal sealed class PostgresFence(NpgsqlDataSource database, TimeProvider clock) : IAsyncDisposable
{
    // Its open transactions are ended first: a silo that stands still would hold its row for long.
    private const string EndTransactions = PostgresLocks.EndHolders + OfSilo;

    private const string HoldsLock = PostgresLocks.AnyHolder + OfSilo + ")";

    private const string OfSilo =
        " objid::bigint / $2 in (select epoch from silos where name = $1 and not fenced)";

    private const string FenceEpochs = "update silos set fenced = true where name = $1 and not fenced";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _pending = [];
    private readonly CancellationTokenSource _closing = new();

    private const string GiveUp = "update silos set fenced = true where epoch = $1";

    /// <summary>Gives up the right to write of a silo that closes, if the database is there.</summary>
    public async Task Retire(long epoch)
    {
        try
        {
            await using var command = database.CreateCommand(GiveUp);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = epoch });
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            // It writes no more anyway.
        }
    }

    /// <summary>Fences a silo; reads wait from the moment of the call.</summary>
    public Task Fence(string silo)
    {
        lock (_lock)
        {
            if (!_pending.TryGetValue(silo, out var pending))
            {
                _pending[silo] = pending = Task.Run(() => FenceUntilDone(silo));
            }

            return pending;
        }
    }

    /// <summary>Whether a silo has a session in which it may write; true if the database is away.</summary>
    public async ValueTask<bool> IsConnected(string silo, CancellationToken cancel)
    {
        try
        {
            await using var command = database.CreateCommand(HoldsLock);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = silo });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = PostgresLocks.NumbersPerSilo });
            return (bool)(await command.ExecuteScalarAsync(cancel))!;
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            return true;
        }
    }

    /// <summary>Ends when every silo that is known to be dead is fenced.</summary>
    /// <exception cref="RowStoreException">That takes too long.</exception>
    public async ValueTask Passed(CancellationToken cancel)
    {
        Task[] pending;
        lock (_lock)
        {
            pending = _pending.Count == 0 ? [] : [.. _pending.Values];
        }

        if (pending.Length == 0)
        {
            return;
        }

        try
        {
            await Task.WhenAll(pending).WaitAsync(PostgresLink.AwayMax, clock, cancel);
        }
        catch (TimeoutException late)
        {
            throw new RowStoreException("A silo that is dead could not be fenced yet.", late);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Task[] pending;
        lock (_lock)
        {
            pending = [.. _pending.Values];
        }

        await Task.WhenAll(pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task FenceUntilDone(string silo)
    {
        var backoff = new Backoff(clock);
        try
        {
            while (!await TryFence(silo))
            {
                await backoff.Pause(_closing.Token);
            }
        }
        catch (OperationCanceledException closed)
        {
            throw new RowStoreException($"The store was closed before {silo} was fenced.", closed);
        }
        finally
        {
            lock (_lock)
            {
                _pending.Remove(silo);
            }
        }
    }

    private async Task<bool> TryFence(string silo)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(_closing.Token);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(EndTransactions)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = silo },
                    new NpgsqlParameter<long> { TypedValue = PostgresLocks.NumbersPerSilo },
                },
            });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(FenceEpochs)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = silo } },
            });
            await batch.ExecuteNonQueryAsync(_closing.Token);
            return true;
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            return false;
        }
    }
}
