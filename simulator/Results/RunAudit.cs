using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlashSale.Simulator;

/// <summary>
/// Counts a finished run again from the rows of run.sqlite and compares it with summary.json.
/// </summary>
/// <remarks>
/// The rows are the orders themselves, so this needs no trust in the program that made the summary. Of a run
/// whose buyers were thinned out, totals are not compared.
/// </remarks>
public static class RunAudit
{
    private const string MoneyDoesNotAddUp =
        "SELECT COUNT(*) FROM orders WHERE paid_fen < 0 OR refunded_fen < 0 OR released_fen < 0 "
        + "OR refunded_fen + released_fen > paid_fen";

    private const string WithoutLines = "SELECT COUNT(*) FROM orders WHERE lines < 1 OR units < lines";

    private const string Oversold =
        "SELECT COUNT(*) FROM listings WHERE sold < 0 OR held < 0 OR sold + held > stock";

    // Moments of ended orders are whole seconds.
    private const string StepsOutOfOrder =
        "SELECT COUNT(*) FROM orders WHERE paid_at_ms < placed_at_ms - 1000 "
        + "OR shipped_at_ms < paid_at_ms - 1000 OR delivered_at_ms < shipped_at_ms - 1000";

    /// <summary>The checks, in a fixed order.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what this version writes.</exception>
    public static IReadOnlyList<RunCheck> Of(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var summary = SummaryJson.Read(TextFile.Text(folder.SummaryPath));
        using var database =
            new SqliteConnection($"Data Source={folder.DatabasePath};Mode=ReadOnly;Pooling=False");
        database.Open();
        var placed = Count(database, "SELECT COUNT(*) FROM orders");
        List<RunCheck> checks =
        [
            Zero(database, "orders-exist-once", "SELECT COUNT(*) - COUNT(DISTINCT order_key) FROM orders"),
            Zero(database, "orders-have-lines", WithoutLines),
            Zero(database, "order-money-adds-up", MoneyDoesNotAddUp),
            Zero(database, "nothing-oversold", Oversold),
            Zero(database, "steps-in-order", StepsOutOfOrder),
            new("audit-of-the-run", summary.Audit.Passed, $"{summary.Audit.Checks.Count} checks at its end"),
        ];
        if (placed == summary.Sample.OrdersPlaced)
        {
            checks.AddRange(Totals(database, summary));
        }

        return checks;
    }

    private static IEnumerable<RunCheck> Totals(SqliteConnection database, RunSummary summary)
    {
        yield return Equal(
            "orders-paid-as-summary",
            Count(database, "SELECT COUNT(*) FROM orders WHERE paid_at_ms IS NOT NULL"),
            summary.Sample.OrdersPaid);
        yield return Equal(
            "money-paid-as-movements",
            Count(database, "SELECT COALESCE(SUM(paid_fen), 0) FROM orders"),
            Count(database, "SELECT COALESCE(SUM(sum_fen), 0) FROM movements WHERE kind = 'payment'"));
        yield return Equal(
            "money-back-as-movements",
            Count(database, "SELECT COALESCE(SUM(refunded_fen), 0) FROM orders"),
            Count(database, "SELECT COALESCE(SUM(sum_fen), 0) FROM movements "
                + "WHERE kind IN ('refund', 'return', 'commission-return')"));
    }

    private static RunCheck Zero(SqliteConnection database, string name, string countOfWrong)
    {
        var wrong = Count(database, countOfWrong);
        return new RunCheck(name, wrong == 0, wrong == 0 ? "no row is wrong" : $"{wrong} rows are wrong");
    }

    private static RunCheck Equal(string name, long counted, long told) => new(
        name,
        counted == told,
        string.Create(CultureInfo.InvariantCulture, $"counted {counted:#,0}, told {told:#,0}"));

    private static long Count(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
