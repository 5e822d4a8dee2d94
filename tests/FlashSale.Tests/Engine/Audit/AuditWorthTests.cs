using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// An audit that always passes proves nothing: every kind of damage is seen by the check that is named for it.
public sealed class AuditWorthTests
{
    private static readonly ListingId Rare = new(1);

    /// <summary>The names of what is spoiled.</summary>
    public static TheoryData<string> Damages => [.. Corruptions.All.Keys];

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_is_seen_by_the_check_that_is_named_for_it(string damage)
    {
        var market = Corruptions.Lived();
        market.AssertSound();

        Corruptions.All[damage].Spoil(market.State);

        Assert.Contains(Corruptions.All[damage].Check, FailedChecks(market));
    }

    [Fact]
    public void Every_check_of_the_audit_sees_some_damage()
    {
        var checks = Corruptions.Lived().Audit().Checks.Select(check => check.Name);

        Assert.Empty(checks.Except(Corruptions.All.Values.Select(damage => damage.Check)));
    }

    [Fact]
    public void A_refused_checkout_that_keeps_its_holds_is_found() // INV-1
    {
        var market = Careless();

        Assert.Equal(CheckoutResult.SoldOut, market.Place(Checkout(), Line(), Line(2, listing: 1)).Result);
        Assert.Equal(["holds-have-live-orders", "buyer-limits-hold"], FailedChecks(market));
    }

    [Fact]
    public void An_unpaid_order_that_keeps_its_holds_is_found() // INV-2
    {
        var market = Careless();
        market.Place(Checkout());

        market.AdvanceTo(Noon.AddMinutes(30));

        Assert.Contains("holds-have-live-orders", FailedChecks(market));
    }

    [Fact]
    public void A_refund_that_puts_nothing_back_on_sale_is_found() // INV-1, ORD-3
    {
        var market = Careless();
        market.Refund(market.Order(units: 2), 0, 1);

        Assert.Contains("stock-adds-up", FailedChecks(market));
    }

    [Fact]
    public void Money_for_goods_that_were_gone_and_that_nobody_returned_is_found() // ESC-3
    {
        var market = Careless();
        market.Place(Checkout(buyer: 1), Line(listing: 1));
        market.Place(Checkout(buyer: 2), Line(listing: 1));
        market.Pay(Checkout(buyer: 1), PaymentChannel.Bank);

        Assert.Equal(PayResult.SoldOut, market.Pay(Checkout(buyer: 2), PaymentChannel.Bank).Result);
        Assert.Equal(["order-money-adds-up"], FailedChecks(market));
    }

    [Fact]
    public void A_market_without_compensation_fails_its_audit_in_most_histories()
    {
        string[] seen =
            ["holds-have-live-orders", "stock-adds-up", "order-money-adds-up", "buyer-limits-hold"];
        var (histories, found) = (Histories.Some(50), 0);
        foreach (var history in histories)
        {
            var market = Fair.Market();
            market.State.SkipsCompensation = true;
            history.PlayOn(market);
            var failed = FailedChecks(market);
            found += failed.Length > 0 ? 1 : 0;
            Assert.Empty(failed.Except(seen));
        }

        Assert.InRange(found, histories.Count * 3 / 4, histories.Count);
    }

    private static string[] FailedChecks(Market market) =>
        [.. market.Audit().Checks.Where(check => !check.Passed).Select(check => check.Name)];

    // It forgets to compensate. Listing 1 has one unit, which is held when it is paid.
    private static Market Careless()
    {
        var market = Market(Terms(unitsPerBuyer: 5));
        market.Publish(Rare, Terms(stock: 1, hold: HoldMode.AtPayment));
        market.State.SkipsCompensation = true;
        return market;
    }
}
