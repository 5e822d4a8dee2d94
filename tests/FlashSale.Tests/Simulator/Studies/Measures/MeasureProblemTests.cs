using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies.Measures;

// What is wrong with a measure is said before the first run: where, what, and what is allowed.
public sealed class MeasureProblemTests
{
    [Theory]
    [InlineData("", 0, "the end does not stand here", "a number, a field")]
    [InlineData("gmvYuan +", 9, "the end does not stand here", "a number, a field")]
    [InlineData("gmvYuan ordersPaid", 8, "«ordersPaid» does not stand here", "an operator, or the end")]
    [InlineData("(1 + 2", 6, "the end does not stand here", "«)»")]
    [InlineData("1 + $x", 4, "«$x» is no part of a measure", "numbers, fields")]
    [InlineData("10x", 0, "«10x» is no part of a measure", "10min")]
    [InlineData("day.", 4, "the end does not stand here", "a name after «.»")]
    [InlineData("day.7", 4, "«7» does not stand here", "a name after «.»")]
    [InlineData("gmvYuan + ordersPaid", 0, "«gmvYuan + ordersPaid» adds yuan and orders", "one unit")]
    [InlineData("1 + (gmvYuan - deliveryDays.p50)", 5, "subtracts yuan and days", "one unit")]
    [InlineData("gmvYuann", 0, "«gmvYuann» is no field of summary.json (did you mean «gmvYuan»?)", "scale")]
    [InlineData("funnel.count", 0, "did you mean «funnel[].count»?", "")]
    [InlineData("refundReasons[late paymant].count", 0,
        "«late paymant» is not in refundReasons (did you mean «late payment»?)", "before shipping")]
    [InlineData("regions[atlantis].share", 0, "«atlantis» is not in regions", "east")]
    [InlineData("orders_paid", 0, "«orders_paid» is a column of timeline.csv", "sum(orders_paid, 0s, 1h)")]
    [InlineData("gmv_yuan", 0, "«gmv_yuan» is a column of timeline.csv", "at(gmv_yuan, 10min)")]
    [InlineData("stateHash", 0, "«stateHash» is no number", "")]
    [InlineData("peakOrdersAt", 0, "«peakOrdersAt» is no number", "")]
    [InlineData("wallSeconds", 0, "«wallSeconds» is of the wall clock", "what a run found")]
    [InlineData("comparison.measures[0].simulated", 0, "has the unit of what it stands for", "published")]
    [InlineData("1e999", 0, "«1e999» is too large a number", "1e308")]
    [InlineData("10min", 0, "«10min» is a moment, not a number", "at(gmv_yuan, 10min)")]
    [InlineData("ln(gmvYuan)", 0, "«ln(gmvYuan)» is taken of yuan", "a share")]
    [InlineData("min(gmvYuan, ordersPaid)", 0, "is taken of yuan and orders", "one unit")]
    [InlineData("gmvYuan > 5", 0, "«gmvYuan > 5» is a yes or no", "«event»")]
    [InlineData("1 < 2 < 3", 0, "«(1 < 2) < 3» compares a yes or no", "«and»")]
    [InlineData("-partial", 0, "is the opposite of a yes or no", "a number after «-»")]
    [InlineData("sqrt(4)", 0, "«sqrt» is no function", "abs, ln")]
    [InlineData("summ(orders_paid, 0s, 1h)", 0, "«summ» is no function (did you mean «sum»?)", "first")]
    [InlineData("abs(1, 2)", 0, "«abs» has 2 parts", "abs(x)")]
    [InlineData("min(1)", 0, "«min» has 1 parts", "min(x, y)")]
    [InlineData("at(gmv_yuan)", 0, "«at» has 1 parts", "at(column, moment)")]
    [InlineData("published(4)", 0, "«published» names no field", "published(gmvYuan)")]
    [InlineData("published(refunds)", 0, "«refunds» is no published fact", "gmvYuan, peakOrdersPerSecond")]
    [InlineData("published(mobileShar)", 0, "did you mean «mobileShare»?", "parcels")]
    public void A_wrong_expression_is_refused_at_its_place(
        string text, int at, string wrong, string allowed) =>
        AssertRefused(MeasureExpression.Read(text, KeptRun.Scope), "value", at, wrong, allowed);

