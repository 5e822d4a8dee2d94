using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class SweepTests
{
    private static readonly double[] Luck = [0.3, -0.2, 0.1, -0.4, 0.2];

    [Fact]
    public void A_line_is_fitted_for_each_seed_alone()
    {
        double[] factor = [60_000, 120_000, 180_000, 240_000];
        // Each seed lies on a line of its own: its luck moves and tilts it, the points do not scatter.
        var fit = SweepFit.Of(
            factor, [.. factor.Select(x => Points(luck => 5 + luck + (2e-5 * (1 + luck) * x)))], degree: 1);

        var slope = 2e-5 * fit.HalfRange * (1 + ExactSum.Mean(Luck));
        Assert.Equal((150_000, 90_000), (fit.Middle, fit.HalfRange));
        Assert.Equal(slope, fit.Coefficients[1].Mean, 9);
        Assert.Equal(
            Estimate.Of(Luck).Deviation * 2e-5 * fit.HalfRange, fit.Coefficients[1].Deviation, 9);
        Assert.Equal(5 + (2e-5 * 100_000), fit.At(100_000).Mean, 9);
    }

    [Fact]
    public void A_parabola_gives_back_its_points()
    {
        double[] factor = [1, 2, 3, 4, 5];
        var fit = SweepFit.Of(
            factor, [.. factor.Select(x => Points(luck => luck + ((x - 2) * (x - 2))))], degree: 2);

        Assert.All(factor, x => Assert.Equal((x - 2) * (x - 2), fit.At(x).Mean, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => SweepFit.Of([1, 2], [[1], [2]], degree: 2));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, Monotony.Rises)]
    [InlineData(new[] { 3.0, 2, 1 }, Monotony.Falls)]
    [InlineData(new[] { 1.0, 3, 1 }, Monotony.Contradicted)]
    [InlineData(new[] { 1.0, 1.01, 1 }, Monotony.NotTold)]
    public void A_sweep_says_whether_it_rises(double[] levels, Monotony expected)
    {
        // Luck shifts with the point, so that differences of neighbours vary.
        var points = levels.Select((level, at) => (IReadOnlyList<double>)
            [.. Luck.Select((_, seed) => level + (0.1 * Luck[(seed + at) % Luck.Length]))]).ToList();

        Assert.Equal(expected, Sweep.MonotonyOf(points, 0.95));
    }

    private static IReadOnlyList<double> Points(Func<double, double> ofLuck) => [.. Luck.Select(ofLuck)];
}
