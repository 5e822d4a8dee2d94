using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Reports;

public sealed class AxisTests
{
    [Theory]
    [InlineData(175_000, 200_000)]
    [InlineData(96_000, 100_000)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void An_axis_ends_at_a_round_number_above_the_highest_value(double highest, double end)
    {
        var axis = Axis.FromZero(highest, value => $"{value}");

        Assert.InRange(axis.To, highest, double.MaxValue);
        Assert.InRange(axis.To, end * 0.99, end * 1.01);
        Assert.InRange(axis.Ticks.Count, 2, 7);
        Assert.Equal(0, axis.Ticks[0]);
    }

    [Fact]
    public void A_logarithmic_axis_is_marked_at_powers_of_ten()
    {
        var axis = Axis.Logarithmic(0.001, 1, value => $"{value}");

        Assert.Equal([0.001, 0.01, 0.1, 1], axis.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(0.5, axis.PartAt(Math.Sqrt(0.001)), 9);
    }

    [Fact]
    public void A_logarithmic_day_is_marked_at_times_that_people_say() => Assert.Equal(
        ["1 s", "10 s", "1 min", "10 min", "1 h", "6 h", "24 h"],
        Axis.LogTime(1, 86_400) is var axis ? axis.Ticks.Select(axis.Label) : []);

    [Fact]
    public void Values_outside_an_axis_are_drawn_at_its_ends()
    {
        var axis = Axis.Linear(0, 10, 5, value => $"{value}");

        Assert.Equal((0, 0.5, 1), (axis.PartAt(-3), axis.PartAt(5), axis.PartAt(99)));
    }
}
