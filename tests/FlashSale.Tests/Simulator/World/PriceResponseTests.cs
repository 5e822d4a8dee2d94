using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Rules DEM-2, CRT-2: other prices than the base's move what is ordered.</summary>
[Trait("simulator", "DEM-2")]
public sealed class PriceResponseTests
{
    private const double Sure = 4.5; // standard deviations

    private static readonly Lazy<Simulation> Usual = new(() => AfterTheDay(Roomy()));

    [Theory, Trait("simulator", "DEM-2")]
    [InlineData(0)]
    [InlineData(0.5)]
    public void A_festival_discount_moves_orders_by_each_categorys_elasticity(double discount)
    {
        var (usual, arm) = (OrdersByCategory(Usual.Value), OrdersByCategory(AfterTheDay(Discount(discount))));
        var world = World.Of(Roomy());

        for (var category = 0; category < usual.Length; category++)
        {
            var expected = usual[category] * Ratio(world, category, discount);
            IsNear(expected, usual[category], arm[category]);
        }

        var ratio = Enumerable.Range(0, usual.Length).Sum(category =>
            world.Scenario.Catalogue.Categories[category].ShareOfOrders * Ratio(world, category, discount));
        IsNear(usual.Sum() * ratio, usual.Sum(), arm.Sum());
        Assert.Equal(discount > 0.25, arm.Sum() > usual.Sum());
    }

    [Fact, Trait("simulator", "DEM-2")]
    public void From_no_discount_to_one_half_orders_rise_by_a_half_and_more()
    {
        var none = AfterTheDay(Discount(0));
        var half = AfterTheDay(Discount(0.5));

        Assert.InRange((double)half.Market.Orders.Placed / none.Market.Orders.Placed, 1.7, 2.1);
        var calibration = half.Finish(Festivals.Stamp).Summary.Calibration!;
        var placed = (double)half.Market.Orders.Placed / half.Scenario.Scale;
        Assert.Equal(1, placed / calibration.OrdersAtItsPrices, 0.03);
        var added = calibration.OrdersAtItsPrices - calibration.Orders;
        Assert.Equal(0.5, (double)calibration.OrdersMovedInTime / added, 0.001);
    }

    [Theory, Trait("simulator", "CRT-2")]
    [InlineData("0", 0.5, 0.97)]
    [InlineData("20", 0.7, 0.99)]
    [InlineData("100", 1.05, 2)]
    public void The_reduction_across_stores_moves_orders_too(string yuan, double least, double most)
    {
        PolicySetting[] policy = [new("carts.reductionPerStep", yuan)];
        var world = World.Of(Roomy() with { Policy = policy });
        var arm = AfterTheDay(world.Scenario);
        var (before, after) = (world.Calibrated.PaidYuan(world.Calibrated.Base.PolicyAtStart().Carts),
            world.Calibrated.PaidYuan(world.Policy.Carts));
        var ratio = world.Scenario.Catalogue.Categories.Sum(category =>
            category.ShareOfOrders * Math.Pow(after / before, -category.Elasticity));

        Assert.InRange(ratio, least, most);
        IsNear(ratio * Usual.Value.Market.Orders.Placed, Usual.Value.Market.Orders.Placed,
            arm.Market.Orders.Placed);
    }

    [Fact, Trait("simulator", "CRT-2"), Trait("simulator", "GOV-1")]
    public void A_reduction_that_ends_at_noon_loses_orders_from_then_on()
    {
        var ends = new PolicyChange
        {
            At = TimeSpan.FromHours(12),
            Policy = [new("carts.reductionPerStep", "0")],
        };
        var arm = AfterTheDay(Roomy() with { Changes = [ends] });

        var (morning, evening) = (Placed(arm, 0, 11.75), Placed(arm, 12, 24));
        Assert.Equal(Placed(Usual.Value, 0, 11.75), morning);
        Assert.InRange((double)evening / Placed(Usual.Value, 12, 24), 0.5, 0.95);
    }

    [Fact, Trait("simulator", "LST-3"), Trait("simulator", "DEM-2")]
    public void More_listings_at_a_festival_price_bring_more_orders()
    {
        var (none, all) = (AfterTheDay(Share(0)), AfterTheDay(Share(1)));

        Assert.InRange((double)none.Market.Orders.Placed / Usual.Value.Market.Orders.Placed, 0.7, 0.9);
        Assert.InRange((double)all.Market.Orders.Placed / Usual.Value.Market.Orders.Placed, 1.3, 2);
    }

