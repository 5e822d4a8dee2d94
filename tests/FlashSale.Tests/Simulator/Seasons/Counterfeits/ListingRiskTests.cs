using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>How signs add up, and that the platform knows nothing else (TRU-1, TRU-2).</summary>
public sealed class ListingRiskTests
{
    private static readonly SignHabits Weights = new();
    private static readonly ListingSigns Plain = new(1, 0, 0, 0, false, false, false, false);

    [Fact]
    public void Signs_add_up_to_a_logistic_risk()
    {
        var signs = new ListingSigns(0.4, 2, 1, 0.5, true, true, true, true);
        var logit = ListingRisk.Logit(signs, Weights);

        Assert.Equal(-5.5 + 5 + (1.6 * 2) + 0.3 + (0.1 * 0.5) + 1 + 0.7 + 0.3 + 0.5, logit, 9);
        Assert.Equal(1 / (1 + Math.Exp(-logit)), ListingRisk.Of(logit), 12);
        Assert.Equal(0.9, ListingRisk.Of(ListingRisk.LogitOf(0.9)), 12);
        Assert.Equal(double.PositiveInfinity, ListingRisk.LogitOf(1));
    }

    [Fact]
    public void Goods_at_the_usual_price_are_no_sign_and_cheaper_ones_are_more_of_one()
    {
        Assert.Equal(Weights.Bias, ListingRisk.Logit(Plain, Weights), 12);
        Assert.Equal(Weights.Bias, ListingRisk.Logit(Plain with { PriceRatio = 0.8 }, Weights), 12);
        Assert.True(ListingRisk.Logit(Plain with { PriceRatio = 0.3 }, Weights)
            > ListingRisk.Logit(Plain with { PriceRatio = 0.5 }, Weights));
    }

    // Who decides for the platform may not even name what is hidden: only people who hold goods may.
    [Theory]
    [Trait("simulator", "TRU-1")]
    [InlineData("EnforcementDay.cs")]
    [InlineData("CaseDesk.cs")]
    [InlineData("TestPurchases.cs")]
    [InlineData("SignBook.cs")]
    [InlineData("ListingSigns.cs")]
    public void No_rule_of_the_platform_reads_the_hidden_truth(string file)
    {
        var path = Path.Combine(Repository.Root, "simulator", "Seasons", "Counterfeits", file);
        var text = File.ReadAllText(path);

        Assert.All(["HiddenTruth", "SellerType", "StorePlan", ".WasFake", ".Sealed"], word =>
            Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    // And what does not know the market's commands cannot be asked by a rule of the market.
    [Fact]
    [Trait("simulator", "TRU-1")]
    public void The_market_knows_no_truth() => Repository.HasNo(
        from path in Repository.Files("*.cs")
        where path.StartsWith("marketplace/", StringComparison.Ordinal)
            || path.StartsWith("engine/", StringComparison.Ordinal)
            || path.StartsWith("grains/", StringComparison.Ordinal)
        where File.ReadAllText(Path.Combine(Repository.Root, path))
            .Contains("HiddenTruth", StringComparison.Ordinal)
        select path);
}
