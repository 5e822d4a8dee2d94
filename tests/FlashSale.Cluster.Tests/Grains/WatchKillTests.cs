using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// The watch loses and doubles nothing over fifty kills: of grains, whose memory ends with a write that is
/// cut off before or after it is carried out, and of silos (rule TRU-13).
/// </summary>
[Trait("cluster", "TRU-13")]
public sealed class WatchKillTests
{
    private const int Kills = 50;
    private const int Sellers = 4;
    private const int StepsOfARound = 6; // the complaint's file, the feed, the watch, the file, again both

    [Fact]
    public async Task The_watch_loses_and_doubles_nothing_over_fifty_kills()
    {
        var fault = new OneFault(new MemoryRowStore())
        {
            Called = [],
            Written = [RowKind.Watch, RowKind.CaseFile, RowKind.EventFeed],
        };
        await using var market = await TestMarket.Start(silos: 2, policy: Watched.Policy, rows: fault);
        var engine = new Market(Watched.Policy);
        engine.AdvanceTo(History.Beginning);
        await Open(engine, market);

        for (var round = 0; round < Kills; round++)
        {
            await Move(engine, market);
            var order = await Receive(engine, market, round);
            await Complain(engine, market, order, fault, round);
            var id = new CaseId(SellerOf(round), 1 + (round / Sellers));
            await OnBoth(engine, market, Step.DecideCase(id, CaseVerdict.Cleared)); // another alert opens one
        }

        await Shop.AuditPasses(market.Port);
        engine.AssertSound();
        Assert.Equal(Watched.Picture(engine, Sellers), await Watched.Picture(fault, Sellers));
        for (var seller = 0; seller < Sellers; seller++)
        {
            var (file, cases) = (new SellerId(seller), (Kills + Sellers - 1 - seller) / Sellers);
            Assert.Equal(cases, (await market.Port.FindCases(file))!.Cases.Count);
            Assert.Equal(
                MarketPicture.OfFile(engine.View.Cases(file)),
                MarketPicture.OfFile(await market.Port.FindCases(file)));
        }
    }

    private static SellerId SellerOf(int round) => new(round % Sellers);

    // Listings are suspicious again after three days; each seller's turn comes every fourth round.
    private static async Task Move(Market engine, TestMarket market)
    {
        var now = market.Clock.Now.AddHours(20);
        engine.AdvanceTo(now);
        await Shop.Answered(async () =>
        {
            await market.SetTime(now);
            return true;
        });
    }

    private static async Task Open(Market engine, TestMarket market)
    {
        for (var seller = 0; seller < Sellers; seller++)
        {
            await OnBoth(engine, market, Step.OpenStore(Fixtures.Application(new StoreId(seller))));
            var terms = Fixtures.Terms(stock: 10_000, store: new StoreId(seller));
            await OnBoth(engine, market, Step.Publish(new ListingId(seller), terms));
        }
    }

    private static async Task Complain(
        Market engine, TestMarket market, OrderId order, OneFault fault, int round)
    {
        var isOfSilo = round % 10 == 9;
        if (!isOfSilo)
        {
            fault.Arm(1 + (round % StepsOfARound), round % 4 < 2 ? CutOff.Before : CutOff.After);
        }

        await OnBoth(engine, market, Step.Complain(order, 0, ComplaintReason.Counterfeit));
        if (isOfSilo)
        {
            await market.Silos.KillSiloAsync(market.Silos.Silos[^1]);
            await market.Silos.StartAdditionalSiloAsync();
        }

        await Watched.Drain(market);
        Assert.True(isOfSilo || fault.Step is not null, $"nothing was killed in round {round}");
        fault.Disarm();
    }

    private static async Task<OrderId> Receive(Market engine, TestMarket market, int round)
    {
        var id = new CheckoutId(new BuyerId(round), 0);
        await OnBoth(engine, market, Step.Checkout(id, Fixtures.Line(listing: SellerOf(round).Value)));
        await OnBoth(engine, market, Step.Pay(id, PaymentChannel.QuickPay));
        await OnBoth(engine, market, Step.StepOrder(id.Order(0), OrderStep.Ship));
        await OnBoth(engine, market, Step.StepOrder(id.Order(0), OrderStep.Deliver));
        await Watched.Drain(market);
        return id.Order(0);
    }

    private static async Task OnBoth(Market engine, TestMarket market, Step step) => Assert.Equal(
        step.OnMarket(engine), await Shop.Answered(() => step.OnPort(market.Port)));
}
