using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Reputation;

// Rule REP-2
public sealed class CreditCapsTests
{
    [Theory]
    [InlineData(CreditRating.Good, 1)]
    [InlineData(CreditRating.Medium, 0)]
    [InlineData(CreditRating.Poor, -1)]
    public void Good_gives_a_point_medium_none_and_poor_takes_one(CreditRating verdict, int points) =>
        Assert.Equal(points, CreditCaps.PointsOf(verdict));

    [Fact]
    public void A_medium_verdict_is_neutral() =>
        Assert.Equal(CreditDecision.Neutral, Decide(CreditRating.Medium));

    [Fact]
    public void An_order_of_one_yuan_scores_nothing_and_one_fen_more_does()
    {
        Assert.Equal(CreditDecision.OrderTooSmall, Decide(paid: Money.FromYuan(1)));
        Assert.Equal(CreditDecision.Counts, Decide(paid: Money.FromFen(101)));
    }

    [Fact]
    public void The_same_listing_counts_once_in_14_days()
    {
        var tooSoon = Midnight.AddDays(-14).AddSeconds(1);

        Assert.Equal(CreditDecision.ListingCountedAlready, Decide(countedAt: tooSoon));
        Assert.Equal(CreditDecision.Counts, Decide(countedAt: Midnight.AddDays(-14)));
    }

    [Fact]
    public void A_pair_gives_six_points_a_month()
    {
        Assert.Equal(CreditDecision.Counts, Decide(pairPoints: 5));
        Assert.Equal(CreditDecision.PairCapReached, Decide(pairPoints: 6));
        Assert.Equal(CreditDecision.PairCapReached, Decide(CreditRating.Poor, pairPoints: 6));
    }

    [Fact]
    public void A_verdict_that_does_not_count_is_seen_and_moves_no_point()
    {
        var credit = default(Credit);
        credit.Add(CreditRating.Good, CreditDecision.Counts);
        credit.Add(CreditRating.Good, CreditDecision.PairCapReached);
        credit.Add(CreditRating.Poor, CreditDecision.Counts);
        credit.Add(CreditRating.Medium, CreditDecision.Neutral);

        Assert.Equal((0, 2, 1, 1), (credit.Points, credit.Good, credit.Medium, credit.Poor));
        Assert.Equal(5_000, credit.GoodBasisPoints);
    }

    private static CreditDecision Decide(
        CreditRating verdict = CreditRating.Good,
        Money? paid = null,
        int pairPoints = 0,
        DateTimeOffset? countedAt = null) =>
        CreditCaps.Decide(
            verdict, paid ?? Money.FromYuan(100), pairPoints, countedAt, Midnight, Rules.Reputation);
}
