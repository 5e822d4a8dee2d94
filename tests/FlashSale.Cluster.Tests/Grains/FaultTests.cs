using System.Collections.Concurrent;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// Silos that die and storage that fails: nothing that was answered is lost, nothing is doubled.
/// </summary>
public sealed class FaultTests
{
    private const int Listings = 20;
    private const int Buyers = 60;
    private const int OrdersPerBuyer = 8;

    [Fact]
    public async Task A_silo_that_is_killed_takes_no_answered_order_with_it()
    {
        await using var market = await TestMarket.Start(silos: 3);
        await Shop.Open(market.Port, Listings, Fixtures.Terms(stock: 10_000));
        var (answered, killAt) = (new ConcurrentBag<OrderId>(), Buyers * OrdersPerBuyer / 3);
        var half = new TaskCompletionSource();

        var load = Task.WhenAll(Enumerable.Range(0, Buyers).Select(buyer => Buy(market.Port, buyer, order =>
        {
            answered.Add(order);
            if (answered.Count >= killAt)
            {
                half.TrySetResult();
            }
        })));
        await half.Task;
        await market.Silos.KillSiloAsync(market.Silos.Silos[1]);
        await load;

        await EachExistsOnce(market.Port, answered);
        await Shop.AuditPasses(market.Port);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Storage_that_fails_one_write_in_ten_loses_and_doubles_nothing(int seed)
    {
        var rows = new FaultyRowStore(new MemoryRowStore(), (ulong)seed);
        await using var market = await TestMarket.Start(rows: rows);
        await Shop.Answered(async () =>
        {
            await Shop.Open(market.Port, Listings, Fixtures.Terms(stock: 10_000));
            return true;
        });
        var answered = new ConcurrentBag<OrderId>();

        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(
            buyer => Buy(market.Port, buyer, answered.Add)));
        await Task.WhenAll(answered.Where(order => order.Buyer.Value % 3 == 0).Select(
            order => Fulfil(market.Port, order)));

        Assert.True(rows.Faults > 50, $"only {rows.Faults} faults");
        rows.CalmDown();
        await EachExistsOnce(market.Port, answered);
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task The_pause_of_an_auditor_that_died_ends_by_itself()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port);
        var end = market.Clock.Now + TimeSpan.FromSeconds(30);
        await market.Grains.GetGrain<IFestivalGrain>(0).PauseUntil(end);
        var id = Fixtures.Checkout();

        await Assert.ThrowsAsync<MarketBusyException>(
            () => market.Grains.GetGrain<ICartGrain>(id.Buyer.Value)
                .Do(PackedCommand.Of(new Checkout(id, new[] { Fixtures.Line() }))));
        market.Clock.Now = end;

        Assert.Equal(CheckoutResult.Placed, (await Shop.Order(market.Port, id)).Result);
    }

    private static async Task Buy(IMarketplace port, int buyer, Action<OrderId> isPaid)
    {
        for (var number = 0; number < OrdersPerBuyer; number++)
        {
            var id = new CheckoutId(new BuyerId(buyer), number);
            var listing = (buyer + number) % Listings;
            var placed = await Shop.Answered(() => Shop.Order(port, id, listing));
            Assert.Equal(CheckoutResult.Placed, placed.Result);
            var paid = await Shop.Answered(() => port.Pay(id, PaymentChannel.QuickPay));
            Assert.Equal(PayResult.Paid, paid.Result);
            isPaid(id.Order(0));
        }
    }

    private static async Task Fulfil(IMarketplace port, OrderId order)
    {
        foreach (var step in (OrderStep[])[OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm])
        {
            Assert.Equal(OrderResult.Done, await Shop.Answered(() => port.StepOrder(order, step)));
        }

        await Shop.Answered(() => port.Rate(order, Fixtures.Stars()));
        if (order.Checkout.Number % 2 == 0)
        {
            var refund = await Shop.Answered(() => port.Refund(order, 0, 1));
            Assert.Equal(RefundResult.Refunded, refund.Result);
        }
    }

    private static async Task EachExistsOnce(IMarketplace port, ConcurrentBag<OrderId> answered)
    {
        Assert.Equal(Buyers * OrdersPerBuyer, answered.Count);
        foreach (var order in answered)
        {
            var view = await Shop.Answered(() => port.FindOrder(order));
            Assert.NotNull(view?.PaidAt);
        }
    }
}
