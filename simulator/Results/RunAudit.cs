using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FlashSale.Simulator;

/// <summary>
/// Proves a finished run: every byte of its folder is the one that was sealed, and every figure of
/// summary.json and timeline.csv is the one that the rows of run.sqlite lead to.
/// </summary>
/// <remarks>
/// The rows are the orders themselves, so this needs no trust in the program that made the summary. Of a run
/// whose buyers were thinned out the figures cannot be counted again, and the audit says so.
/// </remarks>
public static class RunAudit
{
    private static readonly (string Name, string CountOfWrong)[] Laws =
    [
        ("orders-exist-once", "SELECT COUNT(*) - COUNT(DISTINCT order_key) FROM orders"),
        ("orders-have-lines",
            """
            SELECT COUNT(*) FROM orders o LEFT JOIN
              (SELECT order_key, COUNT(*) AS lines, SUM(units) AS units FROM order_lines GROUP BY order_key) l
              USING (order_key)
            WHERE o.lines IS NOT l.lines OR o.units IS NOT l.units OR o.buyer <> o.order_key >> 32
            """),
        ("order-money-adds-up",
            """
            SELECT COUNT(*) FROM orders WHERE paid_fen < 0 OR refunded_fen < 0 OR released_fen < 0
              OR refunded_fen + released_fen > paid_fen OR (paid_at_ms IS NOT NULL AND paid_fen <> total_fen)
            """),
        ("coupons-as-their-stores",
            """
            SELECT COUNT(*) FROM orders JOIN stores USING (store)
            WHERE coupon_fen <> 0 AND (coupon_fen <> coupon_off_fen
              OR coupon_from_fen > (SELECT SUM(units * unit_price_fen) FROM order_lines
                 WHERE order_lines.order_key = orders.order_key)
              OR placed_at_ms > coupon_gone_at_ms)
            """),
        ("refunds-as-orders",
            """
            SELECT COUNT(*) FROM orders LEFT JOIN
              (SELECT order_key, SUM(amount_fen) AS fen FROM refunds GROUP BY order_key) USING (order_key)
            WHERE refunded_fen <> COALESCE(fen, 0)
            """),
        ("nothing-oversold",
            "SELECT COUNT(*) FROM listings WHERE sold < 0 OR held < 0 OR sold + held > stock"),
        ("steps-in-order",
            """
            SELECT COUNT(*) FROM orders WHERE paid_at_ms < placed_at_ms OR shipped_at_ms < paid_at_ms
              OR delivered_at_ms < shipped_at_ms OR confirmed_at_ms < shipped_at_ms
              OR (status = 'closed') <> (closed_at_ms IS NOT NULL)
              OR (close_reason IS NULL) <> (closed_at_ms IS NULL)
            """),
        ("ratings-of-orders",
            "SELECT COUNT(*) FROM ratings LEFT JOIN orders USING (order_key) WHERE confirmed_at_ms IS NULL"),
    ];

    // Money: each pair must be equal, in fen.
    private static readonly (string Name, string Counted, string Stated)[] Sums =
    [
        ("money-paid-as-movements", "SELECT SUM(paid_fen) FROM orders",
            "SELECT SUM(sum_fen) FROM movements WHERE kind = 'payment'"),
        ("money-back-as-movements", "SELECT SUM(refunded_fen) FROM orders",
            "SELECT SUM(sum_fen) FROM movements WHERE kind IN ('refund', 'return', 'commission-return')"),
        ("escrow-as-orders", "SELECT SUM(paid_fen - released_fen - refunded_fen) FROM orders",
            "SELECT SUM(balance_fen) FROM accounts WHERE kind = 'escrow'"),
        ("stores-as-accounts", "SELECT SUM(balance_fen) FROM stores",
            "SELECT SUM(balance_fen) FROM accounts WHERE kind = 'store'"),
        ("accounts-sum-to-zero", "SELECT SUM(balance_fen) FROM accounts", "SELECT 0"),
    ];

