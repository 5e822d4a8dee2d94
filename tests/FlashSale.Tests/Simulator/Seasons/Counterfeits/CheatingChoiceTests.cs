using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What genuine goods, fakes and a brand of one's own promise, by their numbers.</summary>
public sealed class CheatingChoiceTests
{
    private static readonly FakeSellerHabits Usual = new();
    private static readonly CheatingChoice Choice = new(Usual);

    [Fact]
    public void At_sales_of_1000_yuan_a_week_fakes_pay_up_to_a_weekly_hazard_of_2_3_percent()
    {
        var loss = Choice.LossYuan(salesYuan: 1_000, depositYuan: 1_000, goodsYuan: 1_600);

        Assert.Equal(17_300, loss, 6);
        Assert.Equal(400 / 17_300.0, Choice.BreakEvenHazard(1_000, loss), 9);
        Assert.Equal(
            Choice.GenuineYuan(1_000, isRewarded: false),
            Choice.FakeYuan(1_000, Choice.BreakEvenHazard(1_000, loss), loss), 6);
    }

    [Theory]
    [InlineData(0, 0, 1 / 51.0)] // before anything was seen
    [InlineData(0, 49, 1 / 100.0)] // a year without a closure
    [InlineData(3, 49, 4 / 100.0)]
    [InlineData(60, 10, 61 / 111.0)] // never above 1
    public void The_perceived_hazard_is_a_prior_and_what_was_heard(int heard, int weeks, double hazard) =>
        Assert.Equal(hazard, Choice.Hazard(heard, weeks), 12);

    [Fact]
    public void A_brand_of_ones_own_costs_at_first_and_is_worth_more_later()
    {
        Assert.Equal(((12 * -0.10) + (14 * 0.22)) / 26 * 1_000, Choice.BrandYuan(1_000, weeks: 0), 6);
        Assert.Equal(220, Choice.BrandYuan(1_000, weeks: 12), 6);
        Assert.Equal(220, Choice.BrandYuan(1_000, weeks: 40), 6);
    }

    [Fact]
    public void The_choice_is_a_logit_with_a_temperature_of_5_percent_of_sales()
    {
        var (genuine, fake, brand) = (150.0, 200.0, 100.0);
        var weight = Math.E; // 50 yuan are one temperature
        var sum = 1 + weight + (1 / weight);

        Assert.Equal(StorePlan.Genuine, Choose((1 / sum) - 0.001));
        Assert.Equal(StorePlan.Fakes, Choose((1 / sum) + 0.001));
        Assert.Equal(StorePlan.Fakes, Choose(((1 + weight) / sum) - 0.001));
        Assert.Equal(StorePlan.OwnBrand, Choose(((1 + weight) / sum) + 0.001));
        Assert.Equal(
            StorePlan.Genuine, Choice.Choose(genuine, double.NegativeInfinity, 0, 1_000, chance: 0.9));

        StorePlan Choose(double chance) => Choice.Choose(genuine, fake, brand, 1_000, chance);
    }

    [Fact]
    public void A_reward_is_for_genuine_goods_of_who_is_clean()
    {
        var choice = new CheatingChoice(new FakeSellerHabits { RewardShare = 0.02 });

        Assert.Equal(170, choice.GenuineYuan(1_000, isRewarded: true), 6);
        Assert.Equal(150, choice.GenuineYuan(1_000, isRewarded: false), 6);
    }
}
