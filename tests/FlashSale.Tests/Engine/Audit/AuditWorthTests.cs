using FlashSale.Engine;
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

    // One of each half: what orders say of units, and what a book says of its own rows.
    [Theory]
    [InlineData("a unit held for nobody")]
    [InlineData("a verdict on what nobody got")]
    public void Damage_is_seen_where_books_are_counted_beside_many_orders(string damage)
    {
        const int orders = 1 << 14; // from here on a second core helps
        var (market, many) = (Corruptions.Lived(), new ListingId(2));
        market.Publish(many, Terms(stock: orders));
        for (var buyer = 1; buyer <= orders; buyer++)
        {
            var placed = market.Place(Checkout(buyer: 1_000 + buyer), Line(listing: many.Value));
            Assert.Equal(CheckoutResult.Placed, placed.Result);
        }

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

    [Fact, Trait("engine", "INV-1")]
    public void A_refused_checkout_that_keeps_its_holds_is_found()
    {
        var market = WithRare();
        Assert.Equal(CheckoutResult.SoldOut, market.Place(Checkout(), Line(), Line(2, listing: 1)).Result);

        Hold(market);

        Assert.Equal(["holds-have-live-orders", "buyer-limits-hold"], FailedChecks(market));
    }

    [Fact, Trait("engine", "INV-2")]
    public void An_unpaid_order_that_keeps_its_holds_is_found()
    {
        var market = WithRare();
        market.Place(Checkout());
        market.AdvanceTo(Noon.AddMinutes(30));

        Hold(market);

        Assert.Contains("holds-have-live-orders", FailedChecks(market));
    }

    [Fact, Trait("engine", "INV-1"), Trait("engine", "ORD-3")]
    public void A_refund_that_puts_nothing_back_on_sale_is_found()
    {
        var market = WithRare();
        market.Refund(market.Order(units: 2), 0, 1);

        Hold(market);
        market.State.Listings.Stock(FirstListing)[0].Commit(1);

        Assert.Contains("stock-adds-up", FailedChecks(market));
    }

    [Fact, Trait("engine", "ESC-3")]
    public void Money_for_goods_that_were_gone_and_that_nobody_returned_is_found()
    {
        var market = WithRare();
        market.Place(Checkout(buyer: 1), Line(listing: 1));
        market.Place(Checkout(buyer: 2), Line(listing: 1));
        var orders = market.State.Orders;
        var kept = orders.Live(orders.Find(Checkout(buyer: 2).Order(0)).Row);
        market.Pay(Checkout(buyer: 1), PaymentChannel.Bank);
        Assert.Equal(PayResult.SoldOut, market.Pay(Checkout(buyer: 2), PaymentChannel.Bank).Result);
        market.AssertSound();

        kept.Pay(kept.Total, PaymentChannel.Bank);
        ref var ended = ref orders.EndedAt(orders.Find(kept.Id).Row);
        ended = new EndedOrder(kept, ended.FirstLine, ended.Lines);

        Assert.Contains("order-money-adds-up", FailedChecks(market));
    }

    [Fact, Trait("engine", "INV-2"), Trait("engine", "INV-3")]
    public void Holds_of_closed_orders_are_found_whatever_has_happened()
    {
        var (histories, found) = (Histories.Some(50), 0);
        foreach (var history in histories)
        {
            var market = Fair.Market();
            history.PlayOn(market);
            var closed = market.View.AllOrders().Where(order => order.Status == OrderStatus.Closed);
            var held = closed.SelectMany(order => order.Lines, (order, line) => (order, line)).Count(at =>
                market.State.Listings.Reserve(at.line.Listing, at.order.Id.Buyer, at.line.Units, out _)
                == ReserveResult.Held);
            var failed = FailedChecks(market);
            found += held > 0 ? 1 : 0;
            Assert.Equal(held > 0, failed.Contains("holds-have-live-orders"));
            Assert.Empty(failed.Except(["holds-have-live-orders", "buyer-limits-hold"]));
        }

        Assert.InRange(found, histories.Count * 3 / 4, histories.Count);
    }

    private static string[] FailedChecks(Market market) =>
        [.. market.Audit().Checks.Where(check => !check.Passed).Select(check => check.Name)];

    // As if a unit of the first listing had not been released.
    private static void Hold(Market market) => Assert.Equal(
        ReserveResult.Held, market.State.Listings.Reserve(FirstListing, FirstBuyer, 1, out _));

    // Listing 1 has one unit, which is held when it is paid.
    private static Market WithRare()
    {
        var market = Market(Terms(unitsPerBuyer: 5));
        market.Publish(Rare, Terms(stock: 1, hold: HoldMode.AtPayment));
        return market;
    }
}