    // Counts that stand in the file twice.
    private static readonly (string Name, string Unit, string Counted, string Stated)[] Counts =
    [
        Reasons("refusals-as-counts", "refusals", "SELECT SUM(refused) FROM counts", "refusal"),
        Reasons("giving-up-as-counts", "checkouts", "SELECT SUM(abandoned) FROM counts", "giving-up"),
        Reasons("closings-as-orders", "orders", "SELECT COUNT(closed_at_ms) FROM orders", "closing"),
        Reasons("refunds-as-reasons", "refunds", "SELECT COUNT(*) FROM refunds", "refund"),
    ];

    /// <summary>The checks, in a fixed order.</summary>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static RunAuditReport Of(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var checks = SealedFiles.Check(folder).ToList();
        try
        {
            using var database =
                new SqliteConnection($"Data Source={folder.DatabasePath};Mode=ReadOnly;Pooling=False");
            database.Open();
            checks.AddRange(OfRows(database));
            checks.AddRange(OfFigures(folder, database));
            return new RunAuditReport(checks, null);
        }
        catch (Exception fault) when (IsOfTheFiles(fault))
        {
            return new RunAuditReport(checks, fault.Message);
        }
    }

    /// <summary>Whether a fault comes from what a folder holds, and not from the program.</summary>
    internal static bool IsOfTheFiles(Exception fault) => fault is SqliteException or InvalidDataException
        or InvalidCastException or FormatException or JsonException or OverflowException or ArgumentException
        or IndexOutOfRangeException or InvalidOperationException or FileNotFoundException;

    private static IEnumerable<RunCheck> OfRows(SqliteConnection database)
    {
        var rows = new RunRows(database);
        foreach (var (name, countOfWrong) in Laws)
        {
            var wrong = rows.Number(countOfWrong);
            yield return new RunCheck(
                name, wrong == 0, wrong == 0 ? "no row is wrong" : $"rows that are wrong: {wrong}");
        }

        if (!RunRecount.IsWhole(database))
        {
            yield break;
        }

        foreach (var (name, counted, stated) in Sums)
        {
            yield return Equal(name, Yuan(rows.Number(counted)), Yuan(rows.Number(stated)));
        }

        foreach (var (name, unit, counted, stated) in Counts)
        {
            yield return Equal(name, Text(rows.Number(counted), unit), Text(rows.Number(stated), unit));
        }
    }

    private static IEnumerable<RunCheck> OfFigures(RunFolder folder, SqliteConnection database)
    {
        var stated = folder.Read();
        yield return new RunCheck(
            "audit-of-the-run", stated.Summary.Audit.Passed,
            $"{stated.Summary.Audit.Checks.Count} checks at its end");
        if (!RunRecount.IsWhole(database))
        {
            yield return new RunCheck(
                "figures-as-counted", true, "not counted: the rows are of a part of the buyers only");
            yield break;
        }

        var wrong = 0;
        var comparison = new FigureComparison();
        foreach (var figure in comparison.Wrong(stated, RunRecount.Of(database)))
        {
            wrong++;
            yield return new RunCheck("figures-as-counted", false, figure);
        }

        if (wrong == 0)
        {
            yield return new RunCheck(
                "figures-as-counted", true,
                string.Create(CultureInfo.InvariantCulture, $"{comparison.Compared:#,0} figures"));
        }
    }

    private static (string Name, string Unit, string Counted, string Stated) Reasons(
        string name, string unit, string counted, string what) =>
        (name, unit, counted, $"SELECT SUM(count) FROM reasons WHERE what = '{what}'");

    private static RunCheck Equal(string name, string counted, string stated) =>
        new(name, counted == stated, $"counted {counted}, stated {stated}");

    private static string Yuan(long fen) =>
        string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100m:#,0.00}");

    private static string Text(long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {unit}");
}

/// <summary>What an audit of a run's folder found.</summary>
/// <param name="Checks">Each check.</param>
/// <param name="Unreadable">Why the rest could not be checked; null if it could.</param>
public sealed record RunAuditReport(IReadOnlyList<RunCheck> Checks, string? Unreadable)
{
    /// <summary>Whether every check passed and none was left out.</summary>
    public bool Passed => Unreadable is null && Checks.All(check => check.Passed);
}
