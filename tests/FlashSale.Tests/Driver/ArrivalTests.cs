using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Driver;

// What is planned is what is issued, to the order.
public sealed class ArrivalTests
{
    [Fact]
    public void The_plan_never_leaves_the_curve_by_more_than_half_an_order()
    {
        var curve = ArrivalCurve.Ramp(0.1, 7.7, 500);

        var (rates, orders) = (0.0, 0L);
        foreach (var (rate, count) in curve.PerSecond.Zip(curve.Counts))
        {
            (rates, orders) = (rates + rate, orders + count);
            Assert.InRange(orders - rates, -0.5 - 1e-9, 0.5 + 1e-9);
        }

        Assert.Equal(curve.Total, orders);
    }

    [Theory]
    [InlineData(Spacing.Poisson)]
    [InlineData(Spacing.Even)]
    public void Every_planned_order_is_scheduled_once_in_its_second(Spacing spacing)
    {
        var curve = ArrivalCurve.Ramp(0, 300, 20).Then(ArrivalCurve.Constant(0, 3)).Then(
            ArrivalCurve.Constant(2.5, 4));

        var all = All(curve, spacing, Shard.Whole);

        Assert.Equal(Enumerable.Range(0, (int)curve.Total).Select(index => (long)index),
            all.Select(one => one.Index));
        Assert.Equal(all.OrderBy(one => one.At), all);
        Assert.Equal(curve.Counts, Enumerable.Range(0, curve.Seconds)
            .Select(second => all.Count(one => (int)one.At.TotalSeconds == second)));
    }

    [Fact]
    public void Shards_together_issue_what_one_process_would()
    {
        var curve = ArrivalCurve.Ramp(0, 50, 10);
        var whole = All(curve, Spacing.Poisson, Shard.Whole);

        var parts = Enumerable.Range(0, 3).Select(number => new Shard(number, 3)).ToList();
        var together = parts.SelectMany(shard => All(curve, Spacing.Poisson, shard))
            .OrderBy(one => one.Index);

        Assert.Equal(whole, together);
        Assert.Equal(curve.Counts, parts
            .Select(shard => new ArrivalSchedule(curve, Spacing.Even, 1, shard).Shares())
            .Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_moments_and_another_seed_others()
    {
        var curve = ArrivalCurve.Constant(100, 5);

        Assert.Equal(All(curve, Spacing.Poisson, Shard.Whole), All(curve, Spacing.Poisson, Shard.Whole));
        Assert.NotEqual(
            All(curve, Spacing.Poisson, Shard.Whole), All(curve, Spacing.Poisson, Shard.Whole, seed: 2));
    }

    [Fact]
    public void Poisson_gaps_vary_as_much_as_their_mean()
    {
        var all = All(ArrivalCurve.Constant(1_000, 50), Spacing.Poisson, Shard.Whole);
        var gaps = all.Zip(all.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).ToList();

        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));

        Assert.InRange(deviation / mean, 0.97, 1.03);
    }

    [Fact]
    public void The_midnight_shape_peaks_where_it_is_told_to_and_falls()
    {
        var scenario = Scenario.FromFacts(new FestivalFacts
        {
            Year = 2016,
            GmvYuan = 120.7e9,
            AverageOrderYuan = 183.7,
            PeakOrdersPerSecond = 175_000,
        });

        var curve = ArrivalCurve.Midnight(scenario, 180, speed: 10).WithPeak(20_000);

        Assert.Equal(20_000, curve.Peak, 1e-6);
        Assert.InRange(curve.PerSecond[^1], 1, 15_000);
        Assert.Equal(Math.Floor(curve.PerSecond.Sum() + 0.5), curve.Total);
    }

    [Fact]
    public void A_faster_curve_has_the_same_orders_in_less_time()
    {
        var day = ArrivalCurve.Ramp(0, 10, 86_400);

        var hour = day.Faster(24);

        Assert.Equal(3_600, hour.Seconds);
        Assert.Equal(day.Total, hour.Total);
    }

    private static List<Arrival> All(ArrivalCurve curve, Spacing spacing, Shard shard, ulong seed = 1)
    {
        var schedule = new ArrivalSchedule(curve, spacing, seed, shard);
        var all = new List<Arrival>();
        while (schedule.TryTake(TimeSpan.MaxValue, out var arrival))
        {
            all.Add(arrival);
        }

        return all;
    }
}
