using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>Each process of the market on the cluster, happy and refused.</summary>
public sealed class OrderPathTests : IAsyncLifetime
{
    private TestMarket _market = null!;

    private IMarketplace Port => _market.Port;

    public async Task InitializeAsync()
    {
        _market = await TestMarket.Start();
        await Shop.Open(Port, stores: 2);
    }

    public async Task DisposeAsync() => await _market.DisposeAsync();

    [Fact]
    [Trait("cluster", "INV-1"), Trait("cluster", "ORD-4")]
    public async Task A_checkout_holds_units_and_its_repeat_is_answered_as_the_first()
    {
        var id = Fixtures.Checkout();

        var first = await Shop.Order(Port, id);

        Assert.Equal(CheckoutResult.Placed, first.Result);
        Assert.Equal(first, await Shop.Order(Port, id));
        Assert.Equal(1, (await Port.FindListing(Shop.Kettle))!.Stock.Held);
    }

    [Fact]
    public async Task The_same_id_with_other_lines_is_refused()
    {
        await Shop.Order(Port, Fixtures.Checkout());

        var other = await Port.Checkout(Fixtures.Checkout(), new[] { Fixtures.Line(units: 2) });

        Assert.Equal(CheckoutResult.IdReused, other.Result);
    }

    [Fact]
    [Trait("cluster", "CRT-1")]
    public async Task A_line_that_costs_more_than_was_seen_is_refused_with_the_price_now()
    {
        var answer = await Port.Checkout(Fixtures.Checkout(), new[] { Fixtures.Line(yuan: 99) });

        Assert.Equal((CheckoutResult.PriceRisen, Money.FromYuan(100)), (answer.Result, answer.Total));
    }

    [Fact]
    public async Task One_line_that_is_sold_out_puts_the_others_back()
    {
        var answer = await Port.Checkout(
            Fixtures.Checkout(), new[] { Fixtures.Line(), Fixtures.Line(units: 11, listing: 1) });

        Assert.Equal((CheckoutResult.SoldOut, 1), (answer.Result, answer.Line));
        Assert.Equal(10, (await Port.FindListing(Shop.Kettle))!.Stock.ForSale);
    }

    [Fact]
    [Trait("cluster", "ESC-1"), Trait("cluster", "STO-5")]
    public async Task Paid_money_waits_in_escrow_and_goes_to_the_store_when_receipt_is_confirmed()
    {
        var order = await Shop.Paid(Port, Fixtures.Checkout());
        Assert.Equal(Money.FromYuan(100), await Port.FindBalance(AccountId.Escrow));

        await Port.StepOrder(order, OrderStep.Ship);
        await Port.StepOrder(order, OrderStep.Confirm);

        var store = await Port.FindBalance(AccountId.Of(Shop.Store));
        var platform = await Port.FindBalance(AccountId.Platform);
        Assert.Equal(Money.FromYuan(100), store + platform);
        Assert.Equal(Money.Zero, await Port.FindBalance(AccountId.Escrow));
    }

    [Fact]
    [Trait("cluster", "INV-2")]
    public async Task A_late_payment_goes_back()
    {
        await Shop.Order(Port, Fixtures.Checkout());
        await _market.SetTime(_market.Clock.Now.AddHours(1));

        var late = await Port.Pay(Fixtures.Checkout(), PaymentChannel.QuickPay);

        Assert.Equal((PayResult.TooLate, Money.FromYuan(100)), (late.Result, late.Amount));
        Assert.Equal(10, (await Port.FindListing(Shop.Kettle))!.Stock.ForSale);
    }

    [Fact]
    [Trait("cluster", "INV-2")]
    public async Task An_order_that_nobody_pays_is_closed_though_nobody_calls()
    {
        await Shop.Order(Port, Fixtures.Checkout());

        await _market.SetTime(_market.Clock.Now.AddHours(1));

        Assert.Equal(OrderStatus.Closed, (await Port.FindOrder(Fixtures.Checkout().Order(0)))!.Status);
    }

