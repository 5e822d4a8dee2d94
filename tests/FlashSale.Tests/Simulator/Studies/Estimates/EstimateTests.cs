using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// Law, Simulation Modeling and Analysis, chapter 10, inventory example, recomputed.
public sealed class EstimateTests
{
    private static readonly double[] First = [118.21, 120.22, 122.45, 122.68, 119.40];
    private static readonly double[] Second = [126.97, 124.31, 126.68, 122.66, 127.23];

    [Fact]
    public void Pairs_give_the_interval_of_their_differences()
    {
        var difference = Estimate.OfPairs(First, Second);

        Assert.Equal((4.978, 12.19137), (
            Math.Round(difference.Mean, 3), Math.Round(difference.Deviation * difference.Deviation, 5)));
        AssertInterval(1.649, 8.307, difference, 0.90);
        AssertInterval(0.643, 9.313, difference, 0.95);
    }

    [Fact]
    public void Pairs_say_what_common_seeds_were_worth()
    {
        var pairs = PairedDifference.Of(First, Second);

        Assert.Equal(-0.5709, pairs.Correlation!.Value, 4);
        Assert.Equal(0.6367, pairs.Worth!.Value, 4);
        Assert.Equal(Estimate.OfPairs(First, Second), pairs.Difference);
        Assert.Throws<ArgumentException>(() => PairedDifference.Of(First, [1]));
    }

    [Fact]
    public void Where_nothing_varies_pairing_has_no_worth()
    {
        var pairs = PairedDifference.Of([1, 1, 1], [3, 3, 3]);

        Assert.Equal((2, null, null), (pairs.Difference.Mean, pairs.Correlation, pairs.Worth));
    }

    [Fact]
    public void Two_samples_without_pairs_give_the_interval_of_Welch()
    {
        var difference = Estimate.OfApart(Estimate.Of(First), Estimate.Of(Second));

        Assert.Equal(7.992, difference.Freedom, 3);
        AssertInterval(2.661, 7.295, difference, 0.90);
    }

    [Fact]
    public void One_run_has_no_interval()
    {
        var one = Estimate.Of([5]);

        Assert.Null(one.HalfWidth(0.95));
        Assert.Null(one.Limits(0.95));
        Assert.Null(one.UpperLimit(0.95));
        Assert.Equal(1, one.PValue);
    }

    [Fact]
    public void An_interval_excludes_0_where_the_p_value_is_below_alpha()
    {
        var difference = Estimate.OfPairs(First, Second);
        var touching = 1 - difference.PValue;

        Assert.Equal(0, difference.Limits(touching)!.Low, 9);
        Assert.Equal(0, difference.LowerLimit(1 - (difference.PValue / 2))!.Value, 9);
        Assert.Equal(2 * difference.Mean, difference.UpperLimit(1 - (difference.PValue / 2))!.Value, 9);
    }

    [Fact]
    public void A_sum_keeps_what_large_terms_would_swallow()
    {
        Assert.Equal(2, ExactSum.Of([1, 1e100, 1, -1e100]));
        Assert.Equal(1, ExactSum.Of([.. Enumerable.Repeat(0.1, 10)]));
        Assert.Equal(0, ExactSum.Mean([]));
        double[] values = [0.1, 1e16, 0.3, -1e16, 0.7];
        Assert.Equal(
            Enumerable.Range(1, 5).Select(count => ExactSum.Mean([.. values.Take(count)])),
            ExactSum.Means(values));
    }

    private static void AssertInterval(double low, double high, Estimate estimate, double confidence)
    {
        var half = estimate.HalfWidth(confidence)!.Value;
        Assert.Equal((low, high), (Math.Round(estimate.Mean - half, 3), Math.Round(estimate.Mean + half, 3)));
    }
}
