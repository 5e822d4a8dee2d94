using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>Two points at a second scale, and facts as factors.</summary>
public sealed class ScaleCheckTests
{
    private const string Check = "scaleCheck: 0.00002";

    [Fact]
    public void Two_points_are_run_at_the_second_scale_on_three_seeds()
    {
        var plan = StudyReaderTests.Plan(StudyReaderTests.Study(StudyText.Arms(more: Check)));

        Assert.Equal((4, 10), (plan.Orders.Count, plan.AllOrders.Count));
        var second = plan.AllOrders.Skip(4).ToList();
        Assert.All(second, order => Assert.Equal(
            (0.00002, RunRole.ScaleCheck), (order.Scenario.Scale, order.Role)));
        Assert.Equal([2, 3, 2, 3, 2, 3], second.Select(order => order.Point));
        Assert.Equal([1UL, 1, 2, 2, 3, 3], second.Select(order => order.Seed));
        Assert.Equal("at-once at scale 0.00002", plan.AllPoints[3].Name);
        Assert.Equal(
            (plan.AllPoints[3].Scenario.OfDay() with { Scale = 0.00001 }).Hash, plan.Points[1].Scenario.Hash);
    }

    [Theory]
    [InlineData(98, false)]
    [InlineData(150, true)]
    public void An_effect_that_is_another_at_the_second_scale_is_warned_of(double there, bool isWarned)
    {
        var study = new ValuedStudy(4, Check);
        var here = study.Runs([1, 2, 3, 4], [101, 103, 102, 105]).ToList();
        var runs = new StudyRuns(study.Plan, study.Measures, here)
        {
            ScaleCheck = new StudyRuns(study.Plan.ScaleCheck!, study.Measures,
            [
                .. study.Plan.ScaleCheck!.Orders.Select(order => here[0] with
                {
                    Order = order,
                    Values = [order.Seed + (order.Point == 3 ? there + order.Seed : 0)],
                }),
            ]),
        };

        var found = StudyFindings.Of(runs);

        Assert.Equal(isWarned, found.Warnings.Any(one => one.Code == WarningCodes.ScaleMoves));
        Assert.Equal((14, 14, false), (found.Runs.Planned, found.Runs.Done, found.Partial));
        Assert.Equal(there + 2, Assert.Single(found.ScaleCheck!.Differences).Mean, precision: 9);
    }

    [Fact]
    public void Runs_at_the_second_scale_are_in_the_tables_and_can_be_repeated()
    {
        using var commands = new StudyCommands();
        var (_, _, folder) = commands.Study(StudyText.Arms(more: Check));

        Assert.Equal((0, 10), StudyCommands.Counts(folder));
        Assert.Equal(6, File.ReadLines(Path.Combine(folder.Path, "runs.csv"))
            .Count(row => row.Contains(",scale-check,", StringComparison.Ordinal)));
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Done, terminal.Run("study", "verify", folder.Path, "--runs", "10"));
    }

    [Theory]
    [InlineData("scaleCheck: 0.00001", "scaleCheck: it is the scale of the study")]
    [InlineData("recalibrate: [policy.inventory.payWithin]", "payWithin» moves no capacity")]
    [InlineData("recalibrate: [festival.gmvYuan]", "no point changes «festival.gmvYuan»")]
    public void What_would_change_nothing_is_refused(string line, string message) => Assert.Contains(
        message, string.Join('\n', StudyReader.Read(StudyText.Arms(more: line), "s.yaml").Problems),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1)]
    [InlineData("recalibrate: [festival.gmvYuan]", 1.5)]
    public void A_point_with_more_orders_has_the_couriers_of_the_base_unless_they_are_recalibrated(
        string more, double couriers)
    {
        var plan = StudyReaderTests.Plan(StudyReaderTests.Study(StudyText.Sweep(
            "  - { path: festival.gmvYuan, times: [1.5] }", more)));
        var (one, other) = (plan.Points[0].Scenario.OfDay(), plan.Points[1].Scenario.OfDay());

        Assert.Equal(couriers * Couriers(one), Couriers(other), Couriers(one) * 1e-12);
        Assert.Equal(couriers * Packed(one), Packed(other), Packed(one) * 1e-12);

        static double Couriers(Scenario one) => one.Capacity.DeliveredPerDay * one.Festival.OrdersPaid;
        static double Packed(Scenario one) => one.Capacity.PackedPerDay * one.Festival.OrdersPaid;
    }

    [Fact]
    public void Another_world_brings_its_own_capacity()
    {
        var plan = StudyReaderTests.Plan(StudyReaderTests.Study(StudyText.Arms(
            "  - name: one\n  - { name: other, set: { festival.averageOrderYuan: 50, "
            + "population.ordersPerBuyer: 3 } }")));

        Assert.Single(plan.Points
            .Select(point => point.Scenario.OfDay().Capacity.DeliveredPerDay).Distinct());
    }
}
