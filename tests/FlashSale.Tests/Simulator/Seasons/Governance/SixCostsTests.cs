using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>The six costs of a change, counted by hand, and the ways to change a rule.</summary>
public sealed class SixCostsTests
{
    private const int Days = 50;
    private const int Settled = Protesting.ChangeDay + 28;

    private static readonly SeasonResult Played = SmallSeason.ResultOf(Protesting.Scenario);

    [Fact, Trait("simulator", "GOV-2")]
    public void Each_of_the_six_costs_is_what_the_days_say()
    {
        var old = Made(_ => 100, 0);
        SeasonResult[] changed =
        [
            Made(day => day < Protesting.ChangeDay ? 100 : day < Settled ? 60 : 90, lessOnTheFirst: 0),
            Made(day => day < Protesting.ChangeDay ? 100 : day < Settled ? 60 : 90, lessOnTheFirst: 10),
        ];

        var costs = SixCosts.Of(Protesting.Scenario, [old, old], changed);

        Assert.Equal(60_000, costs.Design, 6);
        Assert.Equal((Days - Settled) * 10, costs.Opportunity, 6);
        Assert.Equal(28 * 40, costs.TimeLag, 6);
        Assert.Equal(5, costs.Risk, 6); // the mean of two is 5 above the worse
        Assert.Equal(Days * (3 + 2), costs.Conflict, 6);
        Assert.Equal(
            (Days - Protesting.ChangeDay) / 7.0 * 2 * 2_000 * (1 + 0.7 - 0.7 + 1 - 0.49), costs.Running, 6);
        Assert.Equal(
            costs.Design + costs.Opportunity + costs.TimeLag + costs.Risk + costs.Conflict + costs.Running,
            costs.Sum, 6);
    }

    [Fact, Trait("simulator", "GOV-2")]
    public void Whoever_asks_and_lets_vote_pays_for_it_before()
    {
        var asked = Protesting.Scenario.Changes[0];
        asked = asked with { Terms = asked.Terms! with { Consulted = true, Voted = true, DesignDays = 10 } };

        var costs = SixCosts.Of(
            Protesting.Scenario with { Changes = [asked] }, [Played], [Played]);

        Assert.Equal(10_000 + 50_000 + 20_000, costs.Design, 6);
        Assert.Throws<ArgumentException>(() => SixCosts.Of(Protesting.Scenario, [Played], []));
    }

    [Fact, Trait("simulator", "GOV-1")]
    public void Ways_to_change_a_rule_differ_in_its_steps_only()
    {
        var arms = ChangeArms.Of(Protesting.Scenario, steps: 6, apart: 7);

        Assert.Equal(["old rule", "as planned", "at once", "in steps"], arms.Select(arm => arm.Name));
        Assert.Empty(arms[0].Scenario.Changes);
        Assert.Equal(1, arms[2].Scenario.Changes[0].Steps);
        Assert.Equal(3, arms[3].Scenario.Changes[0].Steps); // days 14, 21 and 28 of 35
        Assert.Equal(
            TimeSpan.FromDays(Protesting.ChangeDay + 14), arms[3].Scenario.Changes[0].Until);
        Assert.All(arms, arm => Assert.Equal(
            Protesting.Scenario.Hash, (arm.Scenario with { Changes = Protesting.Scenario.Changes }).Hash));
        Assert.Equal(Protesting.ChangeDay, ChangeArms.ForkDay(Protesting.Scenario));
    }

    [Fact, Trait("simulator", "GOV-3")]
    public void The_histories_have_the_same_thresholds()
    {
        var all = GovernanceHistories.Names.Select(name => GovernanceHistories.Find(name)!).ToList();

        Assert.Equal(3, all.Count);
        var usual = new ProtestHabits();
        Assert.All(all, one => Assert.Equal(
            (usual.Threshold, usual.Spread),
            (one.Governance!.Protest.Threshold, one.Governance.Protest.Spread)));
        Assert.Null(GovernanceHistories.Find("fees-1999"));
    }

    [Fact, Trait("simulator", "GOV-3"), Trait("simulator", "GOV-4")]
    public void The_summary_and_the_report_tell_of_the_protest_and_of_what_rules_make_profitable()
    {
        var governance = Played.Summary.Governance!;
        var protest = Assert.Single(governance.Protests);
        var page = SeasonReport.Of(Played);

        Assert.Equal(Played.Days.Max(day => day[SeasonMeasures.Participants]), protest.Most);
        Assert.Equal(Protesting.ChangeDay + 1, protest.FirstDay);
        Assert.Equal(5, protest.AnsweredAfter);
        Assert.Equal(
            Played.Days.Sum(day => day[SeasonMeasures.Participants]), governance.ParticipantDays);
        Assert.Contains("What the rules make profitable", page, StringComparison.Ordinal);
        Assert.Contains("break-even", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "Changes of the rules", SeasonReport.Of(SmallSeason.ResultOf(SmallSeason.Scenario)),
            StringComparison.Ordinal);
    }

    // Days on which stores lost 3 yuan to hoarding and paid 2 for clicks, and two rules could punish.
    private static SeasonResult Made(Func<int, int> incomeYuan, int lessOnTheFirst) => Played with
    {
        Days =
        [
            .. Enumerable.Range(0, Days).Select(day =>
            {
                var values = new long[SeasonMeasures.All.Count];
                values[SeasonMeasures.Commission.Index] =
                    100 * (incomeYuan(day) - (day == 0 ? lessOnTheFirst : 0));
                values[SeasonMeasures.ProtestLost.Index] = 300;
                values[SeasonMeasures.ProtestClickCosts.Index] = 200;
                values[SeasonMeasures.ControlLevel.Index] = 2;
                return new SeasonRow(day, 1, values);
            }),
        ],
    };
}
