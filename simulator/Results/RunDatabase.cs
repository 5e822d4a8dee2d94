using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// run.sqlite: the orders, stores, listings, ratings and movements of one run, for any question of any
/// researcher.
/// </summary>
/// <remarks>
/// Tables and views: docs/reference/run-sqlite.md. Numbers in it are of the sample, to the fen.
/// </remarks>
public static class RunDatabase
{
    /// <summary>
    /// The most orders that are written; of a larger run, whole buyers are left out evenly.
    /// </summary>
    public const long OrdersMax = 5_000_000;

    /// <summary>Writes the file anew.</summary>
    /// <exception cref="IOException">The file cannot be written; the message holds SQLite's own.</exception>
    public static void Write(string path, RunSummary summary, RunLabels labels, RunTables tables) =>
        Write(path, summary, labels, tables, OrdersMax);

    internal static void Write(
        string path, RunSummary summary, RunLabels labels, RunTables tables, long ordersMax)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(tables);
        var oneBuyerIn = Math.Max(1, (tables.OrderCount + ordersMax - 1) / ordersMax);
        using var file = new SqliteFile(path);
        file.Run(Resource.Text("run-schema.sql"));
        WriteManifest(file, summary, tables, oneBuyerIn);
        WriteNames(file, "categories", labels.Categories);
        WriteNames(file, "regions", labels.Regions);
        WriteStores(file, tables.Stores);
        WriteListings(file, tables.Listings);
        WriteOrders(file, tables.Orders.Where(row => IsKept(row.Order, oneBuyerIn)));
        WriteLines(file, tables.Lines.Where(row => IsKept(row.Order, oneBuyerIn)));
        WriteRatings(file, tables.Ratings.Where(row => IsKept(row.Order, oneBuyerIn)));
        WriteMovements(file, tables.Movements);
        WriteRefunds(file, tables.Refunds.Where(row => IsKept(row.Order, oneBuyerIn)));
        RecordedTables.Write(file, summary, tables.Recorder);
        file.Run(Resource.Text("run-indexes.sql"));
        file.Finish();
    }

    // By a hash of the buyer, so that a kept buyer keeps all orders, and neighbours in the numbering do not
    // matter.
    private static bool IsKept(OrderId order, long oneBuyerIn)
    {
        if (oneBuyerIn == 1)
        {
            return true;
        }

        unchecked
        {
            var hash = (ulong)order.Buyer.Value * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            return (hash ^ (hash >> 32)) % (ulong)oneBuyerIn == 0;
        }
    }

    private static void WriteManifest(
        SqliteFile file, RunSummary summary, RunTables tables, long oneBuyerIn)
    {
        using var insert = file.Insert("manifest", 2);
        var facts = new (string Key, string Value)[]
        {
            ("scenario", summary.Scenario),
            ("title", summary.Title),
            ("scenario_hash", summary.ScenarioHash),
            ("year", Text(summary.Year ?? 0)),
            ("day", summary.FestivalDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("seed", summary.Seed.ToString(CultureInfo.InvariantCulture)),
            ("scale", summary.Scale.ToString("R", CultureInfo.InvariantCulture)),
            ("calibration", SummaryJson.WriteCalibration(summary.Calibration)),
            ("events", Text(summary.Events)),
            ("buyers_gave_up", Text((long)Math.Round(summary.BuyersGaveUp * summary.Scale))),
            ("start_at_ms", Text(tables.Recorder?.StartAtMs ?? 0)),
            ("last_row_at_ms", Text(tables.Recorder?.EndAtMs ?? 0)),
            ("end_at_ms", Text(tables.EndAtMs)),
            ("first_hot_listing", Text(tables.FirstHot)),
            ("commit", summary.Commit),
            ("command", summary.Command),
            ("state_hash", summary.StateHash),
            ("partial", summary.Partial ? "yes" : "no"),
            ("one_buyer_in", Text(oneBuyerIn)),
        };
        foreach (var (key, value) in facts)
        {
            insert.Add(key).Add(value).Run();
        }
    }

    private static void WriteNames(SqliteFile file, string table, IReadOnlyList<string> names)
    {
        using var insert = file.Insert(table, 2);
        for (var number = 0; number < names.Count; number++)
        {
            insert.Add(number).Add(names[number]).Run();
        }
    }

    private static void WriteStores(SqliteFile file, IEnumerable<RunStoreRow> stores)
    {
        using var insert = file.Insert("stores", 11);
        foreach (var row in stores)
        {
            insert.Add(row.Store.Value).Add(row.Name).Add(Words.Of(row.State.Market))
                .Add(Words.Of(row.State.Status)).Add(row.Category.Value).Add(row.Credit)
                .Add(row.State.SecurityPaid).Add(row.Balance).Add(row.CouponOff).Add(row.CouponFrom)
                .Add(row.CouponGoneAtMs).Run();
        }
    }

    private static void WriteListings(SqliteFile file, IEnumerable<RunListingRow> listings)
    {
        using var insert = file.Insert("listings", 10);
        foreach (var row in listings)
        {
            insert.Add(row.Listing.Value).Add(row.Store.Value).Add(row.Category.Value).Add(row.Name)
                .Add(row.ListPrice).Add(row.FestivalPrice).Add(row.Stock).Add(row.Sold).Add(row.Held)
                .Add(row.SoldOutSeconds).Run();
        }
    }

    private static void WriteOrders(SqliteFile file, IEnumerable<RunOrderRow> orders)
    {
        using var insert = file.Insert("orders", 22);
        foreach (var row in orders)
        {
            insert.Add(row.Order.Packed).Add(row.Order.Buyer.Value).Add(row.Store.Value)
                .Add(row.Category.Value).Add(row.Region.Value).Add(row.Lines).Add(row.Units)
                .Add(row.Total).Add(row.CouponOff).Add(row.Paid).Add(row.Refunded).Add(row.Released)
                .Add(row.Status).Add(row.CloseReason).Add(row.IsConfirmedByItself ? 1 : 0)
                .Add(row.PlacedAtMs).Add(row.PayableAtMs).Add(row.PaidAtMs).Add(row.ShippedAtMs)
                .Add(row.DeliveredAtMs).Add(row.ConfirmedAtMs).Add(row.ClosedAtMs)
                .Run();
        }
    }

    private static void WriteLines(SqliteFile file, IEnumerable<RunOrderLineRow> lines)
    {
        using var insert = file.Insert("order_lines", 4);
        foreach (var row in lines)
        {
            insert.Add(row.Order.Packed).Add(row.Listing.Value).Add(row.Units).Add(row.UnitPrice).Run();
        }
    }

    private static void WriteRatings(SqliteFile file, IEnumerable<RunRatingRow> ratings)
    {
        using var insert = file.Insert("ratings", 7);
        foreach (var row in ratings)
        {
            insert.Add(row.Order.Packed).Add(row.Described).Add(row.Service).Add(row.Dispatch)
                .Add(row.Delivery).Add(row.Credit).Add(row.RatedAtMs).Run();
        }
    }

    private static void WriteRefunds(SqliteFile file, IEnumerable<RefundRow> refunds)
    {
        using var insert = file.Insert("refunds", 4);
        foreach (var row in refunds)
        {
            insert.Add(row.Order.Packed).Add(row.AtMs).Add(row.Amount).Add(row.Reason).Run();
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteMovements(SqliteFile file, IEnumerable<RunMovementRow> movements)
    {
        using var insert = file.Insert("movements", 5);
        foreach (var row in movements)
        {
            insert.Add(row.Kind).Add(row.From).Add(row.To).Add(row.Count).Add(row.Amount).Run();
        }
    }
}
