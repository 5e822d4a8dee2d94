using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class TimelineCsvTests
{
    private static readonly DateOnly Day = new(2016, 11, 11);

    [Fact]
    public void The_same_run_gives_the_same_bytes() =>
        Assert.Equal(Text(SampleFestival.Result), Text(SampleFestival.Poured()));

    [Fact]
    public void A_timeline_is_read_back_as_it_was_written()
    {
        var result = SampleFestival.Result;
        using var reader = new StringReader(Text(result));

        Assert.Equal(result.Timeline.Select(ValuesOf), TimelineCsv.Read(reader, Day).Select(ValuesOf));
    }

    [Theory]
    [InlineData("-0.05", -5)]
    [InlineData("-12.30", -1_230)]
    [InlineData("357000000000.01", 35_700_000_000_001)]
    public void An_amount_is_read_to_the_fen_with_its_sign(string written, long fen)
    {
        using var reader = new StringReader($"{TimelineCsv.Header}\n-60,11-10 23:59:00,60,"
            + $"0,0,0,0,0,0,0,0,{written},0.00,0,0,0,0,0,0,0,0,0,0.00,0.00,0\n");

        Assert.Equal(fen, Assert.Single(TimelineCsv.Read(reader, Day))[Measures.PaidAmount]);
    }

    [Fact]
    public void Values_are_at_full_scale_and_add_up_to_the_summary()
    {
        var result = SampleFestival.Result;

        Assert.Equal(result.Summary.OrdersPlaced, result.Timeline.Sum(row => row[Measures.Placed]));
        Assert.Equal(result.Summary.GmvYuan, result.Timeline[^1].Yuan(Measures.Gmv));
        Assert.Equal(result.Summary.RefundedYuan, result.Timeline.Sum(row => row.Yuan(Measures.Refunded)));
    }

    [Fact]
    public void Columns_come_in_the_order_that_files_of_all_versions_have() => Assert.Equal(
        "seconds,clock,length_s,visited,carted,checkouts_tried,refused,retried,abandoned,orders_placed,"
        + "orders_paid,paid_yuan,gmv_yuan,queued_payments,orders_closed,shipped,delivered,delivered_of_day,"
        + "confirmed,confirmed_by_itself,rated,refunds,refunded_yuan,escrow_yuan,listings_sold_out",
        TimelineCsv.Header);

    [Theory]
    [InlineData("seconds,clock", "", "first line")]
    [InlineData(null, "0,11-11 00:00:00,1,x", "Line 2")]
    [InlineData(null, "0", "Line 2")]
    [InlineData(null, "0,11-11 00:00:00,1,0,0,0,0,0,0,0,0,0.5,0.00,0,0,0,0,0,0,0,0,0,0.00,0.00,0",
        "«0.5» is no amount")]
    [InlineData(null, "0,11-11 00:00:00,1,0,0,0,0,0,0,0,0,0.-5,0.00,0,0,0,0,0,0,0,0,0,0.00,0.00,0", "Line 2")]
    public void A_text_that_is_no_timeline_is_refused_with_its_line(string? header, string row, string words)
    {
        using var reader = new StringReader($"{header ?? TimelineCsv.Header}\n{row}\n");

        var refusal = Assert.Throws<InvalidDataException>(() => TimelineCsv.Read(reader, Day));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-11-11", 26, "00:00:26", "11-11 00:00:26")]
    [InlineData("2016-11-11", 86_399, "23:59:59", "11-11 23:59:59")]
    [InlineData("2016-11-11", 2 * 86_400 + 27_000, "+2d 07:30:00", "11-13 07:30:00")]
    [InlineData("2016-11-11", -60, "-1d 23:59:00", "11-10 23:59:00")]
    [InlineData("2008-01-25", 26, "00:00:26", "01-25 00:00:26")] // A10
    [InlineData("2008-02-28", 2 * 86_400, "+2d 00:00:00", "03-01 00:00:00")]
    public void Moments_are_written_as_the_festivals_clock(
        string day, long seconds, string clock, string date) => Assert.Equal(
        (clock, date),
        (FestivalClock.Text(seconds),
            FestivalClock.Date(DateOnly.Parse(day, CultureInfo.InvariantCulture), seconds)));

    [Fact]
    public void A_timeline_of_another_day_is_refused()
    {
        using var reader = new StringReader(Text(SampleFestival.Result));

        var refusal = Assert.Throws<InvalidDataException>(() =>
            TimelineCsv.Read(reader, new DateOnly(2008, 1, 25)));
        Assert.Contains("its clock is not that of its second", refusal.Message, StringComparison.Ordinal);
    }

    private static string ValuesOf(TimelineRow row) => string.Join(
        ' ', Measures.All.Select(measure => row[measure]).Prepend(row.LengthSeconds).Prepend(row.Seconds));

    private static string Text(RunResult result)
    {
        using var writer = new StringWriter();
        TimelineCsv.Write(writer, result.Timeline, Day);
        return writer.ToString();
    }
}
