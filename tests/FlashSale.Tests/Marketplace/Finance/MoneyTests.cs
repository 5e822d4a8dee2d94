namespace FlashSale.Tests.Finance;

// Rule ESC-2: money is whole fen, and no arithmetic makes or loses one.
public sealed class MoneyTests
{
    [Theory]
    [InlineData(10_000, 500, 500)]
    [InlineData(9_999, 500, 499)]
    [InlineData(1, 9_999, 0)]
    [InlineData(long.MaxValue, 10_000, long.MaxValue)]
    public void A_share_is_rounded_down(long fen, int basisPoints, long share) =>
        Assert.Equal(Money.FromFen(share), Money.FromFen(fen).ShareRoundedDown(basisPoints));

    [Theory]
    [InlineData(100, 1, 3, 33)]
    [InlineData(100, 3, 3, 100)]
    [InlineData(100, 0, 3, 0)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue)]
    public void A_proportion_is_rounded_down(long fen, long part, long whole, long share) =>
        Assert.Equal(Money.FromFen(share), Money.FromFen(fen).ProportionRoundedDown(part, whole));

    [Fact]
    public void There_is_no_proportion_of_nothing() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Money.FromFen(1).ProportionRoundedDown(1, 0));

    [Fact]
    public void An_amount_that_cannot_be_is_an_error_and_never_a_wrong_amount()
    {
        var most = Money.FromFen(long.MaxValue);

        Assert.Throws<OverflowException>(() => most + Money.FromFen(1));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => -most - Money.FromFen(2));
        Assert.Throws<OverflowException>(() => Money.FromYuan(long.MaxValue));
    }

    [Fact]
    public void Amounts_are_compared_and_written_as_people_do()
    {
        Assert.True(Money.FromYuan(1) == Money.FromFen(100) && Money.FromFen(99) < Money.FromYuan(1));
        Assert.Equal(Money.FromFen(-1), Money.Min(Money.Zero, Money.FromFen(-1)));
        Assert.Equal("¥1,234,567.89", Money.FromFen(123_456_789).ToString());
        Assert.True(Money.FromFen(-1).IsNegative && Money.FromFen(1).IsPositive);
        Assert.False(Money.Zero.IsNegative || Money.Zero.IsPositive);
    }
}
