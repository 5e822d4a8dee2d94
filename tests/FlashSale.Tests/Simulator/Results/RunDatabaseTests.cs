using FlashSale.Simulator;
using Microsoft.Data.Sqlite;

namespace FlashSale.Tests.Simulator.Results;

public sealed class RunDatabaseTests : IDisposable
{
    private const string Reference = "docs/reference/run-sqlite.md";

    private static readonly RunSummary Summary = SampleFestival.Result.Summary;

    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-run").FullName;

    private string FilePath => Path.Combine(_folder, "run.sqlite");

    [Fact]
    public void All_rows_of_a_run_are_in_its_file()
    {
        Write(Tables(orders: 1_000));

        Assert.Equal(1_000L, Ask("SELECT count(*) FROM orders"));
        Assert.Equal(1_000L, Ask("SELECT count(*) FROM order_lines"));
        Assert.Equal(333L, Ask("SELECT count(*) FROM ratings"));
        Assert.Equal(8L, Ask("SELECT count(*) FROM categories"));
        Assert.Equal(900 * 18_000L, Ask("SELECT sum(paid_fen) FROM orders"));
        Assert.Equal("b17-0.0", Ask("SELECT order_id FROM readable_orders WHERE placed_s = 17"));
        Assert.Equal("1111", Ask("SELECT value FROM manifest WHERE key = 'seed'"));
        Assert.Equal("30 min", Ask("SELECT value FROM parameters WHERE name = 'policy.payWithin'"));
        Assert.Equal(DBNull.Value, Ask("SELECT paid_at_ms FROM orders WHERE buyer = 9"));
    }

    [Fact]
    public void A_run_with_too_many_orders_keeps_whole_buyers_and_says_how_many()
    {
        var tables = Tables(orders: 4_000) with
        {
            Orders = Enumerable.Range(0, 8_000).Select(number => Order(number / 2, number % 2)),
            OrderCount = 8_000,
        };

        RunDatabase.Write(FilePath, Summary, SampleFestival.Labels, tables, ordersMax: 2_000);

        Assert.Equal("4", Ask("SELECT value FROM manifest WHERE key = 'one_buyer_in'"));
        Assert.InRange((long)Ask("SELECT count(*) FROM orders"), 1_800, 2_200);
        Assert.Empty(All("SELECT buyer FROM orders GROUP BY buyer HAVING count(*) <> 2"));
        Assert.Empty(All("SELECT 1 FROM ratings WHERE order_key NOT IN (SELECT order_key FROM orders)"));
    }

    [Fact]
    public void Writing_again_replaces_the_file_and_leaves_nothing_behind()
    {
        Write(Tables(orders: 10));
        Write(Tables(orders: 20));

        Assert.Equal(20L, Ask("SELECT count(*) FROM orders"));
        Assert.Equal([FilePath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_run_whose_rows_end_in_an_error_leaves_no_file_of_that_name()
    {
        var tables = Tables(orders: 10) with { Movements = Broken() };

        Assert.Throws<InvalidOperationException>(() => Write(tables));
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_with_its_path()
    {
        var path = Path.Combine(_folder, "nowhere", "run.sqlite");

        var error = Assert.ThrowsAny<IOException>(
            () => RunDatabase.Write(path, Summary, SampleFestival.Labels, Tables(orders: 1)));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_queries_of_the_reference_give_rows()
    {
        Write(Tables(orders: 1_000));
        var queries = Documents.Queries(Reference, "## Example queries").ToList();

        Assert.True(queries.Count >= 5);
        Assert.All(queries, query => Assert.NotEmpty(All(query)));
    }

    [Fact]
    public void Every_table_and_view_is_in_the_reference()
    {
        Write(Tables(orders: 1));
        var named = Documents.FirstCells(Reference, "## Tables and views").ToList();

        Assert.Equal(
            named.Order(StringComparer.Ordinal),
            All("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
                .Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RunTables Tables(int orders) => new()
    {
        OrderCount = orders,
        Orders = Enumerable.Range(0, orders).Select(number => Order(number, 0)),
        Lines = Enumerable.Range(0, orders).Select(number =>
            new RunOrderLineRow(IdOf(number, 0), new ListingId(number % 50), 1, Money.FromYuan(180))),
        Ratings = Enumerable.Range(0, orders / 3).Select(number =>
            new RunRatingRow(IdOf(number * 3, 0), 5, 5, 4, number % 5 + 1, 1, 900_000_000)),
        Stores = Enumerable.Range(0, 10).Select(number => new RunStoreRow(
            new StoreId(number), $"Store {number}",
            StoreOf(number < 3 ? MarketKind.Brand : MarketKind.Consumer),
            new CategoryId(0), 500, Money.FromYuan(20_000))),
        Listings = Enumerable.Range(0, 50).Select(number => new RunListingRow(
            new ListingId(number), new StoreId(number % 10), new CategoryId((byte)(number % 8)),
            $"Listing {number}",
            Money.FromYuan(300), Money.FromYuan(180), 100, 20 + number, 0, number < 5 ? 600 : null)),
        Movements = [new RunMovementRow("payment", "buyer", "escrow", 900, Money.FromYuan(162_000))],
    };

    private static Store StoreOf(MarketKind market) => Store.Of(new StoreFacts(
        default, market, DepositTier.Low, StoreStatus.Open, default, Money.FromYuan(1_000),
        Money.FromYuan(1_000), null));

    private static RunOrderRow Order(int buyer, int checkout)
    {
        var isPaid = buyer % 10 != 9;
        var placedAt = buyer * 1_000L;
        return new RunOrderRow(IdOf(buyer, checkout), new StoreId(buyer % 10), new CategoryId(1),
            new RegionId(2))
        {
            Lines = 1,
            Units = 1,
            Total = Money.FromYuan(180),
            Paid = isPaid ? Money.FromYuan(180) : Money.Zero,
            Status = isPaid ? "rated" : "closed",
            CloseReason = isPaid ? null : "not paid in time",
            PlacedAtMs = placedAt,
            PaidAtMs = isPaid ? placedAt + 8_000 : null,
            DeliveredAtMs = isPaid ? placedAt + (2 + buyer % 7) * 86_400_000L : null,
        };
    }

    private static OrderId IdOf(int buyer, int checkout) =>
        OrderId.Of(new CheckoutId(new BuyerId(buyer), checkout), 0);

    private static IEnumerable<RunMovementRow> Broken()
    {
        yield return new RunMovementRow("payment", "buyer", "escrow", 1, Money.Zero);
        throw new InvalidOperationException("no more rows");
    }

    private void Write(RunTables tables) =>
        RunDatabase.Write(FilePath, Summary, SampleFestival.Labels, tables);

    private object Ask(string sql) => Query(sql, command => command.ExecuteScalar()!);

    private List<string> All(string sql) => Query(sql, command =>
    {
        var names = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            names.Add(reader.GetValue(0).ToString()!);
        }

        return names;
    });

    private T Query<T>(string sql, Func<SqliteCommand, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are the test's own, and those of the reference that it is about.
        command.CommandText = sql;
#pragma warning restore CA2100
        return read(command);
    }
}
