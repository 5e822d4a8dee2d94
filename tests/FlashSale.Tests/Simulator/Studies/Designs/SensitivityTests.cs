using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R13 to R15 of the reference values.
public sealed class SensitivityTests
{
    private static readonly BootstrapKey Key = new(1, 1);

    // Saltelli et al., Global Sensitivity Analysis, 2008, exercise 4 p. 138, as in SALib's tests.
    [Fact]
    public void Morris_effects_are_those_of_the_book()
    {
        const double third = 1.0 / 3;
        double[][][] trajectories =
        [
            [[0, third], [0, 1], [2 * third, 1]],
            [[0, third], [2 * third, third], [2 * third, 1]],
            [[2 * third, 0], [2 * third, 2 * third], [0, 2 * third]],
            [[third, 1], [1, 1], [1, third]],
            [[third, 1], [third, third], [1, third]],
            [[third, 2 * third], [third, 0], [1, 0]],
        ];
        double[][] measured =
        [
            [0.97, 0.71, 2.39], [0.97, 2.30, 2.39], [1.87, 2.40, 0.87], [2.15, 1.71, 1.54],
            [2.15, 2.17, 1.54], [2.20, 1.87, 1.0],
        ];

        var effects = MorrisEffect.Of(trajectories, measured, 0.95, Key);

        Assert.Equal([0.65, 0.21], effects.Select(one => Math.Round(one.Mu, 2)));
        Assert.Equal([1.62, 0.35], effects.Select(one => Math.Round(one.MuStar, 2)));
        Assert.Equal([1.794, 0.412], effects.Select(one => Math.Round(one.Sigma, 3)));
        Assert.All(effects, one => Assert.InRange(one.MuStar, one.MuStarLimits.Low, one.MuStarLimits.High));
    }

    [Fact]
    public void In_a_trajectory_each_factor_moves_once_by_two_thirds_of_its_range()
    {
        var design = MorrisDesign.Of(20, 5, designSeed: 3);

        foreach (var points in design.Trajectories)
        {
            var moves = points.Zip(points.Skip(1), (before, after) => Enumerable.Range(0, 5)
                .Where(factor => before[factor] != after[factor])
                .Select(factor => (factor, Size: Math.Abs(after[factor] - before[factor]))).ToList())
                .ToList();
            Assert.All(moves, move => Assert.Equal(2.0 / 3, Assert.Single(move).Size, 12));
            Assert.Equal(Enumerable.Range(0, 5), moves.Select(move => move[0].factor).Order());
            Assert.All(points.SelectMany(point => point), place =>
                Assert.Contains(Math.Round(place * 3, 9), new[] { 0.0, 1, 2, 3 }));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => MorrisDesign.Of(1, 1, 1, levels: 3));
    }

    [Fact]
    public void A_linear_measure_has_equal_effects_on_every_trajectory()
    {
        var design = MorrisDesign.Of(8, 3, designSeed: 3);
        var effects = MorrisEffect.Of(
            design.Trajectories,
            [.. design.Trajectories.Select(points => (IReadOnlyList<double>)
                [.. points.Select(point => (5 * point[0]) - (2 * point[1]))])],
            0.95, Key);

        Assert.Equal([5, -2, 0], effects.Select(one => Math.Round(one.Mu, 12)));
        Assert.All(effects, one => Assert.Equal(0, one.Sigma, 12));
    }

    [Fact]
    public void The_indices_of_the_Ishigami_function_are_found()
    {
        var indices = Analysed(4_096, 3, Ishigami);

        AssertIndices([0.3139051911, 0.4424111448, 0], indices.Select(one => one.First), 0.01);
        AssertIndices(
            [0.5575888552, 0.4424111448, 0.2436836641], indices.Select(one => one.Total!.Value), 0.01);
        Assert.InRange(0.2436836641, indices[0].InteractionLimits!.Low, indices[0].InteractionLimits!.High);
        Assert.All(indices, one => Assert.InRange(one.First, one.FirstLimits.Low, one.FirstLimits.High));
        Assert.All(indices, one => Assert.True(one.FirstLimits.High - one.FirstLimits.Low < 0.15));
    }

