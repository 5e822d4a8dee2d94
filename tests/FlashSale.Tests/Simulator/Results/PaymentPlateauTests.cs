using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class PaymentPlateauTests
{
    private static readonly SampleScale Scale = new(0.001);

    [Fact]
    public void Payments_held_at_the_capacity_are_a_plateau()
    {
        var plateau = PaymentPlateau.Find(Seconds(t => t is >= 20 and < 560 ? 93 : 20), Scale);

        Assert.NotNull(plateau);
        Assert.Equal((20, 9), (plateau.FromSeconds, plateau.Minutes));
        Assert.Equal(93_000, plateau.PaymentsPerSecond);
    }

    [Fact]
    public void One_low_window_does_not_end_a_plateau() => Assert.Equal(
        9, PaymentPlateau.Find(Seconds(t => t / 10 == 30 ? 10 : t is >= 20 and < 560 ? 200 : 20),
            Scale)!.Minutes);

    [Fact]
    public void A_spike_that_decays_is_no_plateau() =>
        Assert.Null(PaymentPlateau.Find(Seconds(t => (int)(420 * 300.0 / (300 + t))), Scale));

    [Fact]
    public void A_minute_at_one_level_is_too_short_for_a_plateau() =>
        Assert.Null(PaymentPlateau.Find(Seconds(t => t < 60 ? 200 : 20), Scale));

    [Fact]
    public void Few_payments_are_looked_at_in_wider_windows() =>
        Assert.Equal(60, PaymentPlateau.Find(Seconds(t => t < 600 ? 9 : 1), Scale)!.WindowSeconds);

    [Theory]
    [InlineData(7, true)] // 420 in a minute
    [InlineData(6, false)]
    public void A_level_of_too_few_payments_cannot_be_told_from_chance(int perSecond, bool isPlateau) =>
        Assert.Equal(isPlateau, PaymentPlateau.Find(Seconds(_ => perSecond), Scale) is not null);

    [Fact]
    public void Where_nothing_is_paid_there_is_no_plateau() =>
        Assert.Null(PaymentPlateau.Find(Seconds(_ => 0), Scale));

    private static int[] Seconds(Func<int, int> payments) =>
        [.. Enumerable.Range(0, 86_400).Select(payments)];
}