    [Theory, Trait("simulator", "DEM-2"), Trait("simulator", "DEM-3")]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Who_moves_a_purchase_waits_for_midnight(double discount)
    {
        var (here, moved) = (AfterTheDay(Moved(discount, 0)), AfterTheDay(Moved(discount, 1)));
        var (first, shifted) = (Placed(here, 0, 1), Placed(moved, 0, 1));

        var (all, allMoved) = (here.Market.Orders.Placed, moved.Market.Orders.Placed);
        Assert.InRange(Math.Abs(all - allMoved), 0, Sure * Math.Sqrt(2.0 * all));
        Assert.True(discount > 0.25 ? shifted > 1.1 * first : shifted < 0.95 * first);
    }

    [Fact]
    public void At_the_usual_prices_elasticity_and_waiting_move_nothing()
    {
        var scenario = Moved(0.25, 1);
        var catalogue = scenario.Catalogue;
        var arm = Simulation.Create(scenario with
        {
            Catalogue = catalogue with
            {
                Categories = [.. catalogue.Categories.Select(category => category with { Elasticity = 9 })],
            },
        });
        arm.RunUntil(TimeSpan.FromDays(1));

        Assert.Equal(Usual.Value.StateHash(), arm.StateHash());
    }

    [Fact, Trait("simulator", "LST-3")]
    public void A_world_before_the_first_festival_has_no_festival_prices()
    {
        var old = Roomy().Festival with { Year = 2008, PeakOrdersPerSecond = 200 };

        Assert.Equal(0, Scenario.FromFacts(old).Catalogue.FestivalPriceShare);
        Assert.Null(World.Of(Scenario.FromFacts(old) with { Scale = 0.000_01 }).PriceResponse);
    }

    // Nothing binds: neither the gateway, nor the channels, nor stock.
    private static Scenario Roomy()
    {
        var small = Festivals.Small();
        return small with
        {
            Festival = small.Festival with { PeakOrdersPerSecond = 50e6 },
            Catalogue = small.Catalogue with { StockCover = 900, HotListings = [] },
        };
    }

    private static Scenario Discount(double discount) =>
        Roomy() with { Catalogue = Roomy().Catalogue with { FestivalDiscount = discount } };

    private static Scenario Share(double share) =>
        Roomy() with { Catalogue = Roomy().Catalogue with { FestivalPriceShare = share } };

    private static Scenario Moved(double discount, double share)
    {
        var scenario = Discount(discount);
        return scenario with
        {
            Behaviour = scenario.Behaviour with { Prices = new PriceHabits { MovedShare = share } },
        };
    }

    private static Simulation AfterTheDay(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromDays(1));
        return run;
    }

    private static long[] OrdersByCategory(Simulation run)
    {
        var orders = new long[run.Scenario.Catalogue.Categories.Count];
        foreach (var order in run.Tables().Orders)
        {
            orders[order.Category.Value]++;
        }

        return orders;
    }

    private static int Placed(Simulation run, double fromHours, double untilHours) =>
        run.Tables().Orders.Count(order =>
            order.PlacedAtMs >= fromHours * 3_600_000 && order.PlacedAtMs < untilHours * 3_600_000);

    // By the rule alone: what is cheaper has the power of the price, the rest stays.
    private static double Ratio(World usual, int category, double discount)
    {
        var (cheaper, all) = (0.0, 0.0);
        for (var listing = 0; listing < usual.Assortment.Listings.Length; listing++)
        {
            var orders = usual.Assortment.Listings[listing].Category == category
                ? usual.Wants.OrdersFor(listing) : 0;
            all += orders;
            cheaper += usual.Prices.HasFestivalPrice(listing) ? orders : 0;
        }

        var elasticity = usual.Scenario.Catalogue.Categories[category].Elasticity;
        return 1 + (cheaper / all * (Math.Pow((1 - discount) / 0.75, -elasticity) - 1));
    }

    // The base's orders are the arm's too, so only what came or went is by chance.
    private static void IsNear(double expected, double atBase, double seen)
    {
        var margin = (Sure * Math.Sqrt(Math.Abs(expected - atBase) + 0.05 * atBase)) + (0.01 * expected);
        Assert.True(Math.Abs(seen - expected) <= margin, string.Create(CultureInfo.InvariantCulture,
            $"{seen} orders, {expected:0} ± {margin:0} expected, {atBase} at the base"));
    }
}
