using FlashSale.Simulator;
using static FlashSale.Tests.Simulator.People.Crowds;

namespace FlashSale.Tests.Simulator.People;

/// <summary>Buyers on the way to an order (CRT-1, DEM-3, DEM-4, LOG-2).</summary>
[Trait("simulator", "DEM-3")]
public sealed class ShopperTests
{
    private static readonly CheckoutId Anyone = new(new BuyerId(7), 2);
    private static readonly Try First = new(ArrivalKind.Browse, 0);
    private static readonly Visit Evening = new(ArrivalKind.Browse, 1_000, 61_000, 0);

    [Fact]
    public void A_buyer_opens_the_market_when_the_visit_begins_and_fills_the_cart_until_the_button() =>
        Assert.Equal(
            new Intention(EventKind.Visit, AfterMs: 900, Entity: 60_000),
            Shopper.Coming(Evening, nowMs: 100));

    [Theory]
    [InlineData(1_000, EventKind.Visit, 0)]
    [InlineData(1_001, EventKind.CheckOut, 59_999)]
    [InlineData(61_000, EventKind.CheckOut, 0)]
    public void A_buyer_in_the_middle_of_a_visit_goes_on_to_the_button(
        long nowMs, object act, long afterMs)
    {
        var coming = Shopper.Coming(Evening, nowMs);

        Assert.Equal(((EventKind)act, afterMs), (coming.Act, coming.AfterMs));
    }

    [Fact]
    public void Whose_visit_is_over_does_not_come() =>
        Assert.False(Shopper.Coming(Evening, nowMs: 61_001).IsAny);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Buyers_come_as_often_as_confidence_says(double confidence)
    {
        var shopper = Of(new CheckoutHabits());

        Meets(confidence, Each(id => shopper.Comes(id, confidence)).Share(comes => comes));
    }

    [Fact]
    public void Lines_come_into_the_cart_evenly_between_the_first_look_and_the_button()
    {
        int[] lines = [40, 41, 42];
        var looked = Enumerable.Range(0, 3).Select(line => Shopper.PutsInCart(lines, line, 60_000));

        Assert.Equal(
            [
                new(EventKind.PutInCart, 15_000, 40), new(EventKind.PutInCart, 30_000, 41),
                new(EventKind.PutInCart, 45_000, 42),
            ],
            looked);
    }

    [Fact]
    public void A_cart_that_waits_for_midnight_is_full_after_ten_minutes() =>
        Assert.Equal(300_000, Shopper.PutsInCart([40], 0, untilCheckOutMs: 80_000_000).AfterMs);

    [Fact]
    public void A_refused_buyer_waits_twice_as_long_each_time_give_or_take_a_half()
    {
        var shopper = Of(new CheckoutHabits { RetryDelay = TimeSpan.FromSeconds(2) });
        for (var before = 0; before < 5; before++)
        {
            var delays = Each(id => shopper.IsRefused(id, First with { Before = before }, default, 0));
            var usualMs = 2_000L << before;

            Assert.All(delays, one => Assert.InRange(one.AfterMs, usualMs / 2, usualMs * 3 / 2));
            Assert.InRange(delays.Average(one => one.AfterMs), usualMs * 0.99, usualMs * 1.01);
            Assert.All(delays, one => Assert.Equal(before + 1, Try.Of(one.Entity).Before));
        }
    }

    [Fact]
    public void A_refused_buyer_never_waits_longer_than_the_longest_wait_and_a_half()
    {
        var shopper = Of(new CheckoutHabits { Patience = Always(TimeSpan.FromDays(1)) });

        Assert.All(
            Each(id => shopper.IsRefused(id, First with { Before = 40 }, default, 0)),
            one => Assert.InRange(one.AfterMs, 30_000, 90_000));
    }

    [Fact]
    public void A_refused_buyer_waits_as_long_as_told_if_that_is_longer_to_the_next_whole_ms()
    {
        var told = TimeSpan.FromMilliseconds(50_000.25);

        Assert.Equal(50_001, Of(new CheckoutHabits()).IsRefused(Anyone, First, told, 0).AfterMs);
    }

    [Theory]
    [InlineData(1_199_000, true)]
    [InlineData(1_199_001, false)]
    public void A_buyer_gives_up_when_the_next_try_would_be_after_the_end_of_patience(
        long sinceWantedMs, bool tries)
    {
        var shopper = Of(
            new CheckoutHabits { Patience = Always(TimeSpan.FromMinutes(20)), RetryDelay = default });

        var next = shopper.IsRefused(Anyone, First, TimeSpan.FromSeconds(1), sinceWantedMs);
        Assert.Equal(tries, next.IsAny);
    }

    [Fact]
    public void A_refused_line_is_replaced_by_something_similar_or_left_out()
    {
        var world = World.Of(Festivals.Small());
        var shopper = Of(new CheckoutHabits { SubstituteShare = 0.6 });
        var basket = new Basket(world.Calibrated);
        var mended = Each(id =>
        {
            basket.Fill(id, ArrivalKind.Browse);
            var (before, draws) = (basket.Lines.ToArray(), shopper.MendingOf(id));
            shopper.Mend(basket, 0, ref draws);
            return (Before: before, After: basket.Lines.ToArray());
        });

        var replaced = mended.Where(one => one.After.Length == one.Before.Length).ToList();
        Assert.InRange(mended.Share(one => one.After.Length == one.Before.Length), 0.58, 0.62);
        Assert.All(replaced, one => Assert.Equal(CategoryOf(one.Before[0]), CategoryOf(one.After[0])));
        Assert.All(mended.Except(replaced), one => Assert.Equal(one.Before[1..], one.After));

        byte CategoryOf(int listing) => world.Assortment.Listings[listing].Category;
    }

    private static Shopper Of(CheckoutHabits trying) => new(seed: 1, trying);
}
