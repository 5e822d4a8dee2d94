using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// TRU-13: the watch of an engine opens cases in the moment of the event.
[Trait("engine", "TRU-13")]
public sealed class WatchedMarketTests
{
    private static readonly SellerId Seller = new(0);

    private static readonly Policy Watched = new()
    {
        Trust = new TrustPolicy { IsOn = true, Watches = true, WatchOrdersMin = 4 },
    };

    [Fact]
    public void Complaints_open_a_case_before_three_of_them_would()
    {
        var market = Market(Terms(stock: 100), Watched);
        var orders = Received(market, 4);
        Assert.Equal(ComplainResult.Noted, market.Complain(orders[0]));

        var one = Assert.Single(market.View.Cases(Seller)!.Cases);

        Assert.Equal((CaseSource.Watch, CaseKind.Counterfeit, FirstListing), (
            one.Source, one.Kind, one.Listing));
        Assert.Equal(market.Now.ToUnixTimeMilliseconds(), one.OpenedMs);
        market.Complain(orders[1]);
        Assert.Single(market.View.Cases(Seller)!.Cases);
        Assert.Equal(2, market.View.Cases(Seller)!.Cases[0].Complaints); // they join it
        market.AssertSound();
    }

    [Fact]
    public void Refunds_and_poor_ratings_open_a_case_though_nobody_complains()
    {
        var market = Market(Terms(stock: 100), Watched, kind: MarketKind.Consumer);
        var orders = Received(market, 8);
        market.Refund(orders[0], 0, 1);
        market.Refund(orders[1], 0, 1);
        Assert.Null(market.View.Cases(Seller));

        market.Rate(orders[2], Stars(1, CreditRating.Poor));

        Assert.Equal(CaseKind.NotAsDescribed, market.View.Cases(Seller)!.Cases[0].Kind);
        market.AssertSound();
    }

    [Fact]
    public void A_market_that_is_not_watched_is_saved_as_before()
    {
        var (off, on) = (Market(Terms(stock: 100)), Market(Terms(stock: 100), Watched));
        Assert.Equal(off.StateHash(), on.StateHash());

        Received(off, 3);
        Received(on, 3);

        Assert.Null(off.State.Watch.Find(Seller));
        Assert.Equal(3, on.State.Watch.Find(Seller)!.Days[0].Orders);
        Assert.NotEqual(off.StateHash(), on.StateHash());
    }

    [Fact]
    public void What_was_seen_is_saved_and_counts_on()
    {
        var market = Market(Terms(stock: 100), Watched);
        var orders = Received(market, 8);
        market.Complain(orders[0]);
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;
        var loaded = FlashSale.Engine.Market.Load(new StateReader(stream), Watched);
        Assert.Equal(market.StateHash(), loaded.StateHash());

        market.Complain(orders[1]);
        loaded.Complain(orders[1]);

        Assert.Single(loaded.View.Cases(Seller)!.Cases);
        Assert.Equal(market.StateHash(), loaded.StateHash());
        loaded.AssertSound();
    }

    [Fact]
    public void The_watch_begins_and_ends_with_the_policy() // GOV-1
    {
        var market = Market(Terms(stock: 100));
        var orders = Received(market, 4);
        market.ChangePolicy(Watched);
        market.AdvanceTo(market.Now.AddSeconds(2));
        market.Complain(orders[0]);
        var seen = market.State.Watch.Find(Seller)!.Days[0];
        Assert.Equal((0, 1), (seen.Orders, seen.Complaints));

        market.ChangePolicy(new Policy { Trust = Watched.Trust with { Watches = false } });
        market.AdvanceTo(market.Now.AddSeconds(2));
        market.Complain(orders[1]);

        Assert.Equal(1, market.State.Watch.Find(Seller)!.Days[0].Complaints);
        market.AssertSound();
    }

    private static OrderId[] Received(Market market, int orders) =>
    [
        .. Enumerable.Range(1, orders).Select(buyer => market.Order(OrderStatus.Confirmed, buyer: buyer)),
    ];
}
