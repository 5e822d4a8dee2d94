namespace FlashSale.Tests.Carts;

// Rule CRT-2
public sealed class ReductionTests
{
    private static readonly Reduction FiftyOffEvery300 = new(Money.FromYuan(50), Money.FromYuan(300));

    private static readonly Coupon TenFrom100 = new(Money.FromYuan(10), Money.FromYuan(100));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(29_999, 0)]
    [InlineData(30_000, 5_000)]
    [InlineData(59_999, 5_000)]
    [InlineData(60_000, 10_000)]
    [InlineData(3_000_000_000_000, 500_000_000_000)]
    public void Every_full_300_yuan_take_50_off(long valueFen, long offFen) =>
        Assert.Equal(Money.FromFen(offFen), FiftyOffEvery300.On(Money.FromFen(valueFen)));

    [Fact]
    public void A_reduction_of_nothing_or_for_every_nothing_takes_nothing_off()
    {
        Assert.Equal(Money.Zero, new Reduction(Money.Zero, Money.FromYuan(300)).On(Money.FromYuan(300)));
        Assert.Equal(Money.Zero, new Reduction(Money.FromYuan(50), Money.Zero).On(Money.FromYuan(300)));
    }

    [Theory]
    [InlineData(9_999, 0)]
    [InlineData(10_000, 1_000)]
    [InlineData(99_999, 1_000)]
    public void A_coupon_counts_once_from_its_least_value_on(long valueFen, long offFen) =>
        Assert.Equal(Money.FromFen(offFen), TenFrom100.On(Money.FromFen(valueFen)));

    [Fact]
    public void A_coupon_never_takes_the_whole_of_an_order()
    {
        var whole = new Coupon(Money.FromYuan(10), Money.FromYuan(10));

        Assert.Equal(Money.Zero, whole.On(Money.FromYuan(10)));
        Assert.Equal(Money.FromYuan(10), whole.On(Money.FromFen(1_001)));
        Assert.Equal(Money.Zero, default(Coupon).On(Money.FromYuan(10)));
    }

    [Fact]
    public void A_coupon_needs_an_amount_and_a_least_value_that_covers_it()
    {
        Assert.True(TenFrom100.IsSound);
        Assert.True(new Coupon(Money.FromFen(1), Money.FromFen(1)).IsSound);
        Assert.False(default(Coupon).IsSound);
        Assert.False(new Coupon(Money.FromYuan(10), Money.FromFen(999)).IsSound);
        Assert.False(new Coupon(Money.FromYuan(-1), Money.FromYuan(1)).IsSound);
    }
}
