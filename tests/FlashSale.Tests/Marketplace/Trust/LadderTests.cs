namespace FlashSale.Tests.Trust;

// TRU-5, TRU-6: the ladders, rung by rung.
public sealed class LadderTests
{
    private static readonly TrustPolicy Policy = new();

    // A seller whose store has no points yet, but for what the earlier strikes gave it.
    [Theory]
    [InlineData(1, 0, 0, StoreMeasure.None, 0)]
    [InlineData(2, 0, 2, StoreMeasure.None, 0)]
    [InlineData(3, 2, 24, StoreMeasure.Suspended, 21)]
    [InlineData(4, 26, 24, StoreMeasure.Closed, 0)]
    [InlineData(9, 0, 24, StoreMeasure.Closed, 0)]
    [InlineData(3, 24, 24, StoreMeasure.Closed, 0)] // 48 points
    public void A_counterfeit_brings_a_warning_then_points_then_a_suspension_then_the_end( // TRU-5
        int strike, int before, int points, StoreMeasure measure, int days)
    {
        var penalty = CounterfeitLadder.Of(strike, before, Policy);

        Assert.Equal((points, measure), (penalty.Points, penalty.Measure));
        Assert.Equal(TimeSpan.FromDays(days), measure == StoreMeasure.Suspended ? penalty.For : default);
    }

    [Fact]
    public void Without_education_the_first_counterfeit_is_punished() => Assert.Equal(
        2, CounterfeitLadder.Of(1, 0, Policy with { WarningsFirst = 0 }).Points);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Three_accepted_complaints_of_rights_holders_close_a_store(int cases, bool isClosed) =>
        Assert.Equal(isClosed, CounterfeitLadder.ClosesForRights(cases, Policy));

    [Theory]
    [InlineData(0, StoreMeasure.Hidden, 7, 10_000)]
    [InlineData(12, StoreMeasure.Hidden, 14, 20_000)]
    [InlineData(24, StoreMeasure.Suspended, 21, 30_000)]
    [InlineData(36, StoreMeasure.Closed, 0, 30_000)]
    public void At_12_24_36_and_48_points_a_store_is_hidden_twice_suspended_and_closed( // TRU-6
        int before, StoreMeasure measure, int days, int fineYuan)
    {
        var brand = ViolationLadder.Of(before, MarketKind.Brand, Policy);
        var consumer = ViolationLadder.Of(before, MarketKind.Consumer, Policy);

        Assert.Equal((12, measure), (brand.Points, brand.Measure));
        Assert.Equal(TimeSpan.FromDays(days), measure == StoreMeasure.Closed ? default : brand.For);
        Assert.Equal(Money.FromYuan(fineYuan), brand.Fine);
        Assert.Equal(Money.Zero, consumer.Fine);
        Assert.Equal(brand with { Fine = Money.Zero }, consumer);
    }

    [Fact]
    public void Points_that_reach_no_new_rung_bring_nothing_else()
    {
        var penalty = ViolationLadder.Of(13, MarketKind.Brand, Policy with { ViolationPoints = 6 });

        Assert.Equal(new Penalty(6), penalty);
    }
}
