using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R6 to R9 of the reference values: R's prop.test, Newcombe 1998, and closed forms.
public sealed class EventShareTests
{
    [Theory]
    [InlineData(3, 10, 0.1077913, 0.6032219, 7)]
    [InlineData(0, 10, 0, 0.2775328, 7)]
    [InlineData(10, 10, 0.7224672, 1, 7)]
    [InlineData(81, 263, 0.2553, 0.3662, 4)]
    [InlineData(15, 148, 0.0624, 0.1605, 4)]
    [InlineData(1, 29, 0.0061, 0.1718, 4)]
    public void Wilsons_interval_is_that_of_the_literature(
        int happened, int runs, double low, double high, int decimals)
    {
        var interval = new EventShare(happened, runs).Wilson(0.95);

        Assert.Equal(low, interval.Low, decimals);
        Assert.Equal(high, interval.High, decimals);
    }

    [Theory]
    [InlineData(5, 0.45072)]
    [InlineData(10, 0.258866)]
    [InlineData(20, 0.139108)]
    [InlineData(50, 0.058155)]
    [InlineData(100, 0.029513)]
    public void What_never_happened_is_bounded_all_the_same(int runs, double atMost)
    {
        Assert.Equal(atMost, new EventShare(0, runs).AtMost(0.95), 6);
        Assert.Equal(1 - atMost, new EventShare(runs, runs).AtLeast(0.95), 6);
        Assert.Equal(0, new EventShare(0, runs).AtLeast(0.95));
        Assert.Equal(1, new EventShare(runs, runs).AtMost(0.95));
    }

    [Fact]
    public void Both_ends_share_the_doubt_of_a_two_sided_interval() =>
        Assert.Equal(0.308497, new EventShare(0, 10).AtMost(0.975), 6);

    [Fact]
    public void The_exact_limits_have_the_probability_that_they_claim()
    {
        var share = new EventShare(3, 10);

        Assert.Equal(0.05, BinomialDistribution.AtMost(3, 10, share.AtMost(0.95)), 12);
        Assert.Equal(0.05, BinomialDistribution.AtLeast(3, 10, share.AtLeast(0.95)), 12);
    }

    [Theory]
    [InlineData(1, 9, 22.0 / 1024)]
    [InlineData(9, 1, 22.0 / 1024)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 0, 1)]
    public void Events_on_pairs_of_seeds_are_tested_on_those_that_differ(
        int onlyFirst, int onlySecond, double expected) =>
        Assert.Equal(expected, EventShare.PairedPValue(onlyFirst, onlySecond), 12);

    [Theory]
    [InlineData(6, 1, 6, 0.96875)]
    [InlineData(10, 2, 9, 0.978516)]
    [InlineData(20, 6, 15, 0.958611)]
    public void The_median_lies_between_two_of_the_runs(int runs, int low, int high, double confidence)
    {
        var ranks = OrderStatistics.RanksOf(0.5, runs, 0.95)!;

        Assert.Equal((low, high), (ranks.Low, ranks.High));
        Assert.Equal(confidence, ranks.Confidence, 6);
    }

    [Fact]
    public void Five_runs_cannot_say_where_the_median_is() =>
        Assert.Null(OrderStatistics.RanksOf(0.5, 5, 0.95));

    [Fact]
    public void One_festival_in_twenty_takes_many_runs()
    {
        Assert.Null(OrderStatistics.RanksOf(0.95, 59, 0.95));
        var ranks = OrderStatistics.RanksOf(0.95, 100, 0.95)!;
        Assert.Equal((90, 100), (ranks.Low, ranks.High));
    }

    [Theory]
    [InlineData(0.95, 0.95, 59)]
    [InlineData(0.90, 0.95, 29)]
    [InlineData(0.99, 0.95, 299)]
    [InlineData(0.90, 0.90, 22)]
    public void The_largest_run_bounds_a_share_of_all_from_so_many_runs_on(
        double share, double confidence, int runs) =>
        Assert.Equal(runs, OrderStatistics.RunsToBound(share, confidence));

    [Fact]
    public void A_quantile_of_values_lies_on_the_line_between_two()
    {
        Assert.Equal(2.5, OrderStatistics.Quantile([1, 2, 3, 4], 0.5));
        Assert.Equal((1, 4), (
            OrderStatistics.Quantile([1, 2, 3, 4], 0), OrderStatistics.Quantile([1, 2, 3, 4], 1)));
    }
}
