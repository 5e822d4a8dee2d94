using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Chance;

namespace FlashSale.Tests.Simulator.Demand;

public sealed class DemandModelTests
{
    private const int Many = 50_000;

    private static readonly FestivalFacts Facts = Festivals.Shipped(2018).Festival;

    [Theory]
    [InlineData(ArrivalKind.Rush)]
    [InlineData(ArrivalKind.Presale)]
    [InlineData(ArrivalKind.Browse)]
    public void Arrivals_are_spread_over_the_day_as_the_model_says(ArrivalKind kind)
    {
        var demand = DemandModel.For(Facts);
        var draws = Draws.For(1, 1, (ushort)kind);
        var arrivals = Enumerable.Range(0, Many).Select(_ => demand.ArrivalAt(kind, draws.Unit())).ToArray();

        Assert.All(arrivals, at => Assert.InRange(at, 0, DemandModel.DayMs - 1));
        var distance = Samples.KolmogorovDistance(
            arrivals.Select(ms => (ms + 0.5) / 1_000), seconds => demand.ShareBy(kind, seconds));
        Assert.InRange(distance * Math.Sqrt(Many), 0, 1.63); // 1 % level
    }

    [Fact]
    public void The_shares_of_all_kinds_sum_to_1()
    {
        var demand = DemandModel.For(Facts);

        Assert.Equal(1, demand.RushShare + demand.PresaleShare + demand.BrowseShare, 1e-12);
    }

    [Fact]
    public void No_balance_of_a_presale_comes_before_01_00()
    {
        var demand = DemandModel.For(Facts);

        Assert.InRange(demand.ArrivalAt(ArrivalKind.Presale, 1e-15), 3_600_000, 3_602_000);
        Assert.Equal(0, demand.ShareBy(ArrivalKind.Presale, 3_600));
        Assert.Equal(0.5, demand.ShareBy(ArrivalKind.Presale, 4_320), 0.001);
    }

    [Fact]
    public void The_first_seconds_see_the_most_arrivals_of_the_day()
    {
        var demand = DemandModel.For(Facts);
        var perSecond = Enumerable.Range(0, 7_200)
            .Select(second => demand.ShareBy(second + 1) - demand.ShareBy(second)).ToArray();

        Assert.Equal(perSecond.Max(), perSecond.Take(2).Max());
        Assert.True(perSecond[0] * Facts.OrdersPaid > Facts.PeakOrdersPerSecond);
    }

    [Fact]
    public void What_the_facts_name_is_used_and_what_they_omit_is_estimated()
    {
        var named = DemandModel.For(Facts with { RushShare = 0.5, PresaleShare = 0.2 });
        var unnamed = DemandModel.For(Facts with { MobileShare = null });

        Assert.Equal((0.5, 0.2), (named.RushShare, named.PresaleShare));
        Assert.Equal(DemandModel.For(Facts).RushShare, unnamed.RushShare, 1e-12);
        Assert.Equal(0, DemandModel.For(Facts with { RushShare = 1 }).PresaleShare);
        Assert.Throws<ArgumentException>(
            () => DemandModel.For(Facts with { RushShare = 0.9, PresaleShare = 0.2 }));
    }

    [Theory]
    [InlineData(2008, 0.165, 0)]
    [InlineData(2012, 0.1798, 0)]
    [InlineData(2013, 0.2269, 0.0175)]
    [InlineData(2017, 0.4305, 0.0875)]
    [InlineData(2019, 0.434, 0.105)]
    [InlineData(2030, 0.434, 0.105)]
    public void The_rush_grows_with_phones_and_presales_with_the_years_until_both_are_common(
        int year, double rush, double presale)
    {
        var demand = DemandModel.For(Facts with { Year = year, MobileShare = null });

        Assert.Equal(rush, demand.RushShare, 0.001);
        Assert.Equal(presale, demand.PresaleShare, 0.001);
    }

    [Fact]
    public void The_table_of_ordinary_hours_is_that_of_the_measured_store()
    {
        var measured = new double[24];
        foreach (var (_, text) in Conventions.Repository.Lines("data/tmall_store_hourly_orders.csv").Skip(2))
        {
            measured[int.Parse(text[11..13])] += int.Parse(text[(text.IndexOf(',') + 1)..]);
        }

        Assert.Equal(measured, DemandBehaviour.Fitted.OrdinaryHours);
    }
}