    [Fact]
    [Trait("cluster", "ORD-3")]
    public async Task A_return_after_settlement_comes_from_the_store_and_the_platform()
    {
        var order = await Shop.Paid(Port, Fixtures.Checkout());
        await Port.StepOrder(order, OrderStep.Ship);
        await Port.StepOrder(order, OrderStep.Confirm);

        var refund = await Port.Refund(order, 0, 1);

        Assert.Equal((RefundResult.Refunded, Money.FromYuan(100)), (refund.Result, refund.Amount));
        Assert.Equal(Money.Zero, await Port.FindBalance(AccountId.Of(Shop.Store)));
        await Shop.AuditPasses(Port);
    }

    [Fact]
    public async Task A_store_that_has_withdrawn_the_money_cannot_give_it_back()
    {
        var order = await Shop.Paid(Port, Fixtures.Checkout());
        await Port.StepOrder(order, OrderStep.Ship);
        await Port.StepOrder(order, OrderStep.Confirm);
        var earned = await Port.FindBalance(AccountId.Of(Shop.Store));
        await Port.Move(new Transfer(1, MovementKind.Withdrawal, Shop.Store, default, earned));

        Assert.Equal(RefundResult.InsufficientFunds, (await Port.Refund(order, 0, 1)).Result);
        await Shop.AuditPasses(Port);
    }

    [Fact]
    [Trait("cluster", "CAP-2")]
    public async Task Refunds_of_unshipped_orders_can_be_switched_off()
    {
        var order = await Shop.Paid(Port, Fixtures.Checkout());
        var flip = new SwitchCommand(Switch.RefundsOfUnshippedOff, true, "ops", "a peak", null);
        Assert.Equal(FlipResult.Flipped, await Port.Flip(flip));

        Assert.Equal(RefundResult.SwitchedOff, (await Port.Refund(order, 0, 1)).Result);
    }

    [Fact]
    [Trait("cluster", "REP-2")]
    public async Task A_rating_reaches_the_store_once_even_if_its_batch_comes_again()
    {
        var consumer = new StoreId(2); // brand stores have no credit (REP-2)
        await Port.OpenStore(Fixtures.Application(consumer, MarketKind.Consumer));
        await Port.Publish(new ListingId(2), Fixtures.Terms(store: consumer));
        var order = await Shop.Paid(Port, Fixtures.Checkout(), listing: 2);
        await Port.StepOrder(order, OrderStep.Ship);
        await Port.StepOrder(order, OrderStep.Confirm);
        Assert.Equal(RateResult.Rated, await Port.Rate(order, Fixtures.Stars()));
        await Shop.AuditPasses(Port); // lets all events arrive
        var (store, again) =
            (_market.Grains.GetGrain<IReputationGrain>(OwnerKey.Of(consumer)), Batch(order, consumer));

        await store.Add(again with { Number = 1_000 });
        await store.Add(again with { Number = 1_000 }); // doubled
        await store.Add(again with { Number = 999 }); // late

        Assert.Equal(2, (await store.Standing()).Credit.Good);
    }

    [Fact]
    [Trait("cluster", "REP-2")]
    public async Task A_brand_store_is_rated_by_stars_and_gets_no_credit()
    {
        var order = await Shop.Paid(Port, Fixtures.Checkout());
        await Port.StepOrder(order, OrderStep.Ship);
        await Port.StepOrder(order, OrderStep.Confirm);

        Assert.Equal(RateResult.Rated, await Port.Rate(order, Fixtures.Stars()));
        Assert.Equal(RateResult.NoVerdicts, await Port.RateBuyer(order, CreditRating.Poor));
        await Shop.AuditPasses(Port); // lets all events arrive

        var store = _market.Grains.GetGrain<IReputationGrain>(OwnerKey.Of(Shop.Store));
        var standing = await store.Standing();
        Assert.Equal((default, 1L), (standing.Credit, standing.Rating.Orders));
    }

    private static EventBatch Batch(OrderId order, StoreId store) => new(0, 1, [
        new OrderEvent
        {
            Kind = MarketEventKind.StoreRated,
            Order = order,
            Store = store,
            Seller = new SellerId(0),
            At = Fixtures.Noon,
            Credit = CreditRating.Good,
            Decision = CreditDecision.Counts,
        },
    ]);
}
