using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Inventory;

// Rule INV-4
public sealed class StockBucketsTests
{
    private static readonly Gen<(int Buyer, int Units)> AnyWish =
        from buyer in Gen.Choose(0, 40)
        from units in Gen.Choose(1, 5)
        select (buyer, units);

    [Fact]
    public void Units_are_spread_as_evenly_as_can_be()
    {
        var buckets = Spread(units: 11, buckets: 4);

        Assert.Equal([3, 3, 3, 2], buckets.Select(bucket => bucket.ForSale));
    }

    [Fact]
    public void The_last_unit_is_sold_once_whoever_asks_first()
    {
        for (var buyer = 0; buyer < 8; buyer++)
        {
            var buckets = Spread(units: 1, buckets: 4);

            Assert.Equal(ReserveResult.Held, Reserve(buckets, buyer, 1));
            Assert.All(Enumerable.Range(0, 8), other =>
                Assert.Equal(ReserveResult.SoldOut, Reserve(buckets, other, 1)));
        }
    }

    [Fact]
    public void No_unit_is_stranded_while_a_buyer_asks_for_it()
    {
        var buckets = Spread(units: 8, buckets: 4);

        Assert.Equal(ReserveResult.Held, Reserve(buckets, buyer: 0, units: 7));
        Assert.Equal(ReserveResult.SoldOut, Reserve(buckets, buyer: 1, units: 2));
        Assert.Equal(ReserveResult.Held, Reserve(buckets, buyer: 1, units: 1));
        Assert.Equal(0, StockBuckets.ForSale(buckets));
    }

    [Fact]
    public void A_refused_wish_moves_no_unit_between_buckets()
    {
        var buckets = Spread(units: 8, buckets: 4);

        Assert.Equal(ReserveResult.SoldOut, Reserve(buckets, buyer: 2, units: 9));
        Assert.Equal(Spread(units: 8, buckets: 4), buckets);
    }

    [Fact]
    public void A_home_bucket_that_has_enough_borrows_nothing()
    {
        var buckets = Spread(units: 8, buckets: 4);

        Reserve(buckets, buyer: 2, units: 2);

        Assert.Equal([2, 2, 2, 2], buckets.Select(bucket => bucket.PutIn));
    }

    [Fact]
    public void A_buyer_is_always_served_by_the_same_bucket()
    {
        Assert.Equal(3, StockBuckets.HomeOf(new BuyerId(7), 4));
        Assert.Equal(0, StockBuckets.HomeOf(new BuyerId(int.MaxValue), 1));
        Assert.InRange(StockBuckets.HomeOf(new BuyerId(int.MaxValue), 64), 0, 63);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public void Split_stock_sells_what_one_bucket_would_sell_and_lending_keeps_the_sum(int count) =>
        AnyHistory.Holds(AnyWish, history =>
        {
            var (split, whole) = (Spread(units: 100, count), Stock.Of(100));
            foreach (var (buyer, units) in history)
            {
                Assert.Equal(whole.Reserve(units), Reserve(split, buyer, units));
                Assert.Equal(100, split.Sum(bucket => bucket.PutIn));
                Assert.Equal(whole.ForSale, StockBuckets.ForSale(split));
                Assert.All(split, bucket => Assert.True(bucket is { ForSale: >= 0, Held: >= 0 }));
            }
        });

    private static Stock[] Spread(int units, int buckets)
    {
        var split = new Stock[buckets];
        StockBuckets.Spread(split, units);
        return split;
    }

    private static ReserveResult Reserve(Stock[] buckets, int buyer, int units) =>
        StockBuckets.Reserve(buckets, StockBuckets.HomeOf(new BuyerId(buyer), buckets.Length), units);
}
