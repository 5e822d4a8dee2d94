using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Orders;

// Rule CRT-2
public sealed class OrderLineTests
{
    private static readonly Gen<int> AnyUnits = Gen.Choose(1, 5);

    [Fact]
    public void A_refund_returns_what_was_really_paid_for_the_units()
    {
        var line = Line(units: 3, toPayFen: 250); // 100 fen each, and 50 off the three

        Assert.Equal(Money.FromFen(83), line.RefundFor(1));
        Assert.Equal(Money.FromFen(166), line.RefundFor(2));
        Assert.Equal(Money.FromFen(250), line.RefundFor(3));
        Assert.Equal(Money.FromFen(300), line.Value);
    }

    [Fact]
    public void The_last_unit_that_comes_back_brings_the_rest()
    {
        var line = Line(units: 3, toPayFen: 250);
        line.Return(1);
        line.Return(1);

        Assert.Equal(Money.FromFen(84), line.RefundFor(1));
        Assert.Equal((2, 1), (line.Returned, line.Kept));
    }

    [Fact]
    public void Over_any_sequence_of_returns_all_that_was_paid_comes_back_and_no_fen_more() =>
        AnyHistory.Holds(AnyUnits, history =>
        {
            var units = history.Sum() + 1;
            foreach (var toPay in new[] { 0L, 1, units - 1, (units * 100L) - 1, 99_999_999_999 })
            {
                Assert.Equal(toPay, ReturnAll(Line(units, toPay), history));
            }
        });

    [Fact]
    public void No_more_units_come_back_than_are_out()
    {
        var line = Line(units: 2, toPayFen: 200);
        line.Return(1);

        Assert.Throws<UnreachableException>(() => line.RefundFor(2));
        Assert.Throws<UnreachableException>(() => line.Return(2));
        Assert.Throws<UnreachableException>(() => line.RefundFor(0));
        Assert.Throws<UnreachableException>(() => Line(units: 0, toPayFen: 1));
        Assert.Throws<UnreachableException>(() => Line(Limits.UnitsPerLineMax + 1, toPayFen: 1));
    }

    [Fact]
    public void The_largest_line_fits()
    {
        var price = Money.FromYuan(Limits.PriceYuanMax);
        var line = new OrderLine(
            new ListingId(int.MaxValue), Limits.UnitsPerLineMax, price, price * Limits.UnitsPerLineMax,
            Limits.BucketsMax - 1, HoldMode.AtPayment);

        Assert.Equal((price, Limits.UnitsPerLineMax), (line.Price, line.Units));
        Assert.Equal(line.ToPay, line.Value);
        Assert.Equal((Limits.BucketsMax - 1, HoldMode.AtPayment), (line.Bucket, line.Hold));
    }

    private static long ReturnAll(OrderLine line, IReadOnlyList<int> returns)
    {
        var sum = 0L;
        foreach (var units in returns.Append(1))
        {
            var refund = line.RefundFor(units);
            Assert.False(refund.IsNegative);
            line.Return(units);
            sum += refund.Fen;
        }

        Assert.Equal(0, line.Kept);
        return sum;
    }

    private static OrderLine Line(int units, long toPayFen) => new(
        new ListingId(1), units, Money.FromYuan(1), Money.FromFen(toPayFen), 0, HoldMode.AtOrder);
}
