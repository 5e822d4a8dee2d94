using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class DiscoveredBoxTests
{
    private static readonly IReadOnlyList<IReadOnlyList<double>> Points =
        SimpleDesigns.AtRandom(1_000, 4, designSeed: 1);

    [Fact]
    public void The_picture_is_of_the_factors_that_keep_most_points_out_then_of_those_that_explain_most()
    {
        Assert.Equal([2, 0, 3, 1], Of(new(0, true, 0.9, 0, 10), new(2, false, 0.6, 1e-9, 10)));
        Assert.Equal([1, 3, 2, 0], Of(new PrimSide(1, false, 0.5, 0, 10)));
    }

    // In the order of the picture; chance explains the first side least, whatever it restricts.
    private static IReadOnlyList<int> Of(params PrimSide[] sides) => new DiscoveredBox(
        [], "gmv exceeds 1", Points, [.. Points.Select(_ => false)],
        new PrimBox(sides, new PrimStage(1, 1, 0.3, sides.Length), [], HalfSamples: 10),
        Explained: [0.1, 0.2, 0.3, 0.4]).ByRestriction;
}
