using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class LossProfileTests
{
    private static readonly double[] Luck = [0.3, -0.2, 0.1, -0.4, 0.2, 0.1];

    [Fact]
    public void Values_that_fit_as_well_as_the_best_are_not_told_from_it()
    {
        // Losses 9, 1.02, 1, 1.03, 9: the outer ones are worse beyond chance.
        var profile = LossProfile.Of([.. new[] { 9, 1.02, 1, 1.03, 9 }.Select(Losses)], 0.95);

        Assert.Equal(new LossProfile(2, 1, 3), profile);
        Assert.False(profile.IsIdentified);
        Assert.Equal(
            "Not identified: any value of sustained from 0.84 to 0.93 fits as well.",
            SensitivitySentences.OfNotIdentified(new FactorWords("sustained"), 0.84, 0.93));
    }

    [Fact]
    public void A_sharp_minimum_identifies_the_factor()
    {
        var profile = LossProfile.Of([.. new[] { 9.0, 1, 8 }.Select(Losses)], 0.95);

        Assert.Equal((1, true), (profile.Best, profile.IsIdentified));
        Assert.Null(SensitivitySentences.OfNotIdentified(new FactorWords("sustained"), 0.9, 0.9));
    }

    [Fact]
    public void A_point_is_ruled_out_by_the_figure_that_it_misses_most()
    {
        var simulated = new Estimate(4, 10, 2, 1, 3);

        Assert.Equal(3, Implausibility.Of([(13, simulated, 0, 0), (11, simulated, 0, 0)]), 12);
        Assert.Equal(5 / Math.Sqrt(1 + 4 + 4), Implausibility.Of([(15, simulated, 2, 2)]), 12);
        Assert.Equal(
            0, Implausibility.Of([(10, simulated with { Error = 0 }, 0, 0)]));
    }

    // The luck of a seed moves with the value, so that differences vary.
    private static IReadOnlyList<double> Losses(double loss, int value) =>
        [.. Luck.Select((_, seed) => loss + (0.2 * Luck[(seed + value) % Luck.Length]))];
}
