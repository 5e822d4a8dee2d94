using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Dashboard;

// Latencies are counted to a thousandth of their value, and counts of several add up exactly.
public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(LatencyHistogram.PrecisionUsual, 0.001)]
    [InlineData(SecondTally.Precision, 0.063)]
    public void A_quantile_is_at_most_so_much_above_the_true_one(int precision, double errorMax)
    {
        var histogram = new LatencyHistogram(precision);
        var draws = Draws.For(1, 1, 1);
        var all = Enumerable.Range(0, 20_000)
            .Select(_ => TimeSpan.FromMicroseconds(Math.Floor(Math.Exp(draws.Unit() * 20)))).ToList();
        all.ForEach(one => histogram.Record(one));
        all.Sort();

        foreach (var share in new[] { 0, 0.001, 0.5, 0.9, 0.99, 0.999, 1 })
        {
            var exact = all[Math.Max(0, (int)Math.Ceiling(share * all.Count) - 1)];
            var shown = histogram.Quantile(share)!.Value;
            Assert.InRange(shown / exact, 1, 1 + errorMax);
        }

        Assert.Equal(all[^1], histogram.Max);
        Assert.InRange(histogram.Mean / all.Average(one => one.TotalSeconds), TimeSpan.FromSeconds(0.99),
            TimeSpan.FromSeconds(1.01));
    }

    [Fact]
    public void Histograms_of_several_processes_add_up_to_the_one_that_saw_everything()
    {
        var (one, other, all) = (new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram());
        var draws = Draws.For(1, 2, 1);
        for (var at = 0; at < 10_000; at++)
        {
            var latency = TimeSpan.FromMicroseconds(draws.Below(5_000_000));
            (at % 3 == 0 ? one : other).Record(latency);
            all.Record(latency);
        }

        one.Add(other);

        Assert.Equal(all.Buckets, one.Buckets);
        Assert.Equal(all.Max, one.Max);
        Assert.Equal(all.Quantile(0.999), one.Quantile(0.999));
    }

    [Fact]
    public void What_is_longer_than_an_hour_counts_as_an_hour_and_nothing_as_nothing()
    {
        var histogram = new LatencyHistogram();
        Assert.Null(histogram.Quantile(0.5));

        histogram.Record(TimeSpan.FromDays(1));
        histogram.Record(TimeSpan.FromSeconds(-1));

        Assert.Equal(LatencyHistogram.Longest, histogram.Quantile(1));
        Assert.Equal(TimeSpan.Zero, histogram.Quantile(0));
    }

    [Fact]
    public void Histograms_of_another_precision_or_shape_are_not_added()
    {
        var histogram = new LatencyHistogram();

        Assert.Throws<ArgumentException>(() => histogram.Add(new LatencyHistogram(4)));
        Assert.Throws<ArgumentException>(() => histogram.Add(10, [(1 << 20, 1)], TimeSpan.Zero));
    }

    [Fact]
    public void What_passed_since_a_copy_is_what_came_after_it()
    {
        var (all, after) = (new LatencyHistogram(4), new LatencyHistogram(4));
        all.Record(TimeSpan.FromSeconds(3), times: 5);
        var before = all.Copy();
        Assert.Equal(0, all.Since(before).Count);
        Assert.Null(all.Since(before).Quantile(0.5));

        for (var ms = 1; ms <= 100; ms++)
        {
            all.Record(TimeSpan.FromMilliseconds(ms));
            after.Record(TimeSpan.FromMilliseconds(ms));
        }

        Assert.Equal(after.Buckets, all.Since(before).Buckets);
        Assert.Equal(5, before.Count);
    }
}
