using System.Globalization;
using Npgsql;

namespace FlashSale.Grains;

/// <summary>How the store's connections to PostgreSQL are set up, on top of what the operator says.</summary>
internal static class PostgresSettings
{
    // What takes longer than this fails, on both sides: the caller must not wait for ever.
    private const int CommandSecondsMax = 6;

    // So many states are written side by side; the others wait for a connection.
    private const int StateConnectionsMax = 8;

    private const string Limits =
        " -c statement_timeout=5s -c lock_timeout=3s -c idle_in_transaction_session_timeout=5s";

    // Rows are found by an index, however few there were in the table when a plan was made.
    private const string Reading = Limits
        + " -c plan_cache_mode=force_generic_plan"
        + " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    private const string Writing = Reading + " -c synchronous_commit=on";

    /// <summary>For reads and for fencing: pooled.</summary>
    public static NpgsqlDataSource ForReading(string connection) => Of(connection, Reading, pooled: true);

    /// <summary>For links: each connection is opened for one of them and kept.</summary>
    public static NpgsqlDataSource ForWriting(string connection) => Of(connection, Writing, pooled: false);

    /// <summary>For states beside the rows: pooled, and each connection says whose it is.</summary>
    public static NpgsqlDataSource ForStates(string connection, long epoch) => Of(
        connection, Writing + string.Create(CultureInfo.InvariantCulture, $" -c flashsale.epoch={epoch}"),
        pooled: true, connectionsMax: StateConnectionsMax);

    private static NpgsqlDataSource Of(
        string connection, string options, bool pooled, int? connectionsMax = null)
    {
        var text = new NpgsqlConnectionStringBuilder(connection)
        {
            Pooling = pooled,
            CommandTimeout = CommandSecondsMax,
            Timeout = CommandSecondsMax,
            CancellationTimeout = 1_000,
            MaxAutoPrepare = 16,
            AutoPrepareMinUsages = 1,
            Enlist = false,
        };
        text.Options += options;
        text.MaxPoolSize = connectionsMax ?? text.MaxPoolSize;
        return NpgsqlDataSource.Create(text);
    }
}
