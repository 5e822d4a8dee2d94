using System.Data;
using Npgsql;

namespace FlashSale.Grains;

/// <summary>Commits to PostgreSQL over one connection: one transaction for many grains' rows.</summary>
/// <remarks>
/// The transaction first checks, and holds, that its silo is not fenced: fencing waits for it, and nothing
/// that begins later gets through. After any fault the connection is given up, so that its end is certain.
/// </remarks>
internal sealed class PostgresLane(PostgresLink link, long epoch) : ICommitter
{
    private static readonly Dictionary<RowKey, long> Nothing = [];

    /// <summary>Why a silo that was fenced stops.</summary>
    public static StoreHaltedException Fenced() =>
        new("this silo was declared dead, and others have its grains now.");

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<RowKey, long>> Commit(IReadOnlyList<RowChange> changes)
    {
        var connection = await link.Connection();
        try
        {
            return await Commit(connection, changes);
        }
        catch (Exception fault)
            when (PostgresFault.IsOutside(fault) || connection.FullState != ConnectionState.Open)
        {
            link.Break();
            throw new RowStoreException($"Nothing is known about the write: {fault.Message}", fault);
        }
        catch (StoreHaltedException)
        {
            link.Break();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => link.DisposeAsync();

    private async Task<Dictionary<RowKey, long>> Commit(
        NpgsqlConnection connection, IReadOnlyList<RowChange> changes)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        switch (await PostgresStatements.Write(connection, epoch, changes))
        {
            case BatchResult.Written:
                await transaction.CommitAsync();
                return Nothing;
            case BatchResult.Fenced:
                throw Fenced();
            default:
                await transaction.RollbackAsync();
                return await PostgresStatements.FindOthers(connection, changes);
        }
    }
}
