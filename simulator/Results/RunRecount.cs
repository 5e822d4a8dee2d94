using Microsoft.Data.Sqlite;

namespace FlashSale.Simulator;

/// <summary>Counts the result of a run again, from the rows of run.sqlite alone.</summary>
/// <remarks>
/// Orders, lines, ratings, refunds and listings are told to a new recorder one by one, as the market told
/// them to the first; what leaves no trace in an order comes from «counts» and «reasons». The wall clock and
/// the machine are not known to it.
/// </remarks>
internal sealed class RunRecount
{
    private readonly RunRows _rows;
    private readonly IReadOnlyDictionary<string, string> _facts;
    private readonly RunRecorder _recorder;

    private RunRecount(RunRows rows)
    {
        _rows = rows;
        _facts = rows.Facts();
        var labels = new RunLabels
        {
            Categories = rows.Texts("SELECT name FROM categories ORDER BY category"),
            Regions = rows.Texts("SELECT name FROM regions ORDER BY region"),
            Channels = rows.Texts("SELECT name FROM passages WHERE kind = 'channel' ORDER BY passage"),
            Refusals = rows.Reasons("refusal"),
            AbandonReasons = rows.Reasons("giving-up"),
            CloseReasons = rows.Reasons("closing"),
            RefundReasons = rows.Reasons("refund"),
        };
        _recorder = new RunRecorder(
            labels, Number("start_at_ms"), Number("last_row_at_ms"),
            (int)rows.Number("SELECT COALESCE(MAX(listing) + 1, 0) FROM listings"));
    }

    /// <summary>The result that the rows lead to.</summary>
    /// <exception cref="InvalidDataException">The rows are of no run.</exception>
    public static RunResult Of(SqliteConnection database)
    {
        var recount = new RunRecount(new RunRows(database));
        recount.CountRows();
        return RunResult.Of(recount._recorder, recount.Manifest(), recount.Ending());
    }

    /// <summary>Whether all buyers are in the file.</summary>
    public static bool IsWhole(SqliteConnection database) =>
        new RunRows(database).Facts().GetValueOrDefault("one_buyer_in") == "1";

    private void CountRows()
    {
        CountOrders();
        CountRefunds();
        CountRatings();
        CountMoments();
        PassageTables.Read(_rows, _recorder.Passages);
        CountReasons("refusal", _recorder.Refusals);
        CountReasons("giving-up", _recorder.AbandonReasons);
        _rows.Each("SELECT listing, sold_out_at_s FROM listings WHERE sold_out_at_s IS NOT NULL", row =>
            _recorder.SoldOut(new ListingId(row.GetInt32(0)), row.GetInt64(1) * 1_000));
    }

    private void CountOrders()
    {
        var closing = Numbers(_recorder.Labels.CloseReasons);
        _rows.Each(
            """
            SELECT placed_at_ms, total_fen, paid_at_ms, payable_at_ms, category, region, shipped_at_ms,
                   delivered_at_ms, confirmed_at_ms, confirmed_by_itself, closed_at_ms, close_reason,
                   coupon_fen
            FROM orders
            """,
            row =>
            {
                var total = Money.FromFen(row.GetInt64(1));
                _recorder.OrderPlaced(row.GetInt64(0), total);
                if (row.GetInt64(12) is not 0 and var coupon)
                {
                    _recorder.Coupons.Add(0, Money.FromFen(coupon));
                }

                IfAny(row, 2, at => _recorder.OrderPaid(
                    at, row.GetInt64(3), total, new CategoryId(row.GetByte(4)),
                        new RegionId(row.GetByte(5))));
                IfAny(row, 6, _recorder.Shipped);
                IfAny(row, 7, at => _recorder.Delivered(at, row.GetInt64(2), new RegionId(row.GetByte(5))));
                IfAny(row, 8, at => _recorder.Confirmed(at, row.GetInt64(9) == 1));
                IfAny(row, 10, at => _recorder.OrderClosed(at, NumberOf(closing, row.GetString(11))));
            });
    }

    private void CountRefunds()
    {
        var reasons = Numbers(_recorder.Labels.RefundReasons);
        _rows.Each("SELECT at_ms, amount_fen, reason FROM refunds", row => _recorder.Refunded(
            row.GetInt64(0), Money.FromFen(row.GetInt64(1)), NumberOf(reasons, row.GetString(2))));
    }