    [Theory]
    [InlineData("at(gmv_yaun, 1h)", 0,
        "«gmv_yaun» is no column of timeline.csv (did you mean «gmv_yuan»?)", "visited")]
    [InlineData("at(gmvYuan + 1, 1h)", 0, "names no column of timeline.csv", "at(column, moment)")]
    [InlineData("first(5)", 0, "names no column of timeline.csv", "first(column > x)")]
    [InlineData("at(orders_paid, 1h)", 0,
        "takes orders_paid, which counts in each row, for a level", "rate(orders_paid)")]
    [InlineData("sum(gmv_yuan, 0s, 1h)", 0, "takes gmv_yuan, a level, for a count", "at(gmv_yuan, 10min)")]
    [InlineData("max(rate(gmv_yuan), 0s, 1h)", 0,
        "takes gmv_yuan, a level, for a count", "max(gmv_yuan, 0s, 1h)")]
    [InlineData("sum(rate(orders_paid), 0s, 1h)", 0, "takes a rate", "sum(orders_paid, 0s, 1h)")]
    [InlineData("rate(orders_paid)", 0, "changes all the time", "max(rate(orders_paid), 0s, 1h)")]
    [InlineData("at(gmv_yuan, 600)", 13, "«600» is no moment", "a length since midnight")]
    [InlineData("at(gmv_yuan, 1h 30s)", 13, "lies within a row of timeline.csv", "whole minutes else")]
    [InlineData("at(gmv_yuan, 500ms)", 13, "lies within a row of timeline.csv", "whole seconds")]
    [InlineData("sum(orders_paid, 1h, 1h)", 0, "ends before it begins", "sum(column, from, until)")]
    [InlineData("first(gmv_yuan > ordersPaid)", 6, "compares yuan and orders", "terms of one unit")]
    [InlineData("at(gmv_yuan, 99999999999d)", 13, "is no moment", "10min")]
    public void The_timeline_is_asked_for_what_it_has(string text, int at, string wrong, string allowed) =>
        AssertRefused(MeasureExpression.Read(text, KeptRun.Scope), "value", at, wrong, allowed);

    [Theory]
    [InlineData("at(gmv_yuan, 2h)", 13, "«2h» is later than the horizon 1h, where runs stop")]
    [InlineData("1 + sum(orders_paid, 0s, 1d)", 25, "«1d» is later than the horizon 1h")]
    [InlineData("gmvClock[86400].yuan", 0, "needs 86400 s, and runs stop at 1h")]
    public void A_moment_after_the_end_of_runs_is_refused(string text, int at, string wrong) =>
        AssertRefused(
            MeasureExpression.Read(text, KeptRun.Scope with { Horizon = TimeSpan.FromHours(1) }),
            "value", at, wrong, "a later horizon");

    [Fact]
    public void What_is_not_published_of_the_year_is_refused()
    {
        var base2016 = Demand.Festivals.Shipped(2016);
        var early = new MeasureScope(base2016 with { Festival = base2016.Festival with { Year = 2010 } });
        var none = new MeasureScope(
            base2016 with { Festival = base2016.Festival with { Date = new DateOnly(2016, 6, 18) } });

        AssertRefused(MeasureExpression.Read("published(peakOrdersPerSecond)", early), "value", 0,
            "«published(peakOrdersPerSecond)» is not known of 2010", "data/double11");
        AssertRefused(MeasureExpression.Read("published(gmvYuan)", none), "value", 0,
            "the base stands for no Singles' Day", "double11-2016");
    }

    [Theory]
    [InlineData("gmvYuan", "orders", 0, "«gmvYuan» is in yuan, not orders", "yuan")]
    [InlineData("gmvYuan", "share", 0, "«gmvYuan» is in yuan, not share", "yuan")]
    [InlineData("abandoned / gmvYuan", "share", 0, "is in checkouts/yuan, not share", "checkouts/yuan")]
    [InlineData("gmvYuan", "yaun", 0, "«yaun» is no unit", "yuan, share")]
    public void A_stated_unit_must_agree(string text, string unit, int at, string wrong, string allowed) =>
        AssertRefused(
            MeasureExpression.Read(text, KeptRun.Scope, unit: unit), "unit", at, wrong, allowed);

    [Theory]
    [InlineData("gmvYuan", null, "event", "«gmvYuan» is no yes or no")]
    [InlineData("partial and gmvYuan", null, "event", "joins what is no yes or no")]
    [InlineData("not gmvYuan", null, "event", "denies a number")]
    [InlineData("partial", "orders", "unit", "a yes or no has no unit")]
    public void An_event_is_no_number(string text, string? unit, string key, string wrong) => AssertRefused(
        MeasureExpression.Read(text, KeptRun.Scope, isEvent: true, unit), key, 0, wrong, "");

    [Theory]
    [InlineData("DELETE FROM orders", "–", "sql", "does not begin with SELECT")]
    [InlineData("SELECT total FROM orders", "–", "sql", "no such column: total")]
    [InlineData("SELECT 1, 2", "–", "sql", "more than one column")]
    [InlineData("SELECT 1; DROP TABLE orders", "–", "sql", "more than one query")]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM orders RETURNING 1", "–", "sql", "one that writes")]
    [InlineData("SELECT 1", null, "sql", "a query has no unit of its own")]
    [InlineData("SELECT 1", "euro", "unit", "«euro» is no unit")]
    public void A_query_is_tried_on_an_empty_run(string sql, string? unit, string key, string wrong) =>
        AssertRefused(MeasureExpression.ReadQuery(sql, KeptRun.Scope, unit), key, 0, wrong, "");

    [Fact]
    public void All_wrong_names_are_told_at_once() => Assert.Equal(
        [0, 11], MeasureExpression.Read("gmvYuann + ordersPait", KeptRun.Scope).Problems
            .Select(problem => problem.Position));

    private static void AssertRefused(
        MeasureReading reading, string key, int at, string wrong, string allowed)
    {
        Assert.Null(reading.Value);
        var problem = reading.Problems[0];
        Assert.Equal((key, at), (problem.Key, problem.Position));
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
        Assert.Contains(allowed, problem.Allowed, StringComparison.Ordinal);
    }
}
