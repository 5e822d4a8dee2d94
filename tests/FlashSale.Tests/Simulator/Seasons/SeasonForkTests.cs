using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>A season is forked at the day of a change, and arms differ in policy only.</summary>
public sealed class SeasonForkTests
{
    private const int ForkDay = 18;

    private static readonly SeasonScenario Arm = SmallSeason.Scenario with
    {
        Name = "arm",
        Changes =
        [
            new PolicyChange
            {
                At = TimeSpan.FromDays(ForkDay),
                Policy = [new PolicySetting("inventory.payWithin", "1min")],
            },
        ],
    };

    [Fact, Trait("simulator", "SEA-1")]
    public void A_fork_ends_as_a_whole_season_does()
    {
        var past = Season.Create(SmallSeason.Scenario);
        past.RunUntil(ForkDay);
        var same = past.Fork();
        var arm = past.ForkInto(Arm);
        foreach (var season in new[] { past, same, arm })
        {
            season.RunToEnd();
        }

        var whole = SmallSeason.Run(SmallSeason.Scenario);
        var wholeArm = SmallSeason.Run(Arm);
        Assert.Equal(whole.StateHash(), past.StateHash());
        Assert.Equal(whole.StateHash(), same.StateHash());
        Assert.Equal(wholeArm.StateHash(), arm.StateHash());
        Assert.NotEqual(whole.StateHash(), arm.StateHash());
        Assert.Equal(
            SeasonJson.Write(wholeArm.Finish(SmallSeason.Stamp).Summary),
            SeasonJson.Write(arm.Finish(SmallSeason.Stamp).Summary));
    }

    [Fact, Trait("simulator", "SEA-1"), Trait("simulator", "GOV-1"), Trait("simulator", "INV-2")]
    public void Arms_share_their_luck_until_the_day_of_the_change()
    {
        var ours = SmallSeason.ResultOf(SmallSeason.Scenario);
        var arm = SmallSeason.ResultOf(Arm);

        Assert.All(Enumerable.Range(0, ForkDay), day =>
            Assert.Equal(ours.Days[day].Values, arm.Days[day].Values));
        Assert.All(Enumerable.Range(0, ours.Days.Count), day => Assert.Equal(
            ours.Days[day][SeasonMeasures.Visits], arm.Days[day][SeasonMeasures.Visits]));
        Assert.True(
            arm.Days.Sum(day => day[SeasonMeasures.LatePayments])
            > ours.Days.Sum(day => day[SeasonMeasures.LatePayments]));
    }

    [Fact]
    public void An_arm_that_differs_in_more_than_its_policies_or_before_the_day_is_refused()
    {
        var past = Season.Create(SmallSeason.Scenario);
        past.RunUntil(ForkDay + 1);

        var late = Assert.Throws<ArgumentException>(() => past.ForkInto(Arm));
        var other = Assert.Throws<ArgumentException>(() => past.ForkInto(
            SmallSeason.Scenario with { Sellers = new SellerHabits { ExitsPerDay = 0.5 } }));

        Assert.Contains("another policy on day 18", late.Message, StringComparison.Ordinal);
        Assert.Contains("more than its policies", other.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Season.Load(
            new StateReader(new MemoryStream(new byte[64])), SmallSeason.Scenario));
    }
}
