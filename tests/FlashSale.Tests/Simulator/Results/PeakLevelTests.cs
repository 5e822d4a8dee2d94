using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>The level under the peak of a sample is found again, as often as the error promises.</summary>
public sealed class PeakLevelTests
{
    private const int Trials = 400;

    // Poisson: as many as arrive within a second at exponential distances.
    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(500)]
    public void Of_poisson_seconds_the_level_is_within_the_error_in_about_19_of_20_trials(double level)
    {
        var (within, sum, peaks) = (0, 0.0, 0.0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var draws = Draws.For(1, trial, 0);
            var seconds = new int[600];
            for (var second = 0; second < 60; second++)
            {
                seconds[second] = Poisson(level, ref draws);
            }

            var found = PeakLevel.Of(seconds, new SampleScale(0.001))!;
            within += Math.Abs(found.PerSecond - level * 1_000) <= found.Within ? 1 : 0;
            sum += found.PerSecond / 1_000;
            peaks += seconds.Max();
        }

        Assert.InRange(within, Trials * 0.93, Trials);
        Assert.InRange(sum / Trials / level, 0.85, 1.15);
        Assert.True(Math.Abs((sum / Trials) - level) < (peaks / Trials - level) / 2, "the bias is most gone");
    }

    [Fact]
    public void Of_seconds_that_a_gateway_paces_the_level_is_the_peak()
    {
        var seconds = Enumerable.Range(0, 200)
            .Select(second => second < 100 ? 490 + second % 3 : 200).ToArray();

        var found = PeakLevel.Of(seconds, new SampleScale(0.001))!;

        Assert.InRange(found.PerSecond, 489_500, 492_000);
        Assert.InRange(found.Within, 1, 2_500);
    }

    [Fact]
    public void Of_nothing_there_is_no_level() => Assert.Null(
        PeakLevel.Of(new int[100], new SampleScale(1)));

    private static int Poisson(double level, ref Draws draws)
    {
        var count = 0;
        for (var left = level; ; count++)
        {
            left += ExactMath.Ln(draws.Unit());
            if (left < 0)
            {
                return count;
            }
        }
    }
}
