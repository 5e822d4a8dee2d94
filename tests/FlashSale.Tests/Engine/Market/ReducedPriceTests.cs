using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

[Trait("engine", "CRT-2")]
public sealed class ReducedPriceTests
{
    [Fact]
    public void Fifty_off_every_300_is_split_over_the_orders_in_proportion_the_rest_on_the_largest()
    {
        var market = Prices(100, 100, 101);

        var answer = market.Place(Checkout(), Lines(3));

        Assert.Equal(Money.FromYuan(251), answer.Total);
        Assert.Equal([8_339, 8_339, 8_422], TotalsOf(market, orders: 3)); // 50.00 = 16.61 + 16.61 + 16.78
        market.AssertSound();
    }

    [Fact]
    public void A_coupon_is_taken_off_first()
    {
        var market = Prices(150, 160);
        market.SetCoupon(FirstStore, new Coupon(Money.FromYuan(20), Money.FromYuan(150)));

        market.Place(Checkout(), Lines(2));

        Assert.Equal([13_000, 16_000], TotalsOf(market, orders: 2)); // 290 yuan are no full step
    }

    [Fact, Trait("engine", "CAP-2")]
    public void Coupons_are_not_taken_while_they_are_frozen()
    {
        var market = Prices(150);
        market.SetCoupon(FirstStore, new Coupon(Money.FromYuan(20), Money.FromYuan(150)));
        var freeze = new SwitchCommand(Switch.CouponsFrozen, true, "ops", "peak", Noon.AddHours(1));
        Assert.Equal(FlipResult.Flipped, market.Flip(freeze));

        Assert.Equal(Money.FromYuan(150), market.Place(Checkout(0), Lines(1)).Total);
        market.AdvanceTo(Noon.AddHours(1));
        Assert.Equal(Money.FromYuan(130), market.Place(Checkout(1), Lines(1)).Total);
    }

    [Fact]
    public void A_store_takes_its_coupon_away_and_none_without_sense_is_taken()
    {
        var market = Prices(150);
        market.SetCoupon(FirstStore, new Coupon(Money.FromYuan(20), Money.FromYuan(150)));

        Assert.Equal(
            StoreResult.BadCoupon,
            market.SetCoupon(FirstStore, new Coupon(Money.FromYuan(20), Money.FromYuan(19))));
        Assert.Equal(StoreResult.UnknownStore, market.SetCoupon(new StoreId(99), default));
        Assert.Equal(StoreResult.Done, market.SetCoupon(FirstStore, default));
        Assert.Equal(Money.FromYuan(150), market.Place(Checkout(), Lines(1)).Total);
    }

    [Fact]
    public void Part_of_an_order_refunds_what_was_really_paid_and_all_parts_the_whole()
    {
        var market = Market(Terms(yuan: 100));
        market.Publish(new ListingId(1), Terms(yuan: 1));
        market.Place(Checkout(), Line(7), Line(3, listing: 1)); // 703 yuan, less 100
        market.Pay(Checkout(), PaymentChannel.Bank);
        var order = Checkout().Order(0);

        Money[] refunds =
        [
            market.Refund(order, 1, 1).Amount, market.Refund(order, 0, 3).Amount,
            market.Refund(order, 0, 4).Amount, market.Refund(order, 1, 3).Amount,
            market.Refund(order, 0, 7).Amount,
        ];

        Assert.Equal(60_300, refunds.Sum(refund => refund.Fen));
        Assert.Equal(86, refunds[0].Fen); // a third of 3.00 less 0.42
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Escrow));
        Assert.Equal(OrderStatus.Closed, market.View.Order(order)!.Status);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ESC-3")]
    public void A_buyer_gets_back_what_an_order_with_a_coupon_cost_and_its_store_bears_the_coupon()
    {
        var market = Prices(150, 150);
        market.SetCoupon(FirstStore, new Coupon(Money.FromYuan(20), Money.FromYuan(150)));
        market.Place(Checkout(0), Lines(1));
        market.Place(Checkout(1), Lines(1));
        market.Pay(Checkout(0), PaymentChannel.Bank);
        market.Pay(Checkout(1), PaymentChannel.Bank);

        Assert.Equal(Money.FromYuan(130), market.Refund(Checkout(0).Order(0), 0, 1).Amount);
        market.StepOrder(Checkout(1).Order(0), OrderStep.Ship);
        market.StepOrder(Checkout(1).Order(0), OrderStep.Confirm);

        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Escrow));
        Assert.Equal(
            Money.FromYuan(130),
            market.View.Balance(AccountId.Of(FirstStore)) + market.View.Sum(AccountKind.Platform));
        market.AssertSound();
    }

    [Fact]
    public void A_reduction_of_nearly_all_leaves_every_order_a_fen_to_pay()
    {
        var odd = new Policy
        {
            Carts = new CartPolicy
            {
                ReductionStep = Money.FromYuan(300),
                ReductionPerStep = Money.FromFen(29_999),
            },
        };
        var market = new Market(odd);
        market.AdvanceTo(Noon);
        for (var id = 0; id < 120; id++)
        {
            market.Open(new StoreId(id));
            var terms = Terms(store: new StoreId(id)) with { Price = Money.FromFen(250) };
            market.Publish(new ListingId(id), terms);
        }

        Assert.Equal(Money.FromFen(120), market.Place(Checkout(), Lines(120)).Total);
        Assert.All(TotalsOf(market, orders: 120), fen => Assert.Equal(1, fen));
        Assert.Equal(PayResult.Paid, market.Pay(Checkout(), PaymentChannel.Bank).Result);
        market.AssertSound();
    }

    // Listing n costs so much and is of store n.
    private static Market Prices(params int[] yuan)
    {
        var market = Fixtures.Market(Terms(yuan: yuan[0]));
        for (var at = 1; at < yuan.Length; at++)
        {
            market.Open(new StoreId(at));
            market.Publish(new ListingId(at), Terms(yuan: yuan[at], store: new StoreId(at)));
        }

        return market;
    }

    private static CartLine[] Lines(int count) =>
        [.. Enumerable.Range(0, count).Select(at => Line(yuan: 1_000, listing: at))];

    private static long[] TotalsOf(Market market, int orders) =>
        [.. Enumerable.Range(0, orders).Select(part => market.View.Order(Checkout().Order(part))!.Total.Fen)];
}
