using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Who appeals, and how right reviewers and juries are, by their numbers.</summary>
public sealed class AppealPanelTests
{
    private const int Cases = 4_000;

    private static readonly AppealHabits Usual = new();

    [Theory]
    [InlineData(1_000, false, -1.5)]
    [InlineData(1_000, true, -0.3)]
    [InlineData(10_000, false, 0.34206807)] // −1.5 + 0.8 ln 10
    [InlineData(0, true, -5.82620422)] // as if it were one yuan
    public void An_appeal_is_likelier_by_loss_and_innocence(double loss, bool isInnocent, double logit) =>
        Assert.Equal(
            1 / (1 + Math.Exp(-logit)), AppealChoice.ChanceOf(loss, isInnocent, Usual), 6);

    [Theory]
    [InlineData(true, true, 0.95)]
    [InlineData(false, true, 0.95)]
    [InlineData(true, false, 0.75)]
    [InlineData(false, false, 0.75)]
    public void A_reviewer_is_right_as_often_as_the_evidence_allows(
        bool isInnocent, bool hasEvidence, double accuracy)
    {
        var panel = new AppealPanel(1, Usual);
        var right = Enumerable.Range(0, Cases)
            .Count(key => panel.OfReviewer(isInnocent, hasEvidence, key).For == (isInnocent ? 1 : 0));

        Assert.InRange((double)right / Cases, accuracy - 0.02, accuracy + 0.02);
    }

    [Fact]
    public void A_jury_that_has_learnt_is_about_as_right_as_a_reviewer_and_hardly_swayed()
    {
        var panel = new AppealPanel(1, Usual);
        var votes = Enumerable.Range(0, Cases)
            .Select(key => panel.OfJury(isInnocent: false, hasEvidence: true, jurors: 31, key)).ToList();

        var right = votes.Count(one => 2 * one.For < one.Of);
        Assert.InRange((double)right / Cases, 0.93, 0.975); // a binomial of 31 with 0.65: 0.957
        Assert.InRange(votes.Count(one => one.IsSwayed) / (double)Cases, 0, 0.02);
        Assert.Equal(0.10 * 0.05, panel.BiasNow, 9);
    }

    [Fact]
    public void Jurors_who_are_sellers_lean_to_sellers_until_they_have_learnt()
    {
        var green = new AppealPanel(1, Usual with { BiasUnlearned = 0 });
        var votes = Enumerable.Range(0, Cases)
            .Select(key => green.OfJury(isInnocent: false, hasEvidence: false, jurors: 31, key)).ToList();

        Assert.Equal(0.10, green.BiasNow, 9);
        Assert.True(votes.Count(one => one.IsSwayed) > 0.05 * Cases);
        Assert.Equal(0.45 + (0.5 * 0.10), votes.Average(one => one.For / 31.0), 2);
    }
}
