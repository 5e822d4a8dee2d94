using FlashSale.Driver;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Driver;

// A table of rates is read as it was meant, or refused with its line and what is allowed.
public sealed class CurveCsvTests
{
    [Fact]
    public void Rates_are_steps_until_the_next_row() =>
        Assert.Equal([10, 10, 20.5, 0], Curve("# mine\nsecond,rate\n0,10\n2,20.5\n3,0\n").PerSecond);

    [Fact]
    public void A_recorded_trace_keeps_its_orders()
    {
        var curve = Curve("datetime_hour,orders\n2020-02-01 00:00:00,36\n2020-02-01 01:00:00,72\n");

        Assert.Equal(7_200, curve.Seconds);
        Assert.Equal(108, curve.Total);
        Assert.Equal(108, curve.Faster(3_600).Total);
    }

    [Theory]
    [InlineData("hour,orders\n0,\"1,234\"\n1,\"2,500\"\n2,\"987\"\n", 4_721)]
    [InlineData("second,rate\n0,\"1,500\"\n10,\"2,000\"\n", 35_000)]
    [InlineData("second,rate\r\n0,\"1,000.5\"\r\n2,0\r\n", 2_001)]
    [InlineData("hour,orders\n0,12.0\n1,1e2x\n", null)]
    [InlineData("hour,orders\n0,2.5\n", null)]
    [InlineData("hour,orders\n0,1.234\n", null)] // a thousand and more, or one and a fraction?
    [InlineData("second,rate\n0,\"1,5\"\n", null)]
    [InlineData("second,rate\n0,\"1.234,5\"\n", null)]
    [InlineData("second,rate\n0,1 500\n", null)]
    public void Thousands_and_decimals_are_what_they_are_in_English_or_refused(string text, int? orders)
    {
        var read = CurveCsv.Read(text, "mine.csv");

        Assert.Equal(orders, (int?)read.Value?.Curve.Total);
        Assert.Equal(orders is null, read.Problems.Count == 1);
    }

    [Theory]
    [InlineData("date,store,orders\n2019-11-10,17,900\n2019-11-11,17,2500\n", null, 3_400)]
    [InlineData("date,product_id,demand\n2025-01-01,1001,20\n2025-01-02,1001,22\n", "Demand", 42)]
    [InlineData("Date,Orders (2011)\n2011-11-10,3\n", null, 3)]
    [InlineData("hour,count\n0,5\n", null, 5)]
    public void The_column_of_orders_is_found_by_its_name(string text, string? column, int orders) =>
        Assert.Equal(orders, CurveCsv.Read(text, "mine.csv", column).Value!.Curve.Total);

    [Fact]
    public void Columns_that_are_not_read_are_told() => Assert.Equal(
        ["columns that are not read: store, price; read is orders"],
        CurveCsv.Read("date,store,orders,price\n2019-11-10,17,900,1.5\n", "mine.csv").Value!.Notes);

    [Fact]
    public void Hours_that_are_left_out_are_silence_and_told()
    {
        var read = CurveCsv.Read(
            "datetime_hour,orders\n2019-11-10 23:00:00,5\n2019-11-11 00:00:00,50\n2019-11-11 05:00:00,7\n",
            "gap.csv").Value!;

        Assert.Equal([5, 50, 0, 0, 0, 0, 7], read.Curve.Faster(3_600).Counts);
        Assert.Equal(
            ["4 hours that the table leaves out, in 1 gap, are silence; the first is after line 3, "
                + "2019-11-11 00:00:00"], read.Notes);
    }

    [Fact]
    public void How_long_a_row_is_follows_from_the_times()
    {
        var read = CurveCsv.Read("minute,orders\n0,300\n5,600\n10,0\n", "mine.csv").Value!;

        Assert.Equal((900, 2.0), (read.Curve.Seconds, read.Curve.Peak));
        Assert.Equal(["a row is 5 minutes long, by the times in the column «minute»"], read.Notes);
    }

    [Fact]
    public void An_hour_that_the_end_of_summer_time_doubles_is_told_apart_by_its_offset() => Assert.Equal(
        [1, 2, 3],
        Curve("datetime_hour,orders\n2019-10-27 01:00+02:00,1\n2019-10-27 02:00+02:00,2\n"
            + "2019-10-27 02:00+01:00,3\n").Faster(3_600).Counts);

