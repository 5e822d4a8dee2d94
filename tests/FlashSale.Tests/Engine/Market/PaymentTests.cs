using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class PaymentTests
{
    private static readonly Money Hundred = Money.FromYuan(100);

    [Fact, Trait("engine", "CRT-1"), Trait("engine", "ESC-1")]
    public void All_orders_of_a_checkout_are_paid_in_one_payment_into_escrow()
    {
        var market = AtPayment(stock: 10);
        market.Place(Checkout(), Line(), Line(listing: 1));

        Assert.Equal(new PayAnswer(PayResult.Paid, Hundred * 2), market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(Hundred * 2, market.View.Balance(AccountId.Escrow));
        Assert.Equal(Hundred * -2, market.View.Balance(AccountId.Payer(PaymentChannel.Bank, FirstBuyer)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-4")]
    public void A_repeated_payment_is_answered_as_the_first_and_takes_nothing()
    {
        var market = Market();
        market.Place(Checkout());

        var first = market.Pay(Checkout(), PaymentChannel.Bank);

        Assert.Equal(first, market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(
            new PayAnswer(PayResult.IdReused, Money.Zero), market.Pay(Checkout(), PaymentChannel.QuickPay));
        Assert.Equal(1, market.View.Movements(MovementKind.Payment).Count);
    }

    [Fact, Trait("engine", "ORD-4")]
    public void A_payment_is_answered_as_the_first_time_even_when_all_was_refunded_since()
    {
        var market = Market();
        var order = market.Order();
        market.Refund(order, 0, 1);

        Assert.Equal(new PayAnswer(PayResult.Paid, Hundred), market.Pay(Checkout(), PaymentChannel.QuickPay));
        Assert.Equal(1, market.View.Movements(MovementKind.Payment).Count);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-1")]
    public void Goods_that_are_gone_at_payment_return_the_money_whenever_it_is_asked()
    {
        var market = AtPayment(stock: 1);
        market.Place(Checkout(buyer: 1), Line(listing: 1));
        market.Place(Checkout(buyer: 2), Line(listing: 1));

        Assert.Equal(PayResult.Paid, market.Pay(Checkout(buyer: 1), PaymentChannel.Bank).Result);
        var late = new PayAnswer(PayResult.SoldOut, Money.Zero);
        Assert.Equal(late, market.Pay(Checkout(buyer: 2), PaymentChannel.Bank));
        Assert.Equal(late, market.Pay(Checkout(buyer: 2), PaymentChannel.Bank));
        Assert.Equal(OrderStatus.Closed, market.View.Order(Checkout(buyer: 2).Order(0))!.Status);
        Assert.Equal(Hundred, market.View.Balance(AccountId.Escrow));
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-1"), Trait("engine", "CRT-1")]
    public void Of_two_orders_the_one_whose_goods_are_gone_is_returned()
    {
        var market = AtPayment(stock: 1);
        market.Place(Checkout(buyer: 1), Line(), Line(listing: 1));
        market.Place(Checkout(buyer: 2), Line(listing: 1));
        market.Pay(Checkout(buyer: 2), PaymentChannel.Bank);

        var inPart = new PayAnswer(PayResult.PaidInPart, Hundred);
        Assert.Equal(inPart, market.Pay(Checkout(buyer: 1), PaymentChannel.Bank));
        Assert.Equal(inPart, market.Pay(Checkout(buyer: 1), PaymentChannel.Bank));
        Assert.Equal(9, market.View.Stock(FirstListing).ForSale);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-1")]
    public void When_a_line_is_gone_the_order_s_other_lines_go_back_on_sale()
    {
        var market = Market();
        market.Publish(new ListingId(1), Terms(stock: 1, hold: HoldMode.AtPayment));
        market.Place(Checkout(buyer: 1), Line(4), Line(listing: 1));
        market.Place(Checkout(buyer: 2), Line(listing: 1));
        market.Pay(Checkout(buyer: 2), PaymentChannel.Bank);

        Assert.Equal(PayResult.SoldOut, market.Pay(Checkout(buyer: 1), PaymentChannel.Bank).Result);
        Assert.Equal(10, market.View.Stock(FirstListing).ForSale);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-1")]
    public void A_listing_that_holds_at_payment_can_be_ordered_by_more_than_it_has()
    {
        var market = AtPayment(stock: 1);

        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(buyer: 1), Line(listing: 1)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(buyer: 2), Line(listing: 1)).Result);
        Assert.Equal(CheckoutResult.SoldOut, market.Place(Checkout(buyer: 3), Line(2, listing: 1)).Result);
        Assert.Equal(0, market.View.Stock(new ListingId(1)).Held);
    }

    [Fact, Trait("engine", "ESC-2"), Trait("engine", "ESC-5")]
    public void A_balance_pays_what_it_holds_and_nothing_moves_when_it_is_too_small()
    {
        var market = Market();
        market.Place(Checkout());
        TopUp(market, id: 0, yuan: 99);

        Assert.Equal(
            new PayAnswer(PayResult.InsufficientFunds, Hundred),
            market.Pay(Checkout(), PaymentChannel.Balance));
        TopUp(market, id: 1, yuan: 1);
        Assert.Equal(PayResult.Paid, market.Pay(Checkout(), PaymentChannel.Balance).Result);
        market.Refund(Checkout().Order(0), 0, 1);
        Assert.Equal(Hundred, market.View.Balance(new AccountId(AccountKind.Buyer, FirstBuyer.Value)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-2")]
    public void A_late_payment_is_refunded_once_and_only_if_it_came()
    {
        var market = Market();
        market.Place(Checkout());
        market.AdvanceTo(Noon.AddMinutes(30));

        Assert.Equal(Money.Zero, market.Pay(Checkout(), PaymentChannel.Balance).Amount);
        Assert.Equal(0, market.View.Movements(MovementKind.Payment).Count);
        Assert.Equal(Hundred, market.Pay(Checkout(), PaymentChannel.Bank).Amount);
        Assert.Equal(Hundred, market.Pay(Checkout(), PaymentChannel.Bank).Amount);
        Assert.Equal(1, market.View.Movements(MovementKind.Refund).Count);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-2"), Trait("engine", "ORD-4")]
    public void A_repeat_takes_no_money_for_an_order_beside_that_was_closed()
    {
        var market = AtPayment(stock: 10);
        market.Place(Checkout(), Line(), Line(listing: 1));
        market.StepOrder(Checkout().Order(0), OrderStep.Cancel);

        var paid = new PayAnswer(PayResult.Paid, Hundred);
        Assert.Equal(paid, market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(paid, market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(1, market.View.Movements(MovementKind.Payment).Count);
        Assert.Equal(0, market.View.Movements(MovementKind.Refund).Count);
    }

    [Fact, Trait("engine", "INV-2")]
    public void A_payment_at_the_last_moment_is_in_time()
    {
        var market = Market();
        market.Place(Checkout());
        market.AdvanceTo(Noon.AddMinutes(30).AddMilliseconds(-1));

        Assert.Equal(PayResult.Paid, market.Pay(Checkout(), PaymentChannel.Bank).Result);
        market.AdvanceTo(Noon.AddHours(1));
        Assert.Equal(OrderStatus.Paid, market.View.Order(Checkout().Order(0))!.Status);
    }

    [Fact, Trait("engine", "ESC-5")]
    public void Neither_an_unknown_checkout_nor_an_unknown_channel_is_paid()
    {
        var market = Market();
        market.Place(Checkout());

        Assert.Equal(PayResult.UnknownCheckout, market.Pay(Checkout(1), PaymentChannel.Bank).Result);
        Assert.Equal(PayResult.UnknownCheckout, market.Pay(Checkout(), (PaymentChannel)9).Result);
        Assert.Equal(PayResult.UnknownCheckout, market.Pay(Checkout(), 0).Result);
    }

    // Listing 0 holds at the order; listing 1, of another store, at payment.
    private static Market AtPayment(int stock)
    {
        var market = Fixtures.Market();
        market.Open(new StoreId(1));
        market.Publish(
            new ListingId(1), Terms(stock, store: new StoreId(1), hold: HoldMode.AtPayment));
        return market;
    }

    private static void TopUp(Market market, long id, long yuan) => Assert.Equal(
        TransferResult.Moved,
        market.Move(new Transfer(id, MovementKind.BuyerTopUp, default, FirstBuyer, Money.FromYuan(yuan))));
}
