using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class DesignTests
{
    // R16 of the reference values: Joe and Kuo 2010, as in scipy's test_qmc.py.
    [Fact]
    public void The_Sobol_sequence_begins_as_published() => Assert.Equal(
        [
            [0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875], [0.625, 0.125],
            [0.125, 0.625],
        ],
        SobolSequence.Of(8, 2));

    [Theory]
    [InlineData(null)]
    [InlineData(7UL)]
    public void Every_factor_of_a_Sobol_sequence_has_one_point_in_every_layer(ulong? designSeed)
    {
        var points = SobolSequence.Of(1_024, SobolSequence.FactorsMax, designSeed);

        Assert.Equal(66, SobolSequence.FactorsMax);
        for (var factor = 0; factor < SobolSequence.FactorsMax; factor++)
        {
            Assert.Equal(
                Enumerable.Range(0, 1_024), points.Select(point => (int)(point[factor] * 1_024)).Order());
        }
    }

    [Fact]
    public void No_two_factors_of_a_Sobol_sequence_are_the_same_but_for_bits()
    {
        var points = SobolSequence.Of(4_096, SobolSequence.FactorsMax);
        foreach (var (one, other) in Pairs(SobolSequence.FactorsMax))
        {
            // Of the 16 squares of each pair of factors every one is met.
            Assert.Equal(16, points.Select(point =>
                ((int)(point[one] * 4), (int)(point[other] * 4))).Distinct().Count());
        }
    }

    [Fact]
    public void A_shift_is_another_draw_of_the_same_evenness()
    {
        Assert.Equal(SobolSequence.Of(64, 3, 7), SobolSequence.Of(64, 3, 7));
        Assert.NotEqual(SobolSequence.Of(64, 3, 7), SobolSequence.Of(64, 3, 8));
        Assert.Equal(SobolSequence.Of(64, 3, 7), [.. SobolSequence.Of(128, 3, 7).Take(64)]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(200, 4)]
    public void A_hypercube_has_each_factor_once_in_every_layer(int points, int factors)
    {
        var cube = LatinHypercube.Of(points, factors, designSeed: 1);

        for (var factor = 0; factor < factors; factor++)
        {
            Assert.Equal(
                Enumerable.Range(0, points),
                cube.Points.Select(point => (int)(point[factor] * points)).Order());
        }

        Assert.Equal(cube.Points, LatinHypercube.Of(points, factors, designSeed: 1).Points);
    }

    [Fact]
    public void The_best_of_a_hundred_hypercubes_spreads_and_does_not_correlate()
    {
        var cube = LatinHypercube.Of(200, 4, designSeed: 1);

        Assert.True(cube.RankCorrelationMax <= 0.1);
        Assert.Equal(cube.DistanceMin, Pairs(200).Min(pair => Distance(cube, pair.One, pair.Other)), 12);
        Assert.NotEqual(cube.Points, LatinHypercube.Of(200, 4, designSeed: 2).Points);
    }

    [Fact]
    public void Where_few_points_must_correlate_the_least_is_taken()
    {
        var cube = LatinHypercube.Of(3, 3, designSeed: 1);

        Assert.Equal(0.5, cube.RankCorrelationMax, 12); // of three layers it is 0.5 or 1
    }

    [Fact]
    public void A_grid_has_every_level_with_every_other()
    {
        Assert.Equal([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]], SimpleDesigns.Grid([2, 3]));
        Assert.Empty(SimpleDesigns.Grid([2, 0]));
    }

    [Fact]
    public void Random_points_are_a_function_of_their_key()
    {
        var points = SimpleDesigns.AtRandom(100, 3, 5);

        Assert.Equal(points, SimpleDesigns.AtRandom(100, 3, 5));
        Assert.Equal(300, points.SelectMany(point => point).Distinct().Count());
    }

    [Fact]
    public void A_scale_turns_coordinates_into_values()
    {
        var log = new FactorScale(0.5, 10, FactorSpacing.Log);
        var triangle = new FactorScale(0.6, 1.2, FactorSpacing.Triangle, 1);

        Assert.Equal([60, 120, 180], new FactorScale(60, 180).Levels(3));
        Assert.Equal((0.5, 10), (log.At(0), log.At(1)));
        Assert.Equal(Math.Sqrt(5), log.At(0.5), 12);
        Assert.Equal((0.6, 1.2), (triangle.At(0), triangle.At(1)));
        Assert.Equal(1, triangle.At(2.0 / 3), 12); // two thirds lie below the top
        Assert.Equal(0.8, triangle.At(1.0 / 6), 12);
        Assert.Throws<InvalidOperationException>(() => new FactorScale(0, 1, FactorSpacing.Log).At(0.5));
        Assert.Throws<InvalidOperationException>(
            () => new FactorScale(0, 1, FactorSpacing.Triangle, 2).At(0.5));
    }

    private static double Distance(LatinHypercube cube, int one, int other) => Math.Sqrt(
        cube.Points[one].Zip(cube.Points[other], (x, y) => (x - y) * (x - y)).Sum());

    private static IEnumerable<(int One, int Other)> Pairs(int count) =>
        from one in Enumerable.Range(0, count)
        from other in Enumerable.Range(0, one)
        select (one, other);
}
