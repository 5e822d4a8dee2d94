using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Studies.Measures;

// What an expression is worth in a run whose figures are known.
public sealed class MeasureExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) × 3", 9)]
    [InlineData("10 - 3 - 2", 5)]
    [InlineData("10 − (3 − 2)", 9)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("12 ÷ (3 · 2)", 2)]
    [InlineData("-2 * -3", 6)]
    [InlineData("2 - -3", 5)]
    [InlineData("1.5e3", 1500)]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)", 4)]
    [InlineData("abs(-4)", 4)]
    [InlineData("ln(exp(2))", 2)]
    [InlineData("gmvYuan / ordersPaid", 40_000.0 / 150)]
    [InlineData("day.averageOrderYuan", 12.5)]
    [InlineData("funnel[paid].count", 150)]
    [InlineData("funnel[0].count", 500)]
    [InlineData("refundReasons[late payment].count / ordersPlaced", 3.0 / 200)]
    [InlineData("ratings.sharePerStar[4]", 0.7)]
    [InlineData("published(gmvYuan) / 1e9", 120.7)]
    [InlineData("published(peakOrdersPerSecond)", 175_000)]
    public void An_expression_is_worth_what_arithmetic_says(string text, double value) =>
        Assert.Equal(value, KeptRun.Read(text).Of(KeptRun.ByHand)!.Value, 10);

    [Theory]
    [InlineData("at(gmv_yuan, 0s)", 0)]
    [InlineData("at(gmv_yuan, 100s)", 2_000)]
    [InlineData("at(gmv_yuan, 1min 40s) / gmvYuan", 0.05)]
    [InlineData("at(queued_payments, 20s)", 100)]
    [InlineData("at(queued_payments, 21s)", 0)]
    [InlineData("sum(orders_paid, 0s, 100s)", 1_000)]
    [InlineData("sum(paid_yuan, 90s, 110s)", 300)]
    [InlineData("sum(orders_paid, -1min, 2h)", 1_000 + (3_500 * 5) + 60)]
    [InlineData("max(rate(orders_paid), 0s, 1h)", 10)]
    [InlineData("min(rate(orders_paid), 0s, 2h)", 1.0 / 60)]
    [InlineData("mean(rate(orders_paid), 0s, 200s)", 7.5)]
    [InlineData("mean(queued_payments, 0s, 50s)", 20)]
    [InlineData("max(queued_payments, 0s, 2h)", 100)]
    [InlineData("max(queued_payments, 30s, 2h)", 0)]
    [InlineData("first(queued_payments > 0)", 11)]
    [InlineData("first(gmv_yuan >= 0.05 * gmvYuan)", 100)]
    [InlineData("first(rate(orders_paid) < 7)", 0)]
    public void The_timeline_is_read_row_by_row(string text, double value) =>
        Assert.Equal(value, KeptRun.Read(text).Of(KeptRun.ByHand)!.Value, 10);

    [Theory]
    [InlineData("deliveryDays.p90")]
    [InlineData("paymentPlateau.minutes")]
    [InlineData("ratings.described.mean")]
    [InlineData("refundReasons[not received].count")]
    [InlineData("hotListings[99].sold")]
    [InlineData("at(gmv_yuan, -1h)")]
    [InlineData("first(queued_payments > 100)")]
    [InlineData("ordersPaid / retries")]
    [InlineData("ln(retries / ordersPaid)")]
    [InlineData("exp(1000)")]
    [InlineData("1 + deliveryDays.p90")]
    [InlineData("min(deliveryDays.p90, 1)")]
    public void What_a_run_does_not_have_is_null_and_never_a_number(string text) =>
        Assert.Null(KeptRun.Read(text).Of(KeptRun.ByHand));

    [Theory]
    [InlineData("at(gmv_yuan, 3h)", 37_120)]
    [InlineData("sum(orders_paid, 2h, 3h)", 0)]
    [InlineData("sum(orders_paid, 1h, 3h)", 60)]
    [InlineData("mean(gmv_yuan, 2h, 4h)", 37_120)]
    [InlineData("mean(rate(orders_paid), 0s, 4h)", 18_560 / 14_400.0)]
    public void After_a_run_that_was_stopped_nothing_is_known_unless_all_stop_there(string text, double value)
    {
        var stopped = KeptRun.ByHand with { Summary = KeptRun.ByHand.Summary with { Partial = true } };
        var toHorizon = KeptRun.Scope with { Horizon = TimeSpan.FromHours(4) };

        Assert.Equal(value, KeptRun.Read(text).Of(KeptRun.ByHand)!.Value, 10);
        Assert.Equal(value, MeasureExpression.Read(text, toHorizon).Value!.Of(stopped)!.Value, 10);
        Assert.Null(KeptRun.Read(text).Of(stopped));
    }

    [Theory]
    [InlineData("retries = 0", 1.0)]
    [InlineData("abandoned / ordersPlaced > 0.15", 0.0)]
    [InlineData("abandoned / ordersPlaced ≥ 0.15", 1.0)]
    [InlineData("ordersPaid != 150", 0.0)]
    [InlineData("partial", 0.0)]
    [InlineData("not partial and retries < 1", 1.0)]
    [InlineData("partial or ordersPaid <= 150", 1.0)]
    [InlineData("deliveryDays.p90 > 2 or ordersPaid > 1", 1.0)]
    [InlineData("deliveryDays.p90 > 2 and ordersPaid < 1", 0.0)]
    [InlineData("deliveryDays.p90 > 2 and ordersPaid > 1", null)]
    [InlineData("not deliveryDays.p90 > 2", null)]
    public void An_event_is_a_yes_or_no_and_unknown_where_nothing_decides(string text, double? value) =>
        Assert.Equal(value, KeptRun.Read(text, isEvent: true).Of(KeptRun.ByHand));

    [Fact]
    public void Every_example_of_the_reference_is_a_measure()
    {
        const string heading = "## What an expression can hold";
        var examples = Documents.FirstCells("docs/reference/measures.md", heading).ToList();
        var run = new KeptRun(SampleFestival.Result.Summary, SampleFestival.Result.Timeline);

        Assert.InRange(examples.Count, 12, 100);
        Assert.All(examples, example => Assert.NotNull(KeptRun.Read(example).Of(run)));
    }

    [Fact]
    public void A_run_that_was_simulated_is_read_from_its_folder()
    {
        using var run = new FinishedRun();
        var stored = new StoredRunFolder(run.Folder);
        var summary = FinishedRun.Result.Summary;
        var scope = new MeasureScope(FinishedRun.Scenario, TimeSpan.FromDays(4));

        Assert.Equal((double)summary.GmvYuan, Value("gmvYuan"));
        Assert.Equal((double)summary.GmvYuan, Value("at(gmv_yuan, 1d)"));
        Assert.Equal(summary.OrdersPaid, Value("sum(orders_paid, -30d, 4d)"));
        Assert.Equal(
            summary.Regions.Single(one => one.Kind == "east").Share, Value("regions[east].share"));
        Assert.Equal(summary.PaymentQueue.WaitSeconds.P99, Value("paymentQueue.waitSeconds.p99"));
        var query = MeasureExpression.ReadQuery("SELECT count(*) FROM orders", scope, "orders").Value!;
        Assert.Equal(summary.Sample.OrdersPlaced, query.Of(stored));

        double? Value(string text) => MeasureExpression.Read(text, scope).Value!.Of(stored);
    }

    [Theory]
    [InlineData("SELECT NULL", null)]
    [InlineData("SELECT 1.5 WHERE 0", null)]
    [InlineData("WITH a AS (SELECT 2 AS n) SELECT sum(n) FROM a;", 2.0)]
    public void A_query_gives_a_number_or_nothing(string sql, double? value)
    {
        using var run = new FinishedRun();

        var query = MeasureExpression.ReadQuery(sql, KeptRun.Scope, "–").Value!;
        Assert.Equal(value, query.Of(new StoredRunFolder(run.Folder)));
        Assert.Null(query.Of(KeptRun.ByHand));
    }

    [Fact]
    public void A_query_that_gives_a_text_is_no_measure()
    {
        using var run = new FinishedRun();
        var query = MeasureExpression.ReadQuery("SELECT max(name) FROM stores", KeptRun.Scope, "–").Value!;

        Assert.Throws<InvalidDataException>(() => query.Of(new StoredRunFolder(run.Folder)));
    }
}
