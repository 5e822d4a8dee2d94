namespace FlashSale.Tests.Orders;

// Rules ORD-1, ESC-3
public sealed class OrderFactsTests
{
    private static readonly DateTimeOffset Noon = RuleFixtures.Midnight.AddHours(12);

    [Fact]
    public void An_order_is_built_again_from_its_facts()
    {
        var order = Placed();
        order.Pay(order.NextPayment, PaymentChannel.Bank);
        order.Take(OrderStep.Pay, Noon);
        order.Take(OrderStep.Ship, Noon.AddHours(1));
        order.Take(OrderStep.Confirm, Noon.AddDays(2));
        order.Rate(RuleFixtures.Stars(), Noon.AddDays(3), RuleFixtures.Rules.Reputation);

        Assert.Equal(order, Order.Of(order.Facts));
    }

    [Fact]
    public void No_order_has_a_verdict_where_there_are_none_or_a_rating_without_one_elsewhere()
    {
        var facts = Placed().Facts;
        var stars = RuleFixtures.Stars();
        var without = facts with { Terms = facts.Terms with { HasNoVerdicts = true } };

        IsRefused(without with { Rating = stars });
        IsRefused(without with { Credits = OrderCredits.Of(default, CreditRating.Good) });
        IsRefused(facts with { Rating = stars.WithoutVerdict() });
        Assert.True(Order.Of(without with { Rating = stars.WithoutVerdict() }).HasNoVerdicts);
    }

    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Rated)]
    public void No_order_is_where_it_never_was_paid_to_get_to(OrderStatus status) =>
        IsRefused(Placed().Facts with { Status = status });

    [Fact]
    public void No_order_has_a_status_or_a_channel_that_there_is_not()
    {
        IsRefused(Placed().Facts with { Status = 0 });
        IsRefused(Placed().Facts with { Status = (OrderStatus)9 });
        IsRefused(Placed().Facts with { Channel = (PaymentChannel)5 });
    }

    [Fact]
    public void No_order_is_paid_by_nothing_or_for_more_than_it_costs()
    {
        var paid = OrderEscrow.Of(Money.FromYuan(10), Money.Zero, Money.Zero);
        var tooMuch = OrderEscrow.Of(Money.FromYuan(11), Money.Zero, Money.Zero);

        IsRefused(Placed().Facts with { Escrow = paid });
        IsRefused(Placed().Facts with { Escrow = tooMuch, Channel = PaymentChannel.Bank });
    }

    [Fact]
    public void No_order_has_terms_that_it_could_not_be_placed_with()
    {
        var facts = Placed().Facts;

        IsRefused(facts with { Store = new StoreId(-1) });
        IsRefused(facts with { Terms = facts.Terms with { Deposit = facts.Terms.Total } });
        IsRefused(facts with { Terms = facts.Terms with { PayWithin = TimeSpan.FromDays(25) } });
        IsRefused(facts with { Terms = facts.Terms with { CommissionBasisPoints = 10_001 } });
        IsRefused(facts with { Terms = facts.Terms with { OrdersInCheckout = 0 } });
    }

    [Fact]
    public void No_money_of_an_order_is_given_out_twice()
    {
        Assert.Throws<ArgumentException>(() => OrderEscrow.Of(Yuan(3), Yuan(2), Yuan(2)));
        Assert.Throws<ArgumentException>(() => OrderEscrow.Of(Yuan(3), Yuan(-1), Yuan(2)));
        Assert.Equal(Yuan(1), OrderEscrow.Of(Yuan(3), Yuan(1), Yuan(1)).Held);
    }

    [Fact]
    public void A_line_is_built_again_from_its_facts_unless_there_can_be_no_such_line()
    {
        var line = new OrderLine(new ListingId(5), 3, Yuan(2), Yuan(5), 7, HoldMode.AtPayment);
        line.Return(2);

        Assert.Equal(line, OrderLine.Of(line.Facts));
        Assert.All(
            new[]
            {
                line.Facts with { Units = 0 },
                line.Facts with { Returned = 4 },
                line.Facts with { ToPay = Yuan(7) },
                line.Facts with { Price = Money.Zero },
                line.Facts with { Bucket = Limits.BucketsMax },
                line.Facts with { Hold = 0 },
            },
            facts => Assert.Throws<ArgumentException>(() => OrderLine.Of(facts)));
    }

    private static void IsRefused(OrderFacts facts) =>
        Assert.Throws<ArgumentException>(() => Order.Of(facts));

    private static Money Yuan(long yuan) => Money.FromYuan(yuan);

    private static Order Placed() => new(
        new CheckoutId(new BuyerId(1), 2).Order(0),
        new StoreId(3),
        new OrderTerms(Money.FromYuan(10), Money.Zero, TimeSpan.FromMinutes(30), false, 500, 1, 4),
        Noon);
}