    [Theory]
    [InlineData("second,rate\n0,10\n1,ten\n", "mine.csv:3:3: «ten» is no rate")]
    [InlineData("second,rate\n0,10\n0,10\n", "mine.csv:3:1: the time «0» stands twice")]
    [InlineData("second,rate\n5,10\n", "mine.csv:2:1: the first row begins at second 5")]
    [InlineData("second,rate\n0,-1\n", "mine.csv:2:3: «-1» is no rate")]
    [InlineData("second,rate\n0,NaN\n", "mine.csv:2:3: «NaN» is no rate")]
    [InlineData("second,rate\n0.5,1\n", "mine.csv:2:1: «0.5» is no second")]
    [InlineData("second,rate\n0,1e300\n", "mine.csv:2:3: «1e300» is too much; allowed: at most 10,000,000")]
    [InlineData("second,rate\n0,200000000\n", "mine.csv:2:3: «200000000» is too much")]
    [InlineData("second,rate\n0,2500,5\n", "mine.csv:2:1: 3 cells under 2 columns; allowed: a cell for each")]
    [InlineData("second,rate\n0\n", "mine.csv:2:1: 1 cells under 2 columns")]
    [InlineData("second,rate\n", "mine.csv:1:1: there are no rows")]
    [InlineData("", "mine.csv:1:1: there are no rows")]
    [InlineData("second,rate\n0,0\n", "mine.csv:2:1: there are no orders in any row")]
    [InlineData("# a comment\nhour,orders\n\n0,many\n", "mine.csv:4:3: «many» is no number of orders")]
    [InlineData("hour,orders\n\"0\",\"1,23\"\n", "mine.csv:2:5: «1,23» is no number of orders")]
    [InlineData("hour,orders\n0,\"1\n2,3\n", "mine.csv:2:1: the quotes of the row do not fit")]
    [InlineData("clock,orders\n0,1\n", "mine.csv:1:1: the first column is «clock»")]
    [InlineData("second,orders\n0,1\n", "mine.csv:1:8: no column is called «rate»: the second is «orders»")]
    [InlineData("hour,orders,count\n0,1,1\n", "mine.csv:1:6: 2 columns are called «orders» or «count»")]
    [InlineData("date,product_id,demand\n2025-01-01,1001,20\n",
        "mine.csv:1:6: no column is called «orders» or «count»: the second is «product_id»; allowed: one")]
    [InlineData("Date,Orders,Revenue\n2019-11-12,300,1\n2019-11-11,5000,1\n",
        "mine.csv:3:1: «2019-11-11» is before the row above it; allowed: times that rise")]
    [InlineData("date,orders\n2019-10-27 02:00,1\n2019-10-27 02:00,2\n",
        "mine.csv:3:1: the time «2019-10-27 02:00» stands twice; allowed: each time once")]
    [InlineData("date,orders\n10.11.2019,1\n", "mine.csv:2:1: «10.11.2019» is no date; allowed: 2019-11-10")]
    [InlineData("date,orders\n11/10/2019,1\n", "mine.csv:2:1: «11/10/2019» is no date")]
    [InlineData("hour,orders\n1,1\n2:00,1\n", "mine.csv:3:1: «2:00» is written otherwise")]
    [InlineData("minute,orders\n0,1\n2,1\n5,1\n",
        "mine.csv:4:1: «5» is 3 minutes after the row before it; allowed: whole rows of 2 minutes")]
    [InlineData("date,orders\n2019-01-01,1\n2019-12-01,1\n", "mine.csv:3:1: the table is 668 days long")]
    public void What_cannot_be_meant_is_refused_with_its_line(string text, string problem)
    {
        var read = CurveCsv.Read(text, "mine.csv");

        Assert.Null(read.Value);
        Assert.StartsWith(problem, read.Problems.Single().ToString(), StringComparison.Ordinal);
        Assert.Contains("; allowed: ", read.Problems.Single().ToString(), StringComparison.Ordinal);
    }

    // Heads of real files of others: exports of shops and open data.
    [Theory]
    [InlineData("timestamp,value\n2015-02-26 21:42:53,57\n", ":1:1: the first column is «timestamp»")]
    [InlineData("Datum;Bestellungen;Summe\n10.11.2019 23:00;5;99,90\n", ":1:1: the first column is «datum;")]
    [InlineData("date,region,units_sold\n2024-01-01,West,47\n", ":1:6: no column is called")]
    [InlineData("Hour,Orders,Revenue\n0:00,50,499.50\n1:00,20,199.80\n\nTop cities\nCity,Orders\nX,5\n",
        ":5:1: 1 cells under 3 columns")]
    public void Real_files_of_other_shapes_are_refused_with_their_line(string text, string problem) =>
        Assert.StartsWith(
            "real.csv" + problem, CurveCsv.Read(text, "real.csv").Problems.Single().ToString(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("tmall_store_hourly_orders.csv", null, 28_010)]
    [InlineData("uci_peakweek_hourly_orders.csv", null, null)]
    [InlineData("uci_hourly_orders.csv", null, null)]
    [InlineData("olist10k_hourly_profile.csv", "all_days", null)]
    public void The_shipped_traces_can_be_played(string name, string? column, int? orders)
    {
        var file = Path.Combine(Repository.Root, "data", name);

        var read = CurveCsv.Read(File.ReadAllText(file), name, column);

        Assert.Empty(read.Problems);
        Assert.Equal(orders ?? read.Value!.Curve.Total, read.Value!.Curve.Total);
    }

    private static ArrivalCurve Curve(string text) => CurveCsv.Read(text, "mine.csv").Value!.Curve;
}
