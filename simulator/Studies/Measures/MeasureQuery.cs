using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FlashSale.Simulator;

/// <summary>A measure that is one query on the database of a run and gives one number.</summary>
internal static class MeasureQuery
{
    // About a minute of SQLite's own steps; a query that never ends is a mistake.
    private const int StepsAtOnce = 10_000_000;
    private const int LooksMax = 100;

    /// <summary>What is wrong with a query, as an empty database tells; null if nothing is.</summary>
    public static string? WrongWith(string sql, StudiedFigures figures)
    {
        if (!sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            && !sql.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase))
        {
            return "the query does not begin with SELECT or WITH";
        }

        using var database = new SqliteConnection("Data Source=:memory:;Pooling=False");
        database.Open();
        foreach (var file in figures.Schema)
        {
            Run(database, Resource.Text(file));
        }

        var code = raw.sqlite3_prepare_v2(database.Handle, sql, out var statement, out var rest);
        using (statement)
        {
            return code != raw.SQLITE_OK
                ? $"SQLite says: {raw.sqlite3_errmsg(database.Handle).utf8_to_string()}"
                : string.IsNullOrWhiteSpace(rest.Trim(';')) && raw.sqlite3_stmt_readonly(statement) != 0
                    ? raw.sqlite3_column_count(statement) == 1 ? null : "the query gives more than one column"
                : "there is more than one query, or one that writes";
        }
    }

    /// <summary>The number of a query; null where it is null, there is no row, or no database.</summary>
    /// <exception cref="InvalidDataException">The query failed, or gave no number.</exception>
    public static double? Of(IStoredRun run, string sql)
    {
        if (run.DatabasePath is not { } path)
        {
            return null;
        }

        try
        {
            using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            database.Open();
            var looks = 0;
            raw.sqlite3_progress_handler(database.Handle, StepsAtOnce, _ => ++looks > LooksMax ? 1 : 0, null);
            using var command = Command(database, sql);
            return command.ExecuteScalar() switch
            {
                null or DBNull => null,
                (long or double) and var number when Convert.ToDouble(
                    number, CultureInfo.InvariantCulture) is var value && double.IsFinite(value) => value,
                var other => throw new InvalidDataException($"sql: «{other}» is no number"),
            };
        }
        catch (SqliteException wrong)
        {
            throw new InvalidDataException($"sql: {wrong.Message}", wrong);
        }
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = Command(database, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // A study's own query, on a file that it cannot write.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
