using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// What the pages show follows from what the host has told: percentiles, rates, peaks, history, alerts.
public sealed class FiguresTests
{
    private static readonly DateTimeOffset Midnight = new(2018, 11, 10, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_busiest_second_is_the_peak_however_seldom_the_host_tells()
    {
        var figures = new MarketFigures();
        var second = Midnight.ToUnixTimeSeconds();
        figures.See(Reading(Midnight));
        figures.See(Reading(Midnight.AddSeconds(10),
            new(second, 5, 1), new(second + 3, 40, 2), new(second + 9, 7, 30)));

        Assert.Equal((40, second + 3), figures.PeakOrders);
        Assert.Equal((30, second + 9), figures.PeakPayments);
        Assert.Equal(5.2, figures.OrdersPerSecond);
        var rows = figures.Seconds.Resolutions[0];
        Assert.Equal(10, rows.Count);
        Assert.Equal(
            [5, 0, 0, 40, 0, 0, 0, 0, 0, 7], Enumerable.Range(0, 10).Select(row => rows.Value(row, 0)));
        Assert.Equal(5.2, figures.Seconds.Resolutions[1].Value(0, 0));
    }

    [Fact]
    public void A_history_forgets_the_oldest_rows_and_keeps_coarser_ones_longer()
    {
        var history = new SeriesHistory(1, 60, 1, 60);
        for (var second = 0; second < 3_600; second++)
        {
            history.Add(second, [second]);
        }

        Assert.Equal([60, 60], history.Resolutions.Select(one => one.Count));
        Assert.Equal(3_540, history.Resolutions[0].At(0));
        Assert.Equal(0, history.Resolutions[1].At(0));
        Assert.Equal(29.5, history.Resolutions[1].Value(0, 0));
    }

    [Fact]
    public void A_festival_of_days_ago_is_still_seen_by_the_hour()
    {
        var figures = new MarketFigures();
        var second = Midnight.ToUnixTimeSeconds();
        figures.See(Reading(Midnight));
        figures.See(Reading(Midnight.AddHours(1), new MarketSecond(second, 7_200, 3_600)));
        for (var day = 1; day <= 3; day++)
        {
            figures.See(Reading(Midnight.AddDays(day)));
        }

        var (minutes, hours) = (figures.Minutes.Resolutions[0], figures.Hours.Resolutions[0]);
        Assert.True(minutes.At(0) > second);
        Assert.Equal((second, 2.0, 1.0), (hours.At(0), hours.Value(0, 0), hours.Value(0, 1)));
        Assert.Equal(72, hours.Count);
        Assert.Equal([1, 10, 60, 3_600], figures.Resolutions.Select(one => one.Step));
    }

    [Fact]
    public void An_alert_is_raised_when_a_rule_holds_long_enough_and_ends_with_it()
    {
        var board = new AlertBoard([new AlertRule(AlertSubject.Queue, 10, 5, false)]);
        board.See(AlertSubject.Queue, "a", 11, Midnight, second: 1);
        board.See(AlertSubject.Queue, "a", 12, Midnight, second: 5);
        Assert.Empty(board.Alerts);

        board.See(AlertSubject.Queue, "a", 99, Midnight, second: 6);
        board.See(AlertSubject.Queue, "b", 99, Midnight, second: 6);
        Assert.Equal(
            ("a", 99.0, false), (board.Alerts[0].About, board.Alerts[0].Value, board.Alerts[0].IsOver));

        board.See(AlertSubject.Queue, "a", 10, Midnight, second: 7);
        Assert.True(Assert.Single(board.Alerts).IsOver);
    }

    [Fact]
    public async Task A_slow_viewer_skips_to_the_newest_frame()
    {
        var broadcast = new Broadcast();
        var waiting = broadcast.After(0);
        broadcast.Publish(new Frame(1, new byte[1]));
        broadcast.Publish(new Frame(2, new byte[2]));

        Assert.Equal(1, (await waiting).Number);
        Assert.Equal(2, (await broadcast.After(1)).Number);
        Assert.False(broadcast.After(2).IsCompleted);
    }

    private static MarketReading Reading(DateTimeOffset now, params MarketSecond[] seconds) => new()
    {
        Now = now,
        Totals = new MarketTotals { Counted = new EventTotals() },
        Seconds = seconds,
    };
}
