using FlashSale.Simulator;
using static FlashSale.Tests.Simulator.People.Crowds;

namespace FlashSale.Tests.Simulator.People;

/// <summary>Buyers who have ordered (INV-2, ESC-5, LST-3).</summary>
[Trait("simulator", "ESC-5")]
public sealed class PayerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.14)]
    [InlineData(0.95)]
    public void A_share_of_orders_is_never_paid(double never)
    {
        var payer = new Payer(seed: 1, new PaymentHabits { NeverShare = never }, mobileShare: 1);

        Meets(1 - never, Each(payer.HasOrdered).Share(one => one.Act == EventKind.StartPayment));
    }

    [Fact]
    public void Half_of_those_who_pay_have_begun_by_the_median_of_the_delay()
    {
        var payer = new Payer(seed: 1, new PaymentHabits { NeverShare = 0 }, mobileShare: 1);
        var delays = Each(payer.HasOrdered);

        Meets(0.5, delays.Share(one => one.AfterMs < 8_000)); // F: eight seconds in a store of Tmall
        Assert.All(delays, one => Assert.InRange(one.AfterMs, 3_000, 6 * 3_600_000));
    }

    [Fact]
    public void Who_is_not_on_a_phone_takes_longer_by_the_page_of_the_bank()
    {
        var habits = new PaymentHabits { NeverShare = 0, DelayOffPhone = TimeSpan.FromHours(9) };
        var delays = Each(new Payer(seed: 1, habits, mobileShare: 0.3).HasOrdered);

        Meets(0.7, delays.Share(one => one.AfterMs > 9 * 3_600_000));
        Assert.Equal(0.3, habits.ShareWithin(TimeSpan.FromHours(9), mobileShare: 0.3), 9);
        Assert.Equal(0.65, habits.ShareWithin(TimeSpan.FromHours(9) + TimeSpan.FromSeconds(8), 0.3), 9);
    }

    [Fact]
    public void A_failed_payment_is_tried_again_after_a_while_and_the_last_try_is_the_last()
    {
        var payer = new Payer(
            seed: 1, new PaymentHabits { TriesMax = 3, RetryDelay = TimeSpan.FromSeconds(15) }, 1);

        Assert.Equal(new Intention(EventKind.StartPayment, 15_000, 1), payer.HasFailed(triesBefore: 0));
        Assert.Equal(new Intention(EventKind.StartPayment, 15_000, 2), payer.HasFailed(triesBefore: 1));
        Assert.False(payer.HasFailed(triesBefore: 2).IsAny);
    }

    [Theory]
    [InlineData(0, 5_000_000)]
    [InlineData(4_999_999, 1)]
    [InlineData(5_000_001, 0)]
    public void The_balance_of_a_presale_is_paid_when_it_is_time_and_late_rather_than_never(
        long nowMs, long afterMs)
    {
        var visit = new Visit(ArrivalKind.Presale, -100_000, -40_000, BalanceAt: 5_000_000);

        Assert.Equal(new Intention(EventKind.StartPayment, afterMs), Payer.OwesBalance(visit, nowMs));
    }

    [Theory]
    [InlineData(0.01, 500)]
    [InlineData(499.99, 500)]
    [InlineData(500, 1_000)]
    [InlineData(1_200, 1_500)]
    public void A_buyer_tops_up_by_whole_five_hundreds_and_more_than_is_due(decimal due, long yuan) =>
        Assert.Equal(Money.FromYuan(yuan), Payer.TopUpFor(Money.FromFen((long)(due * 100))));
}