    [Fact]
    public void The_indices_of_the_Sobol_function_are_found()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        var indices = Analysed(8_192, 8, x => x.Zip(a, (place, one) =>
            (Math.Abs((4 * place) - 2) + one) / (1 + one)).Aggregate((one, other) => one * other));

        AssertIndices(
            [0.716192, 0.179048, 0.0236758, 0.00716192], indices.Take(4).Select(one => one.First), 0.01);
        AssertIndices(
            [0.787144, 0.242198, 0.0343169, 0.0104604],
            indices.Take(4).Select(one => one.Total!.Value), 0.01);
        Assert.All(indices.Skip(4), one => Assert.Equal(0, one.Total!.Value, 0.001));
    }

    [Fact]
    public void Chance_is_a_column_whose_index_says_how_much_is_luck()
    {
        var design = SobolDesign.Of(1_024, 1, hasChance: true, designSeed: 1);
        // As much spread by the factor as by luck, and nothing together.
        static double Run(IReadOnlyList<double> point) =>
            point[0] + Draws.ToUnit(Draws.At(SobolDesign.SeedOf(point[1]), 0, 1, 0));
        var indices = Analysed(design, Run);

        Assert.Equal(2, indices.Count);
        Assert.All(indices, one => Assert.Equal(0.5, one.First, 0.06));
        Assert.All(indices, one => Assert.Equal(0.5, one.Total!.Value, 0.06));
        Assert.Equal(1_024, design.A.Select(row => SobolDesign.SeedOf(row[1])).Distinct().Count());
    }

    [Fact]
    public void The_rank_estimator_finds_first_order_indices_from_any_runs()
    {
        var cube = LatinHypercube.Of(2_000, 3, designSeed: 1);
        var indices = SensitivityIndex.OfRanks(
            cube.Points, [.. cube.Points.Select(Ishigami)], 0.95, Key)!;

        AssertIndices([0.3139051911, 0.4424111448, 0], indices.Select(one => one.First), 0.05);
        Assert.All(
            indices.Zip([0.3139051911, 0.4424111448, 0]),
            pair => Assert.InRange(pair.Second, pair.First.FirstLimits.Low, pair.First.FirstLimits.High));
        Assert.All(indices, one => Assert.Null(one.Interaction));
    }

    [Fact]
    public void A_rank_index_by_hand() // sorted by x: 1 2 4 3; Σ y y⁺ = 2 + 8 + 12 + 3, ȳ = 2.5, Σ y² = 30
        => Assert.Equal(
            ((25.0 / 4) - 6.25) / ((30.0 / 4) - 6.25),
            Assert.Single(SensitivityIndex.OfRanks(
                [[0.1], [0.9], [0.2], [0.6]], [1, 3, 2, 4], 0.95, Key)!).First);

    [Fact]
    public void What_does_not_vary_has_no_indices()
    {
        Assert.Null(SensitivityIndex.OfSobol([1, 1], [1, 1], [[1, 1]], 0.95, Key));
        Assert.Null(SensitivityIndex.OfRanks([[0.1], [0.2]], [1, 1], 0.95, Key));
    }

    private static double Ishigami(IReadOnlyList<double> unit)
    {
        var x = unit.Select(place => (2 * Math.PI * place) - Math.PI).ToList();
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2))
            + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    private static IReadOnlyList<SensitivityIndex> Analysed(
        int rows, int factors, Func<IReadOnlyList<double>, double> run) =>
        Analysed(SobolDesign.Of(rows, factors, hasChance: false, designSeed: 1), run);

    private static IReadOnlyList<SensitivityIndex> Analysed(
        SobolDesign design, Func<IReadOnlyList<double>, double> run) => SensitivityIndex.OfSobol(
        [.. design.A.Select(run)], [.. design.B.Select(run)],
        [
            .. Enumerable.Range(0, design.Columns).Select(column => (IReadOnlyList<double>)
                [.. Enumerable.Range(0, design.A.Count).Select(row => run(design.Mixed(row, column)))]),
        ],
        0.95, Key)!;

    private static void AssertIndices(double[] expected, IEnumerable<double> actual, double within) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, within));
}
