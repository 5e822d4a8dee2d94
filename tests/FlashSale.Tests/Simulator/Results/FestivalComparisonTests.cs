using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class FestivalComparisonTests
{
    private static readonly PublishedYear Year = Published.Year(2016)!;
    private static readonly RunSummary Sample = SampleFestival.Result.Summary;

    [Fact]
    public void A_run_that_is_the_published_festival_meets_every_bar()
    {
        var comparison = FestivalComparison.Of(Exact(), Year);

        Assert.True(comparison.Passed);
        Assert.Equal((0, 0, 0), (comparison.ShareErrorMeanPoints, comparison.ShareErrorMaxPoints,
            comparison.EarlyLogErrorMean));
        Assert.DoesNotContain(comparison.Measures, measure => measure.Verdict == BarVerdict.NotPublished);
        Assert.DoesNotContain(comparison.Points, point => point.Seconds == 86_400);
    }

    [Fact]
    public void A_clock_that_is_seven_points_off_once_misses_the_largest_error()
    {
        var run = Exact();
        var comparison = FestivalComparison.Of(run with { GmvClock = Shifted(run, at: 43_200, by: 0.07) },
            Year);

        Assert.False(comparison.Passed);
        Assert.Equal(BarVerdict.Missed, VerdictOf(comparison, "GMV clock, largest error"));
        Assert.Equal(BarVerdict.Met, VerdictOf(comparison, "GMV clock, mean error"));
    }

    [Fact]
    public void Early_errors_are_judged_by_their_logarithm()
    {
        var run = Exact();
        var comparison = FestivalComparison.Of(run with { GmvClock = Shifted(run, at: 52, by: 0.0083 * 3) },
            Year);

        Assert.Equal(Math.Round(Math.Log(4) / 2, 3), comparison.EarlyLogErrorMean);
        Assert.Equal(BarVerdict.Missed, VerdictOf(comparison, "GMV clock to 900 s, mean |ln ratio|"));
    }

    [Theory]
    [InlineData(192_000, BarVerdict.Met)]
    [InlineData(193_000, BarVerdict.Missed)]
    public void The_order_peak_may_be_ten_percent_off(long peak, BarVerdict verdict) => Assert.Equal(
        verdict, VerdictOf(FestivalComparison.Of(Exact() with { PeakOrdersPerSecond = peak }, Year),
            "Peak orders"));

    [Fact]
    public void Until_2016_payments_must_show_a_plateau_and_later_not()
    {
        var run = Exact() with { PaymentPlateau = null };

        Assert.Equal(BarVerdict.Missed, VerdictOf(FestivalComparison.Of(run, Year), "Payment plateau"));
        Assert.Equal(
            BarVerdict.NoBar,
            VerdictOf(FestivalComparison.Of(run, Published.Year(2018)!), "Payment plateau"));
    }

    [Theory]
    [InlineData(4.3, BarVerdict.Met)]
    [InlineData(4.5, BarVerdict.Missed)]
    [InlineData(null, BarVerdict.NotReached)]
    public void The_first_hundred_million_parcels_may_be_a_quarter_off(double? days, BarVerdict verdict) =>
        Assert.Equal(
        verdict,
        VerdictOf(FestivalComparison.Of(Exact() with { First100MillionParcelsDays = days }, Year),
            "First 100 million parcels"));

    [Fact]
    public void A_run_that_was_stopped_is_compared_as_far_as_it_came()
    {
        var run = Exact();
        var comparison = FestivalComparison.Of(
            run with { GmvClock = [.. run.GmvClock.Where(point => point.Seconds < 3_600)] }, Year);

        Assert.Null(comparison.Points[^1].SimulatedShare);
        Assert.Equal(0, comparison.ShareErrorMaxPoints);
    }

    [Fact]
    public void A_year_without_a_clock_has_no_verdict_on_it() => Assert.Equal(
        BarVerdict.NotPublished,
        VerdictOf(FestivalComparison.Of(Exact(), Published.Year(2017)!), "GMV clock, mean error"));

    private static RunSummary Exact() => Sample with
    {
        GmvYuan = Year.GmvYuan!.Value,
        PeakOrdersPerSecond = 175_000,
        PeakPaymentsPerSecond = 120_000,
        PaymentPlateau = new PaymentPlateau(60, 6, 120_000, 10),
        First100MillionParcelsDays = 3.5,
        GmvClock = [.. Year.Clock.Select(point => new GmvClockPoint(point.Seconds, point.Yuan, point.Share))],
    };

    private static GmvClockPoint[] Shifted(RunSummary run, int at, double by) =>
    [
        .. run.GmvClock.Select(point =>
            point.Seconds == at ? point with { Share = point.Share + by } : point),
    ];

    private static BarVerdict VerdictOf(FestivalComparison comparison, string measure) =>
        comparison.Measures.Single(m => m.Name == measure).Verdict;
}
