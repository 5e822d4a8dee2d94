using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What a loss feels like, by the numbers of MODELS M17.</summary>
public sealed class GrievanceTests
{
    private static readonly GovernanceHabits Habits = new();

    [Theory, Trait("simulator", "GOV-3"), Trait("simulator", "GOV-6")]
    [InlineData(0.10, true, true, true, true, 5, 0)]
    [InlineData(0.45, false, false, false, false, 0, 0.35)]
    [InlineData(0.45, true, false, false, false, 0, 0.35 * 1.5)]
    [InlineData(0.45, false, true, false, false, 0, 0.35 * 1.5)]
    [InlineData(0.45, false, false, true, false, 0, 0.35 * 1.3)]
    [InlineData(0.45, false, false, false, true, 0, 0.35 * 1.3)]
    [InlineData(0.45, true, true, true, true, 2, 0.35 * 2.7)]
    public void A_loss_is_felt_the_more_the_worse_it_was_done(
        double loss, bool noNotice, bool noEvidence, bool notAsked, bool unequal, int changes,
        double grievance) =>
        Assert.Equal(grievance, Grievance.Of(
            loss, new GrievanceCauses(noNotice, noEvidence, notAsked, unequal, changes), Habits), 12);

    [Theory]
    [InlineData(50, 100, 400, 800, 0, 0.5)]
    [InlineData(50, 100, 200, 400, 1, 0.5 - 0.122474)] // √(2 × (1/200 + 1/400))
    [InlineData(120, 100, 200, 400, 0, 0)] // it rose
    [InlineData(95, 100, 20, 40, 1, 0)] // chance
    [InlineData(0, 0, 0, 0, 1, 0)] // nothing was earned before
    [InlineData(-80, 100, 400, 800, 0, 1)] // at most all of it
    public void A_fall_of_profit_is_seen_as_far_as_it_is_no_chance(
        double late, double before, int lateOrders, int beforeOrders, double errors, double loss) =>
        Assert.Equal(loss, Grievance.LossOf(late, before, lateOrders, beforeOrders, errors), 5);

    // TRU-5 to TRU-7, ESC-4, IDN-4 punish where the platform takes complaints at all.
    [Fact, Trait("simulator", "GOV-6")]
    public void The_level_of_control_counts_the_rules_that_can_punish()
    {
        var lenient = new Policy();
        var strict = new Policy { Trust = new TrustPolicy { IsOn = true } };

        Assert.Equal(1, ControlLevel.Of(lenient)); // a deposit can be lost
        Assert.Equal(9, ControlLevel.Of(strict));
        Assert.Equal(7, ControlLevel.Of(new Policy
        {
            Trust = new TrustPolicy { IsOn = true, BrandFine = Money.Zero, ComplaintsToFreeze = 0 },
        }));
    }
}
