using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R5 of the reference values: the pairs of Law's inventory example at 90 %.
public sealed class RatioTests
{
    private const double Confidence = 0.90;
    private static readonly double[] First = [118.21, 120.22, 122.45, 122.68, 119.40];
    private static readonly double[] Second = [126.97, 124.31, 126.68, 122.66, 127.23];

    [Fact]
    public void A_relative_change_is_the_mean_logarithm_over_seeds()
    {
        var change = RelativeChange.Of(First, Second)!;

        Assert.Equal(0.04128, change.Change, 5);
        AssertLimits(0.01342, 0.06990, change.Limits(Confidence));
    }

    [Fact]
    public void There_is_no_relative_change_of_what_may_be_0() =>
        Assert.Null(RelativeChange.Of([0, 1], [1, 1]));

    [Fact]
    public void The_jackknife_gives_the_ratio_of_means()
    {
        var ratio = RatioOfMeans.Jackknife(Second, First)!;

        Assert.Equal(1.04120, ratio.Mean, 5);
        AssertLimits(1.01302, 1.06937, ratio.Limits(Confidence));
        Assert.Null(RatioOfMeans.Jackknife(Second, [1, -1, 1, -1, 0]));
    }

    [Fact]
    public void Fieller_gives_the_limits_of_the_ratio() =>
        AssertLimits(1.01349, 1.06983, RatioOfMeans.Fieller(Second, First, Confidence));

    [Fact]
    public void A_denominator_that_may_be_0_gives_no_interval() =>
        Assert.Null(RatioOfMeans.Fieller(Second, [3, -2, 1, -1, 2], Confidence));

    [Fact]
    public void A_share_whose_interval_leaves_0_to_1_is_judged_on_the_logit_scale()
    {
        var rare = Estimate.Of([0.001, 0, 0.02, 0.004, 0]);
        var plain = rare.Limits(0.95)!;
        var shares = ShareLimits.Of(rare, 0.95)!;

        Assert.True(plain.Low < 0);
        Assert.True(shares.IsLogit);
        Assert.True(shares.Limits.Low > 0 && shares.Limits.High > plain.High);
        Assert.Equal( // ln(p/(1 − p)) of both ends lie as far from that of the mean
            Odds(rare.Mean) - Odds(shares.Limits.Low), Odds(shares.Limits.High) - Odds(rare.Mean), 9);
        Assert.Equal(
            (plain.High - rare.Mean) / (rare.Mean * (1 - rare.Mean)),
            Odds(shares.Limits.High) - Odds(rare.Mean), 9);
    }

    [Fact]
    public void A_share_in_the_middle_keeps_its_plain_interval()
    {
        var half = Estimate.Of([0.4, 0.5, 0.6, 0.5]);

        Assert.Equal(new ShareLimits(half.Limits(0.95)!, false), ShareLimits.Of(half, 0.95));
        Assert.Equal(new Interval(0, 0), ShareLimits.Of(Estimate.Of([0, 0, 0]), 0.95)!.Limits);
        Assert.Null(ShareLimits.Of(Estimate.Of([0.5]), 0.95));
    }

    private static double Odds(double share) => ExactMath.Ln(share / (1 - share));

    private static void AssertLimits(double low, double high, Interval? limits)
    {
        Assert.NotNull(limits);
        Assert.Equal((low, high), (Math.Round(limits.Low, 5), Math.Round(limits.High, 5)));
    }
}
