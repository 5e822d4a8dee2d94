using FlashSale.Simulator;
using static FlashSale.Tests.Simulator.People.Crowds;

namespace FlashSale.Tests.Simulator.People;

/// <summary>Buyers who have paid (ORD-2, ORD-3).</summary>
[Trait("simulator", "ORD-3")]
public sealed class RecipientTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(1)]
    public void A_share_of_buyers_wants_the_money_back_before_shipping(double share)
    {
        var recipient = Of(new ReturnHabits { BeforeShippingShare = share });

        Meets(share, AllOf(recipient.HasPaid).Share(one => one.Act == EventKind.RefundUnshipped));
    }

    [Theory]
    [InlineData(0, 0.6)]
    [InlineData(0.25, 0.6)]
    [InlineData(1, 0.6)]
    [InlineData(0.25, 0)]
    public void What_arrives_is_sent_back_or_confirmed_or_left_to_the_deadline(
        double returned, double confirmed)
    {
        var recipient = Of(new ReturnHabits(), new ReceiptHabits { ConfirmShare = confirmed });
        var all = AllOf(id => recipient.HasReceived(id, returned));

        Meets(returned, all.Share(one => one.Act == EventKind.Return));
        Meets((1 - returned) * confirmed, all.Share(one => one.Act == EventKind.Confirm));
        Meets((1 - returned) * (1 - confirmed), all.Share(one => !one.IsAny));
    }

    [Fact]
    public void Returns_come_within_the_seven_days_and_some_of_them_over_poor_quality()
    {
        var recipient = Of(new ReturnHabits { PoorQualityShare = 0.1 });
        var all = AllOf(id => recipient.HasReceived(id, returnRate: 1));

        Assert.All(all, one => Assert.InRange(one.AfterMs, 0, (long)TimeSpan.FromDays(7).TotalMilliseconds));
        Meets(0.1, all.Share(one => one.Entity == 1));
    }

    [Fact]
    public void Stores_argue_over_poor_quality_only_and_the_dispute_takes_its_time()
    {
        var recipient = Of(new ReturnHabits
        {
            DisputedShare = 0.3,
            DisputeWithin = Always(TimeSpan.FromDays(4)),
        });
        var over = AllOf(id => recipient.SendsBack(id, isPoorQuality: true));

        Meets(0.3, over.Share(one => one.Act == EventKind.DecideDispute));
        Assert.All(over.Where(one => one.IsAny), one => Assert.Equal(4 * 86_400_000, one.AfterMs));
        Assert.DoesNotContain(AllOf(id => recipient.SendsBack(id, isPoorQuality: false)), one => one.IsAny);
    }

    [Fact]
    public void A_share_of_disputes_is_won_by_the_buyer()
    {
        var recipient = Of(new ReturnHabits { BuyerWinsShare = 0.6 });

        Meets(0.6, AllOf(recipient.WinsDispute).Share(wins => wins));
    }

    [Fact]
    public void Whether_one_regrets_says_nothing_about_whether_one_sends_back()
    {
        var recipient = Of(new ReturnHabits { BeforeShippingShare = 0.5 });
        var both = AllOf(id =>
            recipient.HasPaid(id).IsAny && recipient.HasReceived(id, 0.5).Act == EventKind.Return);

        Meets(0.25, both.Share(one => one));
    }

    private static Recipient Of(ReturnHabits returning, ReceiptHabits? receiving = null) =>
        new(seed: 1, receiving ?? new ReceiptHabits(), returning);
}
