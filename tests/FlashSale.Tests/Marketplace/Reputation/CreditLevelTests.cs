using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Reputation;

// Rules REP-3, REP-5
public sealed class CreditLevelTests
{
    [Theory]
    [InlineData(-5, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(250, 5)]
    [InlineData(251, 6)]
    [InlineData(10_000, 10)]
    [InlineData(10_001, 11)]
    [InlineData(500_000, 15)]
    [InlineData(500_001, 16)]
    [InlineData(int.MaxValue, 20)]
    public void Points_give_a_level(int points, byte rank) =>
        Assert.Equal(new CreditLevel(rank), CreditLevel.Of(points, Rules.Reputation));

    [Fact]
    public void A_level_shows_as_one_to_five_hearts_diamonds_crowns_or_golden_crowns()
    {
        var levels = Enumerable.Range(1, 20).Select(rank => new CreditLevel((byte)rank)).ToArray();

        Assert.Equal(
            Enum.GetValues<CreditSign>().SelectMany(sign => Enumerable.Repeat((CreditSign?)sign, 5)),
            levels.Select(level => level.Sign));
        Assert.Equal(
            Enumerable.Repeat(Enumerable.Range(1, 5), 4).SelectMany(five => five),
            levels.Select(level => level.Signs));
        Assert.Null(default(CreditLevel).Sign);
    }
}
