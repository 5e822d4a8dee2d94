using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Rules CRT-2, DEM-2: stores give coupons in a simulated festival, and buyers answer.</summary>
[Trait("simulator", "CRT-2")]
public sealed class CouponTests
{
    private const double Sure = 4; // deviations: a test that fails by chance would do so once in 16,000

    private static readonly CouponCampaign TwentyFrom100 =
        new() { StoreShare = 0.4, FromYuan = 100, OffYuan = 20 };

    private static readonly Lazy<Simulation> Usual = new(() => AfterTheDay(Roomy()));
    private static readonly Lazy<Simulation> Given = new(() => AfterTheDay(With(TwentyFrom100)));

    [Fact]
    public void Coupons_raise_the_orders_of_the_stores_that_give_them_by_the_elasticity()
    {
        var (usual, arm) = (Usual.Value, Given.Value);
        var world = World.Of(usual.Scenario);
        var giving = GivingStores(arm);
        var (before, after) = (OrdersOf(usual, giving), OrdersOf(arm, giving));

        var expected = before * Ratio(world, giving);
        var margin = (Sure * Math.Sqrt(expected - before)) + (0.02 * expected);
        Assert.InRange(giving.Count, 40, 150);
        Assert.True(expected > 1.1 * before);
        Assert.True(Math.Abs(after - expected) <= margin, string.Create(
            CultureInfo.InvariantCulture, $"{after} orders, {expected:0} ± {margin:0}, {before} before"));
    }

    [Fact]
    public void No_other_store_loses_or_gains_an_order_by_them()
    {
        var giving = GivingStores(Given.Value);

        Assert.Equal(OrderIds(Usual.Value, giving), OrderIds(Given.Value, giving));

        static List<string> OrderIds(Simulation run, HashSet<StoreId> giving) =>
        [
            .. run.Tables().Orders.Where(order => !giving.Contains(order.Store))
                .Select(order => $"{order.Order.Checkout} {order.Store}").Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public void A_coupon_is_what_an_order_costs_less_than_its_lines_from_its_least_value_on()
    {
        var tables = Given.Value.Tables();
        var values = tables.Lines.GroupBy(line => line.Order)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => (line.UnitPrice * line.Units).Fen));
        var giving = GivingStores(Given.Value);

        Assert.All(tables.Orders, order =>
        {
            var (value, off) = (values[order.Order], order.CouponOff.Fen);
            Assert.Equal(giving.Contains(order.Store) && value >= 10_000 ? 2_000 : 0, off);
            Assert.Equal(value - off, order.Total.Fen);
        });
        Assert.Equal(
            tables.Orders.Sum(order => order.CouponOff.Fen), Given.Value.Recorder.Coupons.AmountOf(0).Fen);
    }

    [Fact, Trait("simulator", "ESC-3"), Trait("simulator", "ORD-3")]
    public void Who_pays_with_a_coupon_gets_back_what_was_paid_and_its_store_bears_the_rest()
    {
        var run = Simulation.Create(With(TwentyFrom100));
        run.RunToEnd();
        var used = run.Tables().Orders
            .Where(order => order.CouponOff.IsPositive && order.PaidAtMs is not null).ToList();

        Assert.True(run.Audit().Passed);
        Assert.All(used, order => Assert.Equal(order.Total, order.Paid));
        Assert.All(used, order => Assert.Equal(order.Paid, order.Refunded + order.Released));
        Assert.Contains(used, order => order.Refunded == order.Total);
        Assert.Contains(used, order => order.Released == order.Total);
    }

    [Fact]
    public void A_store_takes_its_coupon_away_after_the_order_that_uses_the_last()
    {
        var run = AfterTheDay(With(TwentyFrom100 with { Quantity = 1_000 }));
        var left = run.Scenario.Scale * run.Scenario.Catalogue.Stores * 1_000
            / World.Of(run.Scenario).Assortment.Stores.Count;
        var quantity = (int)Math.Round(left); // of a store of so small a sample
        var used = run.Tables().Orders.Where(order => order.CouponOff.IsPositive)
            .GroupBy(order => order.Store).ToDictionary(one => one.Key, one => one.ToList());
        var gone = run.Tables().Stores.Where(store => store.CouponGoneAtMs is not null).ToList();

        Assert.InRange(quantity, 5, 15);
        Assert.True(gone.Count > 10);
        Assert.All(used.Values, orders => Assert.InRange(orders.Count, 1, quantity));
        Assert.All(gone, store =>
        {
            Assert.Equal(default, run.Market.CouponOf(store.Store));
            Assert.Equal(quantity, used[store.Store].Count);
            Assert.Equal(store.CouponGoneAtMs, used[store.Store].Max(order => order.PlacedAtMs));
        });
    }

    [Fact]
    public void Who_comes_only_for_a_coupon_that_is_gone_buys_nothing()
    {
        var few = AfterTheDay(With(TwentyFrom100 with { Quantity = 1_000 }));
        var gone = few.Finish(Festivals.Stamp).Summary.AbandonReasons.Single(
            reason => reason.Kind == "coupon gone").Count;
        var giving = GivingStores(Given.Value);

        Assert.InRange(
            OrdersOf(few, giving), OrdersOf(Usual.Value, giving) + 1, OrdersOf(Given.Value, giving) - 100);
        Assert.True(gone > 0);
    }

