using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Sellers who are hurt by a change protest with real orders, and the platform answers.</summary>
public sealed class GovernanceTests
{
    private static readonly SeasonResult Protest = SmallSeason.ResultOf(Protesting.Scenario);

    [Fact, Trait("simulator", "GOV-3"), Trait("simulator", "GOV-5")]
    public void Who_is_hurt_without_notice_protests_the_day_after_and_every_act_is_counted()
    {
        Assert.Equal(0, Protest.Days[Protesting.ChangeDay][SeasonMeasures.Participants]);
        Assert.True(Protest.Days[Protesting.ChangeDay + 1][SeasonMeasures.Participants] > 5);
        Assert.All(
            [
                SeasonMeasures.Petitions, SeasonMeasures.ProtestClicks, SeasonMeasures.ProtestClickCosts,
                SeasonMeasures.ProtestOrders, SeasonMeasures.HoardedUnitHours, SeasonMeasures.ProtestRatings,
                SeasonMeasures.StoresAttacked, SeasonMeasures.ProtestLost, SeasonMeasures.ProtestRefused,
            ],
            measure => Assert.True(Protesting.Sum(Protest, measure) > 0, $"{measure.Column} is 0"));
        Assert.InRange(Protest.Days.Max(day => day[SeasonMeasures.StoresAttacked]), 1, 3);
    }

    // Holds end, nothing is sold twice, and money is where it belongs while stock is hoarded.
    [Fact, Trait("simulator", "INV-2"), Trait("simulator", "GOV-5")]
    public void The_audit_holds_during_an_attack_and_unpaid_orders_give_their_goods_back()
    {
        var season = Season.Create(Protesting.Scenario);
        season.RunUntil(Protesting.ChangeDay + 4);
        var amid = season.Audit();
        season.RunToEnd();

        Assert.True(amid.Passed);
        Assert.True(season.Finish(SmallSeason.Stamp).Summary.Audit.Passed);
        Assert.DoesNotContain(season.Market.AllOrders(), order =>
            order.Id.Buyer.Value >= Protesting.Scenario.Season.Buyers
            && order.Status == OrderStatus.Placed);
    }

    [Fact, Trait("simulator", "GOV-5")]
    public void A_platform_that_is_tired_of_a_protest_takes_fewer_fakes_down()
    {
        var (tired, rested) = (WithFakes(tiredFactor: 0), WithFakes(tiredFactor: 1));

        var days = tired.Days.Where(day => day[SeasonMeasures.Enforcement] == 0).Skip(1).ToList();
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.Equal(0, day[SeasonMeasures.Removed]));
        Assert.True(Protesting.Sum(tired, SeasonMeasures.Removed)
            < Protesting.Sum(rested, SeasonMeasures.Removed));

