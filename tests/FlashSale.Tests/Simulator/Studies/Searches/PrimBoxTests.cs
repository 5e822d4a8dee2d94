using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R20 of the reference values: a known box of a uniform cube.
public sealed class PrimBoxTests
{
    private static readonly IReadOnlyList<IReadOnlyList<double>> Points =
        SimpleDesigns.AtRandom(1_000, 4, designSeed: 1);

    private static readonly double[] Limits = [0.6, 0.25, 0.7];

    [Fact]
    public void A_box_is_found_with_its_limits()
    {
        var box = PrimBox.Of(Points, [.. Points.Select(IsIn)], designSeed: 1)!;

        Assert.True(box.Stage.Coverage >= 0.9);
        Assert.True(box.Stage.Density >= 0.9);
        Assert.Equal((2, 10), (box.Stage.Restricted, box.HalfSamples));
        Assert.Equal(
            [(0, true, 0.6), (1, false, 0.25), (1, true, 0.7)],
            box.Sides.Select(side => (side.Factor, side.IsUpper, Nearest(side.Limit))));
        Assert.All(box.Sides, side => Assert.True(side.QuasiPValue < 1e-6));
        Assert.All(box.Sides, side => Assert.InRange(side.Returns, 9, 10));
    }

    [Fact]
    public void Cases_that_happen_elsewhere_too_blur_the_box_and_do_not_hide_it()
    {
        var draws = Draws.For(3, 0, 1);
        var cases = Points.Select(point => draws.Happens(IsIn(point) ? 0.9 : 0.05)).ToList();
        var box = PrimBox.Of(Points, cases, designSeed: 1)!;

        Assert.Equal([0, 1], box.Sides.Select(side => side.Factor).Distinct());
        Assert.True(box.Stage is { Density: > 0.8, Coverage: > 0.75 });
        Assert.All(box.Sides, side => Assert.InRange(
            side.Limit, Nearest(side.Limit) - 0.05, Nearest(side.Limit) + 0.05));
    }

    [Fact]
    public void The_path_goes_from_all_runs_to_the_densest_box()
    {
        var path = PrimBox.Of(Points, [.. Points.Select(IsIn)], designSeed: 1)!.Path;

        Assert.Equal(new PrimStage(1, Points.Count(IsIn) / 1_000.0, 1, 0), path[0]);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(pair.Second.Support < pair.First.Support));
        Assert.All(path, stage => Assert.True(stage.Support >= 0.05));
        Assert.True(path[^1].Density > path[0].Density);
    }

    [Fact]
    public void Cases_without_a_box_have_none()
    {
        var draws = Draws.For(5, 0, 1);
        var box = PrimBox.Of(Points, [.. Points.Select(_ => draws.Happens(0.3))], designSeed: 1)!;

        Assert.True(box.Sides.Count == 0 || box.Stage.Density < 0.5);
        Assert.All(box.Sides, side => Assert.True(side.QuasiPValue <= 0.05));
        Assert.Null(PrimBox.Of(Points, [.. Points.Select(_ => true)], designSeed: 1));
        Assert.Null(PrimBox.Of(Points, [.. Points.Select(_ => false)], designSeed: 1));
    }

    [Fact]
    public void Equal_values_of_a_factor_stay_together()
    {
        List<IReadOnlyList<double>> points =
            [.. Enumerable.Range(0, 200).Select(run => (IReadOnlyList<double>)[run % 4])];
        var box = PrimBox.Of(points, [.. points.Select(point => point[0] >= 2)], designSeed: 1)!;

        var side = Assert.Single(box.Sides);
        Assert.Equal((false, 1.5), (side.IsUpper, side.Limit));
        Assert.Equal((1, 1), (box.Stage.Coverage, box.Stage.Density));
    }

    [Fact]
    public void The_sentence_names_limits_coverage_and_density()
    {
        var box = new PrimBox(
            [new PrimSide(1, true, 0.7812, 1e-9, 10), new PrimSide(0, true, 1.93, 1e-4, 9)],
            new PrimStage(0.81, 0.92, 0.2, 2), [], 10);
        FactorWords[] factors = [new("retry", "s"), new("gateway")];

        Assert.Equal(
            "giving up exceeds 1 % mostly when gateway < 0.78 and retry < 1.9 s: "
            + "covers 81 % of such cases, 92 % of the box are such.",
            SensitivitySentences.OfBox("giving up exceeds 1 %", factors, box));
        Assert.Equal(
            "No box of factors is told apart in which giving up exceeds 1 %.",
            SensitivitySentences.OfBox("giving up exceeds 1 %", factors, box with { Sides = [] }));
    }

    private static bool IsIn(IReadOnlyList<double> point) =>
        point[0] < 0.6 && point[1] is > 0.25 and < 0.7;

    // The true limit within 3 % of the range, else what was found.
    private static double Nearest(double limit) => Limits
        .Where(one => Math.Abs(one - limit) <= 0.03).DefaultIfEmpty(limit).First();
}
