using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// INV-1, INV-3, STO-1: the reason of a refusal survives from the rule to the answer and to the order.
public sealed class RefusedPaymentTests
{
    public static TheoryData<string> Names => [.. RefusedPayments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_payment_is_refused_for_the_reason_that_there_is(string name)
    {
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions(), new StandingClock(Fixtures.Noon));

        await RefusedPayments.All[name](engine.Marketplace);

        Assert.True((await engine.Marketplace.Audit()).Passed);
    }

    [Fact]
    public void An_order_is_closed_for_the_reason_that_its_payment_was_refused()
    {
        var market = Fixtures.Market(
            Fixtures.Terms(stock: 3, unitsPerBuyer: 2, hold: HoldMode.AtPayment));
        var seen = new List<CloseReason>();
        market.Observer = new ClosingWatch(seen);
        foreach (var (number, buyer) in new[] { (0, 1), (1, 1), (0, 2), (0, 3) })
        {
            market.Place(Fixtures.Checkout(number, buyer), Fixtures.Line(2));
        }

        foreach (var (number, buyer) in new[] { (0, 1), (1, 1), (0, 2) })
        {
            market.Pay(Fixtures.Checkout(number, buyer), PaymentChannel.Bank);
        }

        market.Withdraw(Fixtures.FirstListing);
        market.Pay(Fixtures.Checkout(0, 3), PaymentChannel.Bank);

        Assert.Equal(
            [
                CloseReason.LimitReachedAtPayment, CloseReason.SoldOutAtPayment,
                CloseReason.NotForSaleAtPayment,
            ],
            seen);
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class ClosingWatch(List<CloseReason> seen) : IMarketObserver
    {
        public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
        {
            if (happened.Kind == MarketEventKind.Closed)
            {
                seen.Add(happened.Reason);
            }
        }
    }
}
