using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Inventory;

public sealed class StockTests
{
    // What is done with the stock, and with how many units.
    private static readonly Gen<(int What, int Units)> AnyChange =
        from what in Gen.Choose(0, 5)
        from units in Gen.Choose(1, 7)
        select (what, units);

    [Fact]
    public void The_last_unit_goes_to_one_buyer_only() // INV-1
    {
        var stock = Stock.Of(1);

        Assert.Equal(ReserveResult.Held, stock.Reserve(1));
        Assert.Equal(ReserveResult.SoldOut, stock.Reserve(1));
        Assert.Equal((0, 1, 0), (stock.ForSale, stock.Held, stock.Sold));
    }

    [Fact]
    public void A_wish_for_more_than_there_is_holds_nothing() // INV-1
    {
        var stock = Stock.Of(3);

        Assert.Equal(ReserveResult.SoldOut, stock.Reserve(4));
        Assert.Equal(Stock.Of(3), stock);
    }

    [Fact]
    public void A_hold_ends_when_its_order_is_paid_or_closed() // INV-2
    {
        var stock = Stock.Of(5);
        stock.Reserve(2);
        stock.Reserve(3);

        stock.Commit(2);
        stock.Release(3);

        Assert.Equal((3, 0, 2), (stock.ForSale, stock.Held, stock.Sold));
    }

    [Fact]
    public void Refunded_units_are_for_sale_again() // INV-1
    {
        var stock = Stock.Of(1);
        stock.Reserve(1);
        stock.Commit(1);

        stock.PutBack(1);

        Assert.Equal(ReserveResult.Held, stock.Reserve(1));
    }

    [Fact]
    public void Only_what_is_for_sale_is_taken_out() // INV-4
    {
        var stock = Stock.Of(5);
        stock.Reserve(3);

        Assert.Equal(2, stock.TakeOut(4));
        Assert.Equal(0, stock.TakeOut(1));
        Assert.Equal((3, 0, 3), (stock.PutIn, stock.ForSale, stock.Held));
    }

    [Fact]
    public void Units_that_are_not_held_or_sold_cannot_be_released_sold_or_put_back() // INV-1
    {
        Assert.Throws<UnreachableException>(() => Held(2).Commit(3));
        Assert.Throws<UnreachableException>(() => Held(2).Release(3));
        Assert.Throws<UnreachableException>(() => Held(2).PutBack(1));
        Assert.Throws<UnreachableException>(() => Held(2).Release(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Held(2).Reserve(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Held(2).TakeOut(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Held(2).Add(Limits.StockMax));
    }

    [Fact]
    public void No_history_makes_or_loses_a_unit_or_sells_one_twice() => // INV-1
        AnyHistory.Holds(AnyChange, history =>
        {
            var (stock, putIn) = (Stock.Of(20), 20);
            foreach (var (what, units) in history)
            {
                putIn += Change(ref stock, what, units);
                Assert.Equal(putIn, stock.ForSale + stock.Held + stock.Sold);
                Assert.True(stock is { ForSale: >= 0, Held: >= 0, Sold: >= 0 });
            }
        });

    private static Stock Held(int units)
    {
        var stock = Stock.Of(10);
        stock.Reserve(units);
        return stock;
    }

    // Returns how many units were put in or taken out.
    private static int Change(ref Stock stock, int what, int units)
    {
        switch (what)
        {
            case 0:
                stock.Add(units);
                return units;
            case 1:
                return -stock.TakeOut(units);
            case 2 when units <= stock.Held:
                stock.Commit(units);
                return 0;
            case 3 when units <= stock.Held:
                stock.Release(units);
                return 0;
            case 4 when units <= stock.Sold:
                stock.PutBack(units);
                return 0;
            default:
                var expected = units <= stock.ForSale ? ReserveResult.Held : ReserveResult.SoldOut;
                Assert.Equal(expected, stock.Reserve(units));
                return 0;
        }
    }
}