    private void CountRatings() => _rows.Each(
        "SELECT rated_at_ms, described, service, dispatch, delivery, credit FROM ratings", row =>
        _recorder.Rated(
            row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4),
            row.IsDBNull(5) ? null : row.GetInt32(5)));

    private void CountMoments() => _rows.Each("SELECT * FROM counts", row =>
    {
        ref var counted = ref _recorder.Row(row.GetInt64(0) * 1_000);
        counted.Visited = row.GetInt32(1);
        counted.Carted = row.GetInt32(2);
        counted.CheckoutsTried = row.GetInt32(3);
        counted.Refused = row.GetInt32(4);
        counted.Retried = row.GetInt32(5);
        counted.Abandoned = row.GetInt32(6);
        counted.QueuedPlusOne = row.IsDBNull(7) ? 0 : row.GetInt32(7) + 1;
        counted.EscrowFenPlusOne = row.IsDBNull(8) ? 0 : row.GetInt64(8) + 1;
    });

    private void CountReasons(string what, Tally tally) => _rows.Each(
        $"SELECT number, count FROM reasons WHERE what = '{what}'", row =>
        tally.Add(row.GetInt32(0), row.GetInt64(1)));

    private RunManifest Manifest() => new()
    {
        Scenario = Fact("scenario"),
        Title = Fact("title"),
        ScenarioHash = Fact("scenario_hash"),
        Year = Number("year") is > 0 and var year ? (int)year : null,
        Day = DateOnly.TryParseExact(Fact("day"), "yyyy-MM-dd", out var day) ? day : throw Wrong("day"),
        Shocks = _rows.Shocks(),
        Seed = ulong.TryParse(Fact("seed"), out var seed) ? seed : throw Wrong("seed"),
        Scale = new SampleScale(FileWords.Number(Fact("scale")) ?? throw Wrong("scale")),
        Commit = Fact("commit"),
        Command = Fact("command"),
        Parameters = _rows.Parameters(),
        Calibration = SummaryJson.ReadCalibration(Fact("calibration")),
    };

    private RunEnding Ending()
    {
        _recorder.Ratings.AddByDefault(
            _rows.Number($"SELECT count FROM reasons WHERE what = '{RecordedTables.RatingByDefault}'"));
        var moved = _rows.Movements();
        var sums = OrderMoney.OfMovements(kind => Money.FromFen(moved.GetValueOrDefault(Words.Of(kind))));
        return new RunEnding
        {
            EndAtMs = Number("end_at_ms"),
            IsPartial = Fact("partial") == "yes",
            StateHash = Fact("state_hash"),
            Events = Number("events"),
            BuyersGaveUp = Number("buyers_gave_up"),
            Wall = TimeSpan.Zero,
            PeakRssBytes = 0,
            Checks = _rows.Checks(),
            Escrow = new EscrowTotals(sums.Paid, sums.Held, sums.Released, sums.Refunded),
            Accounts = _rows.Accounts(),
            CouponStores = _rows.Number("SELECT COUNT(*) FROM stores WHERE coupon_off_fen > 0"),
            CouponStoresOut = _rows.Number("SELECT COUNT(coupon_gone_at_ms) FROM stores"),
            HotListings = _rows.HotListings(Number("first_hot_listing")),
        };
    }

    private static void IfAny(SqliteDataReader row, int column, Action<long> happened)
    {
        if (!row.IsDBNull(column))
        {
            happened(row.GetInt64(column));
        }
    }

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> names) =>
        names.Select((name, number) => (name, number)).ToDictionary(one => one.name, one => one.number);

    private static int NumberOf(Dictionary<string, int> numbers, string reason) =>
        numbers.TryGetValue(reason, out var number)
            ? number : throw new InvalidDataException($"run.sqlite: «{reason}» is no reason of this run");

    private string Fact(string key) => _facts.GetValueOrDefault(key) ?? throw Wrong(key);

    private long Number(string key) => FileWords.Whole(Fact(key)) ?? throw Wrong(key);

    private static InvalidDataException Wrong(string key) =>
        new($"run.sqlite: its manifest does not say «{key}», as this version writes it");
}
