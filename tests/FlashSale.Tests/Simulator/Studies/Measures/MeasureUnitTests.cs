using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies.Measures;

// Units are computed from those that figures and columns declare.
public sealed class MeasureUnitTests
{
    [Theory]
    [InlineData("gmvYuan", "yuan")]
    [InlineData("gmvYuan + refundedYuan - 5", "yuan")]
    [InlineData("gmvYuan / ordersPaid", "yuan/orders")]
    [InlineData("gmvYuan / ordersPaid * ordersPaid", "yuan")]
    [InlineData("gmvYuan / (gmvYuan / ordersPaid)", "orders")]
    [InlineData("refundedYuan / gmvYuan", "share")]
    [InlineData("1 - refundedYuan / gmvYuan", "share")]
    [InlineData("categories[0].share", "share")]
    [InlineData("refundReasons[late payment].count / ordersPlaced", "refunds/orders")]
    [InlineData("funnel[visited].count", "buyers")]
    [InlineData("funnel[4].count", "orders")]
    [InlineData("peakOrdersPerSecond", "orders/s")]
    [InlineData("max(rate(orders_paid), 0s, 1h) / peakOrdersPerSecond", "share")]
    [InlineData("max(rate(paid_yuan), 0s, 1h)", "yuan/s")]
    [InlineData("mean(rate(retried), 0s, 1h) * first(queued_payments > 0)", "checkouts")]
    [InlineData("at(escrow_yuan, 1d)", "yuan")]
    [InlineData("1 / paymentQueue.waitSeconds.p50", "1/s")]
    [InlineData("gmvYuan * refundedYuan", "yuan·yuan")]
    [InlineData("2 * 3", "–")]
    [InlineData("100 * refundedYuan / gmvYuan", "share")]
    [InlineData("100 * (refundedYuan / gmvYuan)", "–")]
    [InlineData("ln(first100MillionParcelsDays / published(first100MillionParcelsDays))", "–")]
    [InlineData("max(deliveryDays.p50, 1)", "days")]
    [InlineData("comparison.shareErrorMeanPoints", "points")]
    [InlineData("-abs(ratings.service.mean)", "stars")]
    public void The_unit_follows_from_the_parts(string text, string unit) =>
        Assert.Equal(unit, KeptRun.Read(text).Unit);

    [Theory]
    [InlineData("refundReasons[late payment].count / ordersPlaced", "share", true)]
    [InlineData("refundReasons[late payment].count / ordersPlaced", "refunds/orders", true)]
    [InlineData("refundedYuan / gmvYuan", "–", false)]
    [InlineData("gmvYuan / ordersPaid", "yuan/orders", false)]
    [InlineData("peakOrdersPerSecond", "orders/s", false)]
    public void A_study_may_state_the_unit_and_a_share_of_things_is_a_share(
        string text, string unit, bool isShare)
    {
        var measure = KeptRun.Read(text, unit: unit);

        Assert.Equal(unit, measure.Unit);
        Assert.Equal(isShare || unit == "–", measure.IsShare);
    }

    [Theory]
    [InlineData("yuan/orders", "yuan/orders")]
    [InlineData("orders/s", "orders/s")]
    [InlineData("1/s", "1/s")]
    [InlineData("s·yuan", "s·yuan")]
    [InlineData("yuan·s", "s·yuan")]
    [InlineData("share", "share")]
    [InlineData("orders/orders", "–")]
    [InlineData("euro", null)]
    [InlineData("share/s", null)]
    public void A_unit_is_read_as_figures_write_it(string text, string? unit) =>
        Assert.Equal(unit, MeasureUnit.Of(text)?.ToString());

    [Fact]
    public void Every_figure_and_column_has_a_unit_that_measures_can_take()
    {
        var units = SummaryFigures.All.Select(one => one.Unit)
            .Where(unit => unit is not "clock" && !unit.StartsWith("as ", StringComparison.Ordinal))
            .Concat(FlashSale.Simulator.Measures.All.Select(one => one.Unit));

        Assert.All(units, unit => Assert.Equal(unit, MeasureUnit.Of(unit)?.ToString()));
    }
}
