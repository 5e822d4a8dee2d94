using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

[Trait("engine", "LST-3")]
public sealed class PresaleTests
{
    private static readonly Money Deposit = Money.FromYuan(40);

    private static readonly Money Price = Money.FromYuan(200);

    private static readonly DateTimeOffset From = Noon.AddHours(1);

    private static readonly DateTimeOffset Until = Noon.AddDays(1);

    [Fact]
    public void A_deposit_now_and_the_balance_in_its_window_make_a_paid_order()
    {
        var market = Presale();
        market.Place(Checkout(), Line(2, yuan: 200));

        Assert.Equal(new PayAnswer(PayResult.DepositPaid, Deposit * 2), Pay(market));
        Assert.Equal(PayResult.TooEarly, PayBalance(market).Result);
        market.AdvanceTo(From);
        Assert.Equal(new PayAnswer(PayResult.Paid, Total(market)), PayBalance(market));
        Assert.Equal(new PayAnswer(PayResult.Paid, Total(market)), PayBalance(market));
        Assert.Equal(2, market.View.Movements(MovementKind.Payment).Count);
        Assert.Equal(OrderResult.Done, market.StepOrder(Checkout().Order(0), OrderStep.Ship));
        market.AssertSound();
    }

    [Fact]
    public void The_units_are_held_from_the_order_on()
    {
        var market = Presale();
        market.Place(Checkout(buyer: 1), Line(10, yuan: 200));
        Pay(market, buyer: 1);

        Assert.Equal(
            CheckoutResult.SoldOut, market.Place(Checkout(buyer: 2), Line(1, yuan: 200)).Result);
        Assert.Equal(10, market.View.Stock(FirstListing).Held);
        market.AssertSound();
    }

    [Fact]
    public void A_balance_that_is_not_paid_in_time_forfeits_the_deposit_to_the_store()
    {
        var market = Presale();
        market.Place(Checkout(), Line(1, yuan: 200));
        Pay(market);

        market.AdvanceTo(Until);

        Assert.Equal(OrderStatus.Closed, market.View.Order(Checkout().Order(0))!.Status);
        Assert.Equal(Deposit, market.View.Balance(AccountId.Of(FirstStore)));
        Assert.Equal(10, market.View.Stock(FirstListing).ForSale);
        Assert.Equal(new PayAnswer(PayResult.TooLate, Money.Zero), PayBalance(market));
        Assert.Equal(new PayAnswer(PayResult.DepositPaid, Deposit), Pay(market)); // ORD-4
        Assert.Equal(1, market.View.Movements(MovementKind.Payment).Count);
        market.AssertSound();
    }

    [Fact]
    public void A_deposit_that_is_not_paid_in_time_releases_the_units_and_a_late_one_goes_back()
    {
        var market = Presale();
        market.Place(Checkout(), Line(1, yuan: 200));
        market.AdvanceTo(Noon.AddMinutes(30));

        Assert.Equal(10, market.View.Stock(FirstListing).ForSale);
        Assert.Equal(new PayAnswer(PayResult.TooLate, Deposit), Pay(market));
        Assert.Equal(Deposit, market.View.Movements(MovementKind.Payment).Amount);
        market.AssertSound();
    }

    [Fact]
    public void No_deposit_is_taken_when_the_time_for_the_balance_is_over()
    {
        var market = Presale();
        market.AdvanceTo(Until.AddMinutes(-10));
        Assert.Equal(Until, market.Place(Checkout(), Line(1, yuan: 200)).At);

        market.AdvanceTo(Until);

        Assert.Equal(PayResult.TooLate, Pay(market).Result);
        Assert.Equal(CheckoutResult.MixedSales, market.Place(Checkout(1), Line(1, yuan: 200)).Result);
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Of(FirstStore)));
        market.AssertSound();
    }

    [Fact]
    public void A_presale_stands_alone_in_its_checkout()
    {
        var market = Presale();
        market.Publish(new ListingId(1), Terms());

        var answer = market.Place(Checkout(), Line(listing: 1), Line(1, yuan: 200));

        Assert.Equal((CheckoutResult.MixedSales, 1), (answer.Result, answer.Line));
    }

    [Fact]
    public void A_deposit_that_is_paid_cannot_be_cancelled_nor_refunded()
    {
        var market = Presale();
        market.Place(Checkout(), Line(1, yuan: 200));
        Pay(market);

        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(Checkout().Order(0), OrderStep.Cancel));
        Assert.Equal(RefundResult.NotAllowed, market.Refund(Checkout().Order(0), 0, 1).Result);
        Assert.Equal(OrderResult.NotAllowed, market.OpenDispute(Checkout().Order(0)));
    }

    [Fact]
    public void The_balance_comes_after_the_deposit()
    {
        var market = Presale();
        market.Place(Checkout(), Line(1, yuan: 200));
        market.AdvanceTo(Noon.AddMinutes(1));

        Assert.Equal(new PayAnswer(PayResult.TooEarly, Money.Zero), PayBalance(market));
        Assert.Equal(0, market.View.Movements(MovementKind.Payment).Count);
    }

    [Fact]
    public void What_is_paid_is_refunded_in_one_sum_whatever_the_parts()
    {
        var market = Presale();
        market.Place(Checkout(), Line(1, yuan: 200));
        Pay(market);
        market.AdvanceTo(From);
        PayBalance(market);

        Assert.Equal(
            new RefundAnswer(RefundResult.Refunded, Price), market.Refund(Checkout().Order(0), 0, 1));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Escrow));
        market.AssertSound();
    }

    private static Market Presale() => Fixtures.Market(Terms(yuan: 200) with
    {
        Presale = new Presale(Deposit, From, Until),
    });

    private static Money Total(Market market) => market.View.Order(Checkout().Order(0))!.Total;

    private static PayAnswer Pay(Market market, int buyer = 7) =>
        market.Pay(Checkout(buyer: buyer), PaymentChannel.QuickPay);

    private static PayAnswer PayBalance(Market market) =>
        market.PayBalance(Checkout(), PaymentChannel.QuickPay);
}
