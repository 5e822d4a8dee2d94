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
    [InlineData(192_000, 0, BarVerdict.Met)]
    [InlineData(193_000, 0, BarVerdict.Missed)]
    [InlineData(193_000, 1_000, BarVerdict.Chance)]
    [InlineData(210_000, 17_499, BarVerdict.Missed)]
    [InlineData(210_000, 17_500, BarVerdict.Chance)]
    [InlineData(150_000, 7_500, BarVerdict.Chance)]
    public void The_order_peak_may_be_ten_percent_off_and_what_chance_adds( // A12
        long peak, double within, BarVerdict verdict) => Assert.Equal(
        verdict, VerdictOf(
            FestivalComparison.Of(
                Exact() with
                {
                    PeakOrdersPerSecond = peak,
                    PeakOrdersLevel = new PeakLevel(peak, within),
                },
                Year),
            "Peak orders"));

    [Theory]
    [InlineData("festival.peakOrdersPerSecond", "175000", "Peak orders", BarVerdict.Held)]
    [InlineData("festival.peakOrdersPerSecond", "174000", "Peak orders", BarVerdict.Met)]
    [InlineData("festival.peakPaymentsPerSecond", "120000", "Peak payments", BarVerdict.Held)]
    [InlineData("festival.peakPaymentsPerSecond", "96000", "Peak payments", BarVerdict.NoBar)]
    [InlineData("festival.gmvYuan", "120700000000", "GMV of the day", BarVerdict.Held)]
    [InlineData("festival.gmvYuan", "100000000000", "GMV of the day", BarVerdict.NoBar)]
    public void What_the_scenario_was_given_is_held_and_no_success( // A12
        string name, string value, string measure, BarVerdict verdict) => Assert.Equal(
        verdict,
        VerdictOf(
            FestivalComparison.Of(Exact() with { Parameters = [new RunParameter(name, value)] }, Year),
            measure));

    [Fact]
    public void What_was_given_and_is_missed_all_the_same_is_missed() => Assert.Equal(
        BarVerdict.Missed,
        VerdictOf(
            FestivalComparison.Of(
                Exact() with
                {
                    Parameters = [new RunParameter("festival.peakOrdersPerSecond", "175000")],
                    PeakOrdersPerSecond = 90_000,
                    PeakOrdersLevel = null,
                },
                Year),
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
    public void A_run_that_was_stopped_in_the_day_is_not_judged_by_shares_of_the_day() // G2
    {
        var run = Exact() with { SimulatedDays = 0.2, Partial = true };
        var comparison = FestivalComparison.Of(
            run with { GmvClock = [.. run.GmvClock.Where(point => point.Seconds < 3_600)] }, Year);

        Assert.All(comparison.Points, point => Assert.Null(point.ErrorPoints));
        Assert.NotNull(comparison.Points[0].SimulatedYuan);
        Assert.Null(comparison.Points[^1].SimulatedYuan);
        Assert.Null(comparison.ShareErrorMaxPoints);
        Assert.Equal(BarVerdict.NotReached, VerdictOf(comparison, "GMV clock, mean error"));
        Assert.Equal(BarVerdict.NotReached, VerdictOf(comparison, "GMV of the day"));
        Assert.Equal(BarVerdict.Met, VerdictOf(comparison, "Peak orders"));
    }

    [Fact]
    public void A_year_without_a_clock_has_no_verdict_on_it() => Assert.Equal(
        BarVerdict.NotPublished,
        VerdictOf(FestivalComparison.Of(Exact(), Published.Year(2017)!), "GMV clock, mean error"));

    private static RunSummary Exact() => Sample with
    {
        GmvYuan = Year.GmvYuan!.Value,
        Parameters = [],
        PeakOrdersPerSecond = 175_000,
        PeakOrdersLevel = new PeakLevel(175_000, 0),
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
