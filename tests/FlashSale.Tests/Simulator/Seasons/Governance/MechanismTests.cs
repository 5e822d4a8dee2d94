using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What rules make profitable, against the calculation of MODELS M3 by hand.</summary>
public sealed class MechanismTests
{
    private static readonly IReadOnlyList<MechanismRow> Rows =
        MechanismReport.Of(new Policy(), new GovernanceHabits());

    // Deposit 1,000 + two weeks of sales 2,000 + 26 weeks of 550 = 17,300; (550 − 150) / 17,300 = 2.3 %.
    [Fact, Trait("simulator", "GOV-4")]
    public void A_closed_store_loses_17300_yuan_and_fakes_stop_to_pay_at_2_3_percent_a_week()
    {
        var closed = Assert.Single(Rows, row => row.Rule.StartsWith("closed (", StringComparison.Ordinal));

        Assert.Equal(17_300, closed.LossYuan, 6);
        Assert.Equal(0.0231, closed.BreakEven!.Value, 4);
        Assert.Equal(150 - (0.0002 * 17_300), closed.HonestYuan, 6);
        Assert.Equal(550 - (17_300 / 51.0), closed.OpportunistYuan, 6);
        Assert.Equal("cheats", closed.WhoGains); // one in 51 is less than 2.3 %
    }

    [Fact, Trait("simulator", "GOV-4")]
    public void Only_who_is_barred_under_every_name_does_not_come_back()
    {
        var closed = Assert.Single(Rows, row => row.Rule.StartsWith("closed (", StringComparison.Ordinal));
        var barred = Assert.Single(Rows, row => row.Rule.StartsWith("barred", StringComparison.Ordinal));

        Assert.Equal(550 - ((50 + 1_100 + 2_000) / 51.0), closed.ProfessionalYuan, 6);
        Assert.Equal(barred.OpportunistYuan, barred.ProfessionalYuan);
        Assert.Equal("honest sellers", barred.WhoGains);
        Assert.Equal(0.0231 / 4, barred.BreakEven!.Value, 4);
    }

    [Fact, Trait("simulator", "GOV-4")]
    public void A_warning_stops_nobody_and_a_reward_helps_the_honest()
    {
        var warning = Assert.Single(Rows, row => row.Rule.StartsWith("a warning", StringComparison.Ordinal));
        var refund = Assert.Single(Rows, row => row.Rule.StartsWith("a refund", StringComparison.Ordinal));
        var both = Assert.Single(Rows, row => row.Rule.StartsWith("closed, and", StringComparison.Ordinal));

        Assert.Null(warning.BreakEven);
        Assert.Equal(550, warning.OpportunistYuan, 6);
        Assert.Equal(20, refund.RewardYuan, 6);
        Assert.Equal(150 + 20 - (0.0002 * 13 * 20), refund.HonestYuan, 6);
        Assert.Equal(400 / (17_300 + (13 * 20.0)), both.BreakEven!.Value, 6);
    }
}
