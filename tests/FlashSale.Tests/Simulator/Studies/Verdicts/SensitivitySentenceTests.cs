using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class SensitivitySentenceTests
{
    private static readonly SensitivityIndex Gateway =
        new(0.62, new(0.55, 0.69), 0.63, new(0.6, 0.7), new(-0.05, 0.07));

    private static readonly SensitivityIndex Chance =
        new(0.03, new(-0.01, 0.06), 0.04, new(0, 0.1), new(0, 0.1));

    [Fact]
    public void The_largest_share_of_the_spread_is_named_and_that_of_chance() => Assert.Equal(
        "Gateway share explains 62 % (55–69) of the spread of giving up, chance 3 %.",
        SensitivitySentences.OfLargest(
            "giving up", ["hesitation", "Gateway share", "chance"],
            [Gateway with { First = 0.1 }, Gateway, Chance], hasChance: true));

    [Fact]
    public void A_share_that_an_estimate_puts_below_0_is_none() => Assert.Equal(
        "retry explains 2 % (0–5) of the spread of giving up.",
        SensitivitySentences.OfLargest(
            "giving up", ["retry"], [new SensitivityIndex(0.02, new(-0.01, 0.05))], hasChance: false));

    [Fact]
    public void Factors_that_act_together_are_named()
    {
        var together = Gateway with { First = 0.1, Total = 0.31, InteractionLimits = new(0.11, 0.3) };

        Assert.Equal(
            "hesitation × capacity interact: T − S = 0.21.",
            SensitivitySentences.OfInteractions(
                ["hesitation", "gateway", "capacity"], [together, Gateway, together]));
        Assert.Equal(
            "capacity × hesitation interact: T − S = 0.21 to 0.31.",
            SensitivitySentences.OfInteractions(
                ["hesitation", "capacity"], [together, together with { Total = 0.41 }]));
        Assert.Null(SensitivitySentences.OfInteractions(["a", "b"], [together, Gateway]));
    }
}
