using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>A small season in which half of the sellers lose most of what they earn at once.</summary>
internal static class Protesting
{
    public const int ChangeDay = 14;

    public static SeasonScenario Scenario { get; } = SmallSeason.Scenario with
    {
        Name = "protesting",
        Sellers = new SellerHabits { BrandShare = 0.5 },
        Changes = [Change(steps: 1)],
        Governance = new GovernanceHabits
        {
            Protest = new ProtestHabits { ActsPerDay = 12, Victims = 3, Acts = [0.2, 0.2, 0.4, 0.2] },
            Answer = new PlatformAnswer
            {
                After = TimeSpan.FromDays(5),
                Measures = [AnswerMeasure.Delay, AnswerMeasure.HalfDeposit],
            },
        },
    };

    public static PolicyChange Change(int steps, int? announcedDay = null) => new()
    {
        At = TimeSpan.FromDays(ChangeDay),
        Until = steps == 1 ? null : TimeSpan.FromDays(ChangeDay + 15),
        Steps = steps,
        Policy = [new PolicySetting("stores.brandDepositMiddle", "150000")],
        Terms = new ChangeTerms
        {
            Announced = announcedDay is { } day ? TimeSpan.FromDays(day) : null,
            EqualForBothMarkets = false,
            Hits = [new ChangeHit { Scope = ChangeScope.Brand, Loss = 0.9 }],
        },
    };

    public static long Sum(SeasonResult result, SeasonMeasure measure) =>
        result.Days.Sum(day => day[measure]);
}