    [Fact]
    public void A_coupon_that_nobody_knows_of_is_a_present_and_brings_no_order()
    {
        var present = AfterTheDay(With(TwentyFrom100 with { KnownShare = 0 }));

        Assert.Equal(Usual.Value.Market.Orders.Placed, present.Market.Orders.Placed);
        Assert.True(present.Recorder.Gmv < Usual.Value.Recorder.Gmv);
        Assert.True(present.Recorder.Coupons.CountOf(0) > 0);
    }

    [Fact, Trait("simulator", "CAP-2")]
    public void While_coupons_are_frozen_none_is_used_and_nobody_comes_for_one()
    {
        var frozen = new PlannedSwitch
        {
            Switch = Switch.CouponsFrozen,
            From = TimeSpan.FromHours(6),
            Until = TimeSpan.FromHours(18),
        };
        var run = AfterTheDay(With(TwentyFrom100) with { Switches = [frozen] });
        var giving = GivingStores(run);

        Assert.Equal(0, Used(run, 6, 18));
        Assert.True(Used(run, 0, 6) > 0 && Used(run, 18, 24) > 0);
        Assert.Equal(Placed(Usual.Value, 6, 18), Placed(run, 6, 18));

        int Placed(Simulation of, int from, int until) => of.Tables().Orders.Count(order =>
            giving.Contains(order.Store) && IsIn(order, from, until));
        static int Used(Simulation of, int from, int until) =>
            of.Tables().Orders.Count(order => order.CouponOff.IsPositive && IsIn(order, from, until));
    }

    [Fact]
    public void A_run_with_coupons_goes_on_as_before_when_it_was_saved()
    {
        var run = Simulation.Create(With(TwentyFrom100 with { Quantity = 1_000 }));
        run.RunUntil(TimeSpan.FromMinutes(30));
        var fork = run.Fork();
        run.RunUntil(TimeSpan.FromHours(12));
        fork.RunUntil(TimeSpan.FromHours(12));

        Assert.Equal(run.StateHash(), fork.StateHash());
        Assert.Equal(run.Tables().Stores, fork.Tables().Stores);
        Assert.Equal(
            run.Tables().Orders.Sum(order => order.CouponOff.Fen),
            fork.Tables().Orders.Sum(order => order.CouponOff.Fen));
    }

    [Fact]
    public void An_arm_without_a_campaign_is_the_base_and_one_with_a_campaign_is_calibrated_like_it()
    {
        var (plain, given) = (Festivals.Small(), With(Festivals.Small(), TwentyFrom100));
        var none = given with { Catalogue = given.Catalogue with { Coupons = [] } };
        var (of, at) = (CalibratedWorld.Of(plain), CalibratedWorld.Of(given));

        Assert.Equal(HashAtNoon(World.Of(plain, of)), HashAtNoon(World.Of(none, at)));
        Assert.NotEqual(HashAtNoon(World.Of(plain, of)), HashAtNoon(World.Of(given, of)));
        Assert.Equal(of.Prices.LevelYuan, at.Prices.LevelYuan);

        static string HashAtNoon(World world)
        {
            var run = Simulation.Create(world);
            run.RunUntil(TimeSpan.FromHours(12));
            return run.StateHash();
        }
    }

    private static bool IsIn(RunOrderRow order, int fromHours, int untilHours) =>
        order.PlacedAtMs >= fromHours * 3_600_000L && order.PlacedAtMs < untilHours * 3_600_000L;

    // Nothing binds, an order is one line, and no reduction goes across stores: only the coupon is left.
    private static Scenario Roomy()
    {
        var small = Festivals.Small();
        return small with
        {
            Festival = small.Festival with { PeakOrdersPerSecond = 50e6 },
            Population = new Population { LinesPerOrder = [1] },
            Catalogue = small.Catalogue with { StockCover = 900, HotListings = [] },
            Policy = [new PolicySetting("carts.reducesAcrossStores", "false")],
        };
    }

    private static Scenario With(CouponCampaign campaign) => With(Roomy(), campaign);

    private static Scenario With(Scenario scenario, CouponCampaign campaign) =>
        scenario with { Catalogue = scenario.Catalogue with { Coupons = [campaign] } };

    private static Simulation AfterTheDay(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromDays(1));
        return run;
    }

    private static HashSet<StoreId> GivingStores(Simulation run) =>
        [.. run.Tables().Stores.Where(store => store.CouponOff.IsPositive).Select(store => store.Store)];

    private static int OrdersOf(Simulation run, HashSet<StoreId> stores) =>
        run.Tables().Orders.Count(order => stores.Contains(order.Store));

    // By the rule alone: what costs 100 yuan and more is 20 yuan cheaper.
    private static double Ratio(World usual, HashSet<StoreId> giving)
    {
        var (before, after) = (0.0, 0.0);
        for (var listing = 0; listing < usual.Assortment.Listings.Length; listing++)
        {
            var goods = usual.Assortment.Listings[listing];
            var orders = giving.Contains(new StoreId(goods.Store)) ? usual.Wants.OrdersFor(listing) : 0;
            var yuan = (double)usual.Prices.FestivalPrice(listing).Yuan;
            var elasticity = usual.Scenario.Catalogue.Categories[goods.Category].Elasticity;
            before += orders;
            after += orders * (yuan >= 100 ? Math.Pow((yuan - 20) / yuan, -elasticity) : 1);
        }

        return after / before;
    }
}
