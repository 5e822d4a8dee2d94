using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class PublishedTests
{
    [Fact]
    public void Every_year_of_the_table_is_read()
    {
        Assert.Equal(Enumerable.Range(2009, 14), Published.Years.Select(year => year.Year));
        Assert.Null(Published.Year(2030));
    }

    [Fact]
    public void The_facts_of_2016_are_those_of_the_tables()
    {
        var year = Published.Year(2016)!;

        Assert.Equal(120_700_000_000m, year.GmvYuan);
        Assert.Equal((175_000.0, 120_000.0, 657_000_000.0, 3.5), (year.PeakOrdersPerSecond!.Value,
            year.PeakPaymentsPerSecond!.Value, year.Parcels!.Value, year.First100MillionParcelsDays!.Value));
        var first = year.Clock[0];
        Assert.Equal((52, 1_000_000_000m, 0.0083, "sure"),
            (first.Seconds, first.Yuan, first.Share, first.Sureness));
        Assert.Equal("Kantar 2016; colamg", first.Source);
        Assert.Equal((86_400, 1.0), (year.Clock[^1].Seconds, year.Clock[^1].Share));
    }

    [Fact]
    public void What_was_not_published_is_null()
    {
        Assert.Null(Published.Year(2022)!.GmvYuan);
        Assert.Null(Published.Year(2018)!.PeakPaymentsPerSecond);
        Assert.Null(Published.Year(2012)!.First100MillionParcelsDays);
    }

    [Fact]
    public void Clocks_only_go_forward() => Assert.All(Published.Years, year => Assert.Equal(
        year.Clock.Select(point => point.Yuan).Order(), year.Clock.Select(point => point.Yuan)));

    [Fact]
    public void A_quoted_cell_may_hold_commas_and_quotes() => Assert.Equal(
        "a, \"b\"", CsvTable.Of("# note\nx,y\n\"a, \"\"b\"\"\",2\n").Rows[0]["x"]);
}
