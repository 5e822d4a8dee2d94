using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(175_000, 200_000)]
    [InlineData(96_000, 100_000)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    public void An_axis_ends_at_a_round_number_above_the_highest_value(double highest, double end)
    {
        var axis = Axis.FromZero("orders", highest, value => $"{value}");

        Assert.InRange(axis.To, double.IsNaN(highest) ? 0 : highest, double.MaxValue);
        Assert.InRange(axis.To, end * 0.99, end * 1.01);
        Assert.InRange(axis.Ticks.Count, 2, 7);
        Assert.Equal(0, axis.Ticks[0]);
        Assert.Equal(axis.To, axis.Ticks[^1], 9);
    }

    [Theory]
    [InlineData(-3.2, 7.1)]
    [InlineData(-0.02, -0.001)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void An_axis_around_values_is_marked_at_both_ends_and_holds_them(double lowest, double highest)
    {
        var axis = Axis.Around("difference", lowest, highest, value => $"{value}");

        Assert.True(axis.To > axis.From);
        Assert.Equal(axis.From, axis.Ticks[0], 9);
        Assert.Equal(axis.To, axis.Ticks[^1], 9);
        Assert.InRange(axis.Ticks.Count, 2, 8);
        Assert.True(double.IsNaN(lowest) || (axis.Holds(lowest) && axis.Holds(highest)));
    }

    [Fact]
    public void A_logarithmic_axis_is_marked_at_powers_of_ten()
    {
        var axis = Axis.Logarithmic("share", 0.001, 1, value => $"{value}");

        Assert.Equal([0.001, 0.01, 0.1, 1], axis.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(0.5, axis.PartAt(Math.Sqrt(0.001)), 9);
    }

    [Theory]
    [InlineData(0.3, 120.127)]
    [InlineData(7, 7)]
    [InlineData(0.001, 9_999)]
    public void A_logarithmic_axis_around_values_is_marked_at_both_ends(double lowest, double highest)
    {
        var axis = Axis.LogarithmicAround("latency", lowest, highest, value => $"{value}");

        Assert.True(axis.Holds(lowest) && axis.Holds(highest));
        Assert.Equal((axis.From, axis.To), (axis.Ticks[0], axis.Ticks[^1]));
    }

    [Fact]
    public void A_logarithmic_day_is_marked_at_times_that_people_say() => Assert.Equal(
        ["1 s", "10 s", "1 min", "10 min", "1 h", "6 h", "24 h"],
        TimeAxis.Logarithmic("time", 1, 86_400) is var axis ? axis.Ticks.Select(axis.Label) : []);

    [Theory]
    [InlineData(100, "0 s|20 s|40 s|60 s|80 s|100 s")]
    [InlineData(600, "0 min|2 min|4 min|6 min|8 min|10 min")]
    [InlineData(86_400, "0 h|3 h|6 h|9 h|12 h|15 h|18 h|21 h|24 h")]
    [InlineData(12.8 * 86_400, "0 d|2 d|4 d|6 d|8 d|10 d|12 d")]
    public void A_linear_time_is_marked_at_round_times_and_ends_with_the_values(double end, string ticks)
    {
        var axis = TimeAxis.Linear("time", 0, end);

        Assert.Equal(end, axis.To);
        Assert.Equal(ticks, string.Join('|', axis.Ticks.Select(axis.Label)));
    }

    [Fact]
    public void A_time_is_said_to_the_second_where_it_is_pointed_at()
    {
        var axis = TimeAxis.Linear("time", 0, 20 * 86_400);

        Assert.Equal(("00:00:26", "+2d 07:30:00"), (axis.Text(26.5), axis.Text((2 * 86_400) + 27_000)));
    }

    [Fact]
    public void Values_outside_an_axis_are_drawn_at_its_ends()
    {
        var axis = Axis.Linear("orders", 0, 10, 5, value => $"{value}");

        Assert.Equal((0, 0.5, 1), (axis.PartAt(-3), axis.PartAt(5), axis.PartAt(99)));
    }
}
