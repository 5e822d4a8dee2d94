using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class PrecisionGoalTests
{
    private const double Confidence = 0.95;

    [Fact]
    public void A_goal_begins_with_its_pilot()
    {
        var goal = new PrecisionGoal(0.5, null, SeedsMax: 100);

        Assert.Equal(new PrecisionStep(10, false, null, null), goal.After([], Confidence));
        Assert.Equal(7, (goal with { SeedsMax = 7 }).After([], Confidence).Seeds);
    }

    [Fact]
    public void Two_stages_take_the_number_that_the_pilot_asks_for()
    {
        var (goal, pilot) = (new PrecisionGoal(0.5, null, SeedsMax: 1_000), Values(10));
        var first = Estimate.Of(pilot);
        var seeds = (int)SeedsNeeded.Stein(first.Deviation, 0.5, Confidence, 9);
        Assert.InRange(seeds, 11, 1_000);

        var begun = goal.After(pilot, Confidence);
        Assert.Equal((seeds, false), (begun.Seeds, begun.IsMet));
        var end = goal.After(Values(seeds), Confidence);
        Assert.Equal((seeds, true), (end.Seeds, end.IsMet));
        Assert.Equal(Estimate.Of(Values(seeds)).Mean, end.Estimate!.Mean);
        Assert.Equal(
            StudentT.Quantile(0.975, 9) * first.Deviation / Math.Sqrt(seeds),
            end.Estimate.HalfWidth(Confidence)!.Value, 12);
        Assert.True(end.Estimate.HalfWidth(Confidence) <= 0.5);
    }

    [Fact]
    public void The_limit_of_seeds_is_a_result()
    {
        var goal = new PrecisionGoal(0.001, null, SeedsMax: 25);

        Assert.Equal(25, goal.After(Values(10), Confidence).Seeds);
        var end = goal.After(Values(25), Confidence);
        Assert.Equal((25, false, 0.001), (end.Seeds, end.IsMet, end.HalfWidthWanted));
    }

    [Fact]
    public void A_relative_goal_is_a_share_of_the_pilots_mean()
    {
        var goal = new PrecisionGoal(null, 0.1, SeedsMax: 100_000);
        var first = Estimate.Of(Values(10));

        Assert.Equal(0.1 / 1.1 * Math.Abs(first.Mean), goal.After(Values(10), Confidence).HalfWidthWanted);
        Assert.Equal(
            SeedsNeeded.Stein(first.Deviation, 0.1 / 1.1 * Math.Abs(first.Mean), Confidence, 9),
            goal.After(Values(10), Confidence).Seeds);
    }

    [Fact]
    public void A_sequence_stops_only_when_the_interval_stays_narrow()
    {
        var goal = new PrecisionGoal(0.5, null, 1_000, PrecisionMethod.Sequential);
        var seeds = 0;
        PrecisionStep step;
        do
        {
            step = goal.After(Values(seeds), Confidence);
            (seeds, var before) = (step.Seeds, seeds);
            Assert.True(step.IsMet || seeds == before + 10); // rounds of ten
        }
        while (!step.IsMet);

        var narrow = Enumerable.Range(10, seeds - 9).First(start =>
            Enumerable.Range(start, 6).All(n => Estimate.Of(Values(n)).HalfWidth(Confidence) <= 0.5));
        Assert.InRange(seeds, narrow + 5, narrow + 14);
        Assert.Equal(Estimate.Of(Values(seeds)), step.Estimate);
    }

    [Fact]
    public void A_goal_without_a_width_is_none() => Assert.Throws<InvalidOperationException>(
        () => new PrecisionGoal(null, null, 100).After(Values(10), Confidence));

    [Fact]
    public void What_does_not_vary_needs_its_pilot_only()
    {
        var same = Enumerable.Repeat(3.0, 10).ToList();

        Assert.True(new PrecisionGoal(0.5, null, 100).After(same, Confidence).IsMet);
    }

    private static List<double> Values(int seeds) => [.. Enumerable.Range(1, seeds).Select(seed =>
        4 + (1.5 * ExactMath.InverseNormal(Draws.ToUnit(Draws.At(4, seed, 1, 0)))))];
}
