using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlashSale.Simulator;

/// <summary>Reads the rows of a run.sqlite.</summary>
internal sealed class RunRows(SqliteConnection database)
{
    private const int HotListingsShown = 10;

    /// <summary>What the run says of itself.</summary>
    public IReadOnlyDictionary<string, string> Facts() =>
        All("SELECT key, value FROM manifest", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>What the scenario set, in its order.</summary>
    public IReadOnlyList<RunParameter> Parameters() =>
        All("SELECT name, value FROM parameters ORDER BY number", row =>
            new RunParameter(row.GetString(0), row.GetString(1)));

    /// <summary>The trouble that was planned, in its order.</summary>
    public IReadOnlyList<RunShock> Shocks()
    {
        var rows = All(
            """
            SELECT number, kind, place, from_s, until_s, capacity, confidence FROM shocks
            ORDER BY number, part
            """,
            row => (Number: row.GetInt32(0), Place: row.GetString(2), Shock: new RunShock(
                row.GetString(1), [], row.GetDouble(3), row.GetDouble(4), row.GetDouble(5),
                row.GetDouble(6))));
        return
        [
            .. rows.GroupBy(row => row.Number).Select(rows => rows.First().Shock with
            {
                Places = [.. rows.Select(row => row.Place).Where(place => place.Length > 0)],
            }),
        ];
    }

    /// <summary>The reasons of one kind, in their order.</summary>
    public IReadOnlyList<string> Reasons(string what) =>
        Texts($"SELECT reason FROM reasons WHERE what = '{what}' ORDER BY number");

    /// <summary>What was moved, by kind, in fen.</summary>
    public Dictionary<string, long> Movements() =>
        All("SELECT kind, sum_fen FROM movements", row => (row.GetString(0), row.GetInt64(1)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The ledger by kind of account.</summary>
    public IReadOnlyList<AccountTotals> Accounts() => All(
        "SELECT kind, accounts, balance_fen FROM accounts ORDER BY number", row =>
        new AccountTotals(row.GetString(0), row.GetInt64(1), Money.FromFen(row.GetInt64(2))));

    /// <summary>What the run's own audit found.</summary>
    public IReadOnlyList<RunCheck> Checks() => All(
        "SELECT name, passed, finding FROM checks ORDER BY number", row =>
        new RunCheck(row.GetString(0), row.GetInt64(1) == 1, row.GetString(2)));

    /// <summary>The hot listings, then those that sold most.</summary>
    public IReadOnlyList<ListingOutcome> HotListings(long firstHot) => All(
        $"""
        SELECT l.listing, l.name, c.name, l.festival_price_fen, l.stock, l.sold, l.sold_out_at_s
        FROM listings l JOIN categories c USING (category)
        ORDER BY l.listing < {firstHot}, CASE WHEN l.listing < {firstHot} THEN -l.sold ELSE 0 END, l.listing
        LIMIT {HotListingsShown}
        """,
        row => new ListingOutcome(
            new ListingId(row.GetInt32(0)), row.GetString(1), row.GetString(2),
            Money.FromFen(row.GetInt64(3)), row.GetInt64(4), row.GetInt64(5),
            row.IsDBNull(6) ? null : row.GetInt64(6)));

    /// <summary>The texts that a query gives.</summary>
    public IReadOnlyList<string> Texts(string sql) => All(sql, row => row.GetString(0));

    /// <summary>The one number that a query gives; 0 if it gives none.</summary>
    public long Number(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }

    /// <summary>Has each row of a query looked at.</summary>
    public void Each(string sql, Action<SqliteDataReader> look)
    {
        using var command = Command(sql);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            look(rows);
        }
    }

    private List<T> All<T>(string sql, Func<SqliteDataReader, T> read)
    {
        var all = new List<T>();
        Each(sql, row => all.Add(read(row)));
        return all;
    }

    private SqliteCommand Command(string sql)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // Every statement is written in the files of the audit.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
