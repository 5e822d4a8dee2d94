using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Where the classifier accepts and refuses by itself is reckoned (rule LST-2; MODELS M2).</summary>
public sealed class ScreeningThresholdTests
{
    private static readonly ScreeningHabits Usual = new();

    private static ScreeningHabits With(ThresholdHabits asked) => Usual with { Thresholds = asked };

    [Theory]
    [InlineData(0.99)]
    [InlineData(0.999)]
    [InlineData(0.95)]
    [Trait("simulator", "LST-2")]
    public void Reviewers_are_left_the_share_that_the_machine_does_not_settle(double machineShare)
    {
        var habits = With(new ThresholdHabits { MachineShare = machineShare });
        var thresholds = ScreeningThresholds.Of(habits);

        Assert.Equal(1 - machineShare, ScreeningThresholds.ReviewedShare(habits, thresholds), 6);
        Assert.True(thresholds.AcceptBelow < thresholds.RefuseFrom);
    }

    // By tables of the normal distribution: 3 in 10,000 lie above 3.432, and 1.03 % above 2.315.
    [Fact]
    public void Of_sound_listings_alone_the_thresholds_are_quantiles_of_the_normal_distribution()
    {
        var thresholds = ScreeningThresholds.Of(With(new ThresholdHabits { ExpectedBad = 0 }));

        Assert.Equal(3.432, thresholds.RefuseFrom, 3);
        Assert.Equal(2.315, thresholds.AcceptBelow, 3);
    }

    [Fact]
    public void What_is_given_is_not_reckoned()
    {
        var both = ScreeningThresholds.Of(With(new ThresholdHabits { AcceptBelow = 1, RefuseFrom = 2 }));
        var one = ScreeningThresholds.Of(With(new ThresholdHabits { RefuseFrom = 3 }));

        Assert.Equal(new ScreeningThresholds(1, 2), both);
        Assert.Equal(3, one.RefuseFrom);
        Assert.Equal(0.01, ScreeningThresholds.ReviewedShare(With(Usual.Thresholds), one), 6);
    }

    // Bad listings of known brands look worse; who gives up when warned asks no reviewer.
    [Fact]
    public void More_known_brands_bring_more_to_reviewers_and_warnings_fewer()
    {
        var thresholds = ScreeningThresholds.Of(Usual);
        double ShareOf(double known, double giveUp) => ScreeningThresholds.ReviewedShare(
            Usual with
            {
                Brands = new KnownBrandHabits { Known = known },
                Sellers = new ScreenedSellerHabits { CheatsGiveUp = giveUp },
            }, thresholds);

        Assert.True(ShareOf(0.6, 0.15) > ShareOf(0.3, 0.15));
        Assert.True(ShareOf(0.3, 0.9) < ShareOf(0.3, 0.15));
    }

    [Fact]
    public void The_thresholds_that_a_market_usually_has_leave_reviewers_one_in_a_hundred()
    {
        var (reckoned, usual) = (ScreeningThresholds.Of(Usual), new ScreeningPolicy());

        Assert.Equal(RoundedMilli(reckoned.AcceptBelow), usual.AcceptBelowMilli);
        Assert.Equal(RoundedMilli(reckoned.RefuseFrom), usual.RefuseFromMilli);
        Assert.Equal(usual.RefuseFromMilli, usual.RestrictedFromMilli);
    }

    // 2,000 people with 200 reviews a day need 20 days for one in a hundred of 800 million listings.
    [Fact]
    public void A_season_has_as_many_reviewers_as_its_listings_deserve()
    {
        var season = new SeasonTerms { Stores = 160_000_000, ListingsPerStore = 5 };

        Assert.Equal(400_000, Usual.Reviewers.PerDayOf(season), 3);
        Assert.Equal(400_000, Usual.PolicyOf(season).ReviewsPerDay);
        Assert.Equal(8, Usual.PolicyOf(new SeasonTerms()).ReviewsPerDay); // 7.5, and never more than that
    }

    private static int RoundedMilli(double score) => 10 * (int)Math.Round(score * 100);
}
