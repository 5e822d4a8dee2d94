using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Twin;

/// <summary>Rule CAP-5.</summary>
[Trait("simulator", "CAP-5")]
public sealed class CapacityModelTests
{
    private static readonly CapacityModel Model = CapacityFit.Of(Measured.Cluster(), null).Model!;

    [Fact]
    public void What_an_order_costs_is_busy_time_over_orders()
    {
        Assert.Equal(Measured.SiloMs, Model.SiloMsPerOrder, 1e-9);
        Assert.Equal(Measured.DatabaseMs, Model.DatabaseMsPerOrder, 1e-9);
        Assert.Equal(4, Model.RowsPerOrder!.Value, 1e-9);
        Assert.Equal(Measured.LightMs + 0.5, Model.LightMsP99);
        Assert.Equal(Measured.Law.Coherency, Model.Law.Coherency, 1e-9);
    }

    [Fact]
    public void The_plan_is_the_smallest_cluster_that_is_enough()
    {
        var question = new CapacityQuestion { OrdersPerSecond = 50_000 };
        var answer = Model.Answer(question);

        Assert.Equal(PlanResult.Carries, answer.Result);
        Assert.InRange(answer.SustainedPerSecond, 50_000, double.MaxValue);
        Assert.Equal(
            PlanResult.TooFewSilos, Model.Answer(question with { Silos = answer.Silos - 1 }).Result);
        Assert.Equal(4, answer.DatabaseCores); // 50,000/s × 0.05 ms = 2.5 busy cores, and a fifth is free
    }

    [Fact]
    public void More_orders_or_less_time_never_need_less()
    {
        var before = Model.Answer(new CapacityQuestion { OrdersPerSecond = 100 });
        for (var rate = 1_000.0; rate < 300_000; rate *= 1.07)
        {
            var answer = Model.Answer(new CapacityQuestion { OrdersPerSecond = rate });
            Assert.True(answer.Silos >= before.Silos && answer.DatabaseCores >= before.DatabaseCores);
            before = answer;
        }

        var question = new CapacityQuestion { OrdersPerSecond = 60_000, Headroom = 0 };
        before = Model.Answer(question with { LatencyMsP99 = 2_000 });
        for (var latency = 1_000.0; latency > Model.LightMsP99; latency *= 0.8)
        {
            var answer = Model.Answer(question with { LatencyMsP99 = latency });
            Assert.True(answer.Silos >= before.Silos && answer.DatabaseCores >= before.DatabaseCores);
            before = answer;
        }
    }

    [Fact]
    public void What_given_silos_carry_they_carry_and_no_more()
    {
        var question = new CapacityQuestion { OrdersPerSecond = 1, Silos = 12, LatencyMsP99 = 30 };
        var carried = Model.Answer(question).SustainedPerSecond;

        Assert.Equal(
            PlanResult.Carries, Model.Answer(question with { OrdersPerSecond = carried * 0.9999 }).Result);
        Assert.Equal(
            PlanResult.TooFewSilos, Model.Answer(
                question with { OrdersPerSecond = carried * 1.0001 }).Result);
    }

    [Fact]
    public void What_no_cluster_can_do_is_refused_with_the_most_there_is()
    {
        var answer = Model.Answer(new CapacityQuestion { OrdersPerSecond = 10_000_000 });

        Assert.Equal(PlanResult.TooFewSilos, answer.Result);
        Assert.Equal((int)Math.Round(Model.Law.SilosUsefulMax), answer.Silos);
        Assert.InRange(answer.SustainedPerSecond, 1, 10_000_000);
        Assert.Null(answer.LatencyMsP99);
    }

    [Fact]
    public void A_latency_below_that_of_a_light_load_cannot_be_had() => Assert.Equal(
        PlanResult.TooSlow,
        Model.Answer(new CapacityQuestion { OrdersPerSecond = 10, LatencyMsP99 = 5 }).Result);

    [Fact]
    public void What_breaks_first_stands_first()
    {
        var answer =
            Model.Answer(new CapacityQuestion { OrdersPerSecond = 50_000, RowsPerSecondMax = 250_000 });

        Assert.Equal("rows written to disk", answer.Limits[0].Part);
        Assert.Equal(62_500, answer.Limits[0].OrdersPerSecond, 1e-6);
        Assert.Equal(PlanResult.Carries, answer.Result);
        Assert.Equal(answer.Limits.OrderBy(limit => limit.OrdersPerSecond), answer.Limits);
    }
}