        static SeasonResult WithFakes(double tiredFactor) => SmallSeason.ResultOf(Protesting.Scenario with
        {
            Sellers = Protesting.Scenario.Sellers with { Types = [0.6, 0.1, 0.2, 0.1] },
            Counterfeits = new CounterfeitHabits
            {
                Sellers = new FakeSellerHabits { OpportunistsHideShare = 0, ProfessionalsHideShare = 0 },
            },
            Governance = Protesting.Scenario.Governance! with
            {
                Protest = Protesting.Scenario.Governance.Protest with { TiredFactor = tiredFactor },
            },
        });
    }

    [Fact, Trait("simulator", "INV-3")]
    public void A_limit_per_buyer_answers_whoever_hoards()
    {
        var limited = Protesting.Scenario with
        {
            Governance = Protesting.Scenario.Governance! with
            {
                Protest = Protesting.Scenario.Governance.Protest with { UnitsPerBuyer = 2 },
            },
        };
        var season = SmallSeason.Run(limited);
        var result = season.Finish(SmallSeason.Stamp);

        Assert.True(result.Summary.Audit.Passed);
        Assert.True(Protesting.Sum(result, SeasonMeasures.HoardedUnitHours)
            < Protesting.Sum(Protest, SeasonMeasures.HoardedUnitHours) / 10);
        Assert.True(Protesting.Sum(result, SeasonMeasures.ProtestLost)
            < Protesting.Sum(Protest, SeasonMeasures.ProtestLost));
    }

    [Fact, Trait("simulator", "GOV-3"), Trait("simulator", "GOV-5")]
    public void Concessions_calm_a_protest_and_enforcement_is_tired_after_it()
    {
        var stubborn = SmallSeason.ResultOf(Protesting.Scenario with
        {
            Governance = Protesting.Scenario.Governance! with { Answer = new PlatformAnswer() },
        });
        const int answered = Protesting.ChangeDay + 1 + 5;

        Assert.Equal(2, Protesting.Sum(Protest, SeasonMeasures.Concessions));
        Assert.Equal(0, Protesting.Sum(stubborn, SeasonMeasures.Concessions));
        Assert.All(Enumerable.Range(0, answered + 1), day => Assert.Equal(
            stubborn.Days[day][SeasonMeasures.Participants], Protest.Days[day][SeasonMeasures.Participants]));
        Assert.True(
            Protest.Days[answered + 1][SeasonMeasures.Participants] * 2
            < stubborn.Days[answered + 1][SeasonMeasures.Participants]);
        Assert.Equal(100, Protest.Days[answered][SeasonMeasures.Enforcement]);
        Assert.Equal(70, Protest.Days[^1][SeasonMeasures.Enforcement]);
    }

    [Fact, Trait("simulator", "GOV-1")]
    public void A_change_that_is_put_off_is_taken_back_in_the_market()
    {
        var season = Season.Create(Protesting.Scenario);
        season.RunUntil(Protesting.ChangeDay + 1);
        var changed = DepositOf(season);
        season.RunToEnd();

        Assert.Equal(Money.FromYuan(150_000), changed);
        Assert.Equal(Money.FromYuan(100_000), DepositOf(season));
    }

    [Fact, Trait("simulator", "GOV-1")]
    public void What_is_announced_is_planned_in_the_market_and_withdrawn_when_it_is_put_off()
    {
        var season = Season.Create(Protesting.Scenario with
        {
            Changes = [Protesting.Change(steps: 4, announcedDay: Protesting.ChangeDay - 2)],
        });
        season.RunUntil(Protesting.ChangeDay - 1);
        List<DateTimeOffset> planned = [.. Planned(season)];
        season.RunUntil(Protesting.ChangeDay + 6);
        var left = Planned(season).Count();

        Assert.Equal(4, planned.Count);
        Assert.Equal(
            [0.0, 5, 10, 15], planned.Select(one => (one - planned[0]).TotalDays));
        Assert.True(left is 2 or 4, $"{left} steps are planned"); // two to come, or all nine months later
        Assert.True(season.Audit().Passed);
    }

    // GOV-3: what helps is a gradual change.
    [Fact, Trait("simulator", "GOV-3"), Trait("simulator", "GOV-6")]
    public void The_same_change_in_steps_that_were_announced_and_asked_about_makes_fewer_protest()
    {
        var gradual = Protesting.Change(steps: 6, announcedDay: 0);
        var steps = SmallSeason.ResultOf(Protesting.Scenario with
        {
            Changes = [gradual with { Terms = gradual.Terms! with { Consulted = true } }],
        });

        Assert.True(
            steps.Days.Max(day => day[SeasonMeasures.Participants]) * 4
            < Protest.Days.Max(day => day[SeasonMeasures.Participants]));
        Assert.Equal(6, Protesting.Sum(steps, SeasonMeasures.RuleSteps));
    }

    // Whoever keeps accounts earns by them, and the annual fee of 2011 is a number of the policy.
    [Fact, Trait("simulator", "GOV-3"), Trait("simulator", "STO-5")]
    public void A_higher_annual_fee_drives_brand_stores_to_protest_and_the_books_stay_right()
    {
        var change = Protesting.Change(steps: 1);
        var fees = SmallSeason.ResultOf(Protesting.Scenario with
        {
            Policy = [new PolicySetting("stores.annualFeeMax", "6000")],
            Changes =
            [
                change with
                {
                    Policy = [new PolicySetting("stores.annualFeeMax", "60000")],
                    Terms = change.Terms! with { Hits = [] },
                },
            ],
            Accounts = new AccountTerms(),
            Sellers = Protesting.Scenario.Sellers,
            Governance = Protesting.Scenario.Governance! with { Answer = new PlatformAnswer() },
        });

        Assert.True(fees.Summary.Audit.Passed, string.Join("; ", fees.Summary.Audit.Checks
            .Where(check => !check.Passed).Select(check => check.Name + ": " + check.Finding)));
        Assert.Equal(0, fees.Days[Protesting.ChangeDay][SeasonMeasures.Participants]);
        Assert.True(fees.Days[Protesting.ChangeDay + 1][SeasonMeasures.Participants] > 3);
    }

    [Fact]
    public void An_arm_that_changes_a_rule_goes_on_from_the_season_without_it()
    {
        var old = Season.Create(Protesting.Scenario with { Changes = [] });
        old.RunUntil(Protesting.ChangeDay);
        var arm = old.ForkInto(Protesting.Scenario);
        var announced = Protesting.Scenario with { Changes = [Protesting.Change(2, announcedDay: 3)] };
        var late = Assert.Throws<ArgumentException>(() => old.ForkInto(announced));
        arm.RunToEnd();
        old.RunToEnd();

        Assert.Equal(Protest.Summary.StateHash, arm.Finish(SmallSeason.Stamp).Summary.StateHash);
        Assert.Contains("announced other changes", late.Message, StringComparison.Ordinal);
        Assert.Equal( // nobody minds what does not change
            SmallSeason.Run(Protesting.Scenario with { Changes = [], Governance = null }).StateHash(),
            old.StateHash());
    }

    private static Money DepositOf(Season season) =>
        season.Market.Policies.At(Now(season)).Stores.BrandDepositMiddle;

    private static IEnumerable<DateTimeOffset> Planned(Season season) =>
        season.Market.Policies.PlannedAfter(Now(season)).Select(one => one.From);

    private static DateTimeOffset Now(Season season) => new DateTimeOffset(
        season.Scenario.Season.StartsOn.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8))
        + season.Progress.At;
}
