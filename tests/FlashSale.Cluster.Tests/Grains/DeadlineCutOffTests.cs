using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// What time does to an order, cut off at every step: money moves once, and to whom it belongs.
/// </summary>
/// <remarks>Rules ORD-4, LST-3, ESC-3.</remarks>
[Trait("cluster", "ORD-4"), Trait("cluster", "LST-3"), Trait("cluster", "ESC-3")]
public sealed class DeadlineCutOffTests
{
    [Fact]
    public Task A_settlement_by_time() => EachStep(
        ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"],
        async (market, order) =>
        {
            // What earlier orders still wait for is over: what falls due next is this order's.
            await market.SetTime(market.Clock.Now.AddDays(60));
            Assert.Equal(
                CheckoutResult.Placed, (await Shop.Order(market.Port, order.Checkout, listing: 0)).Result);
            Assert.Equal(
                PayResult.Paid, (await market.Port.Pay(order.Checkout, PaymentChannel.Balance)).Result);
            Assert.Equal(OrderResult.Done, await market.Port.StepOrder(order, OrderStep.Ship));
        },
        (market, order) => WaitWhile(market, order, OrderStatus.Shipped));

    [Fact]
    public Task A_deposit_that_falls_to_the_store_by_time() => EachStep(
        ["call IEscrowAccountGrain.Move"],
        async (market, order) =>
        {
            var (port, now) = (market.Port, market.Clock.Now);
            var listing = 100 + (int)order.Buyer.Value;
            var presale = new Presale(Money.FromYuan(20), now, now.AddDays(1));
            Assert.Equal(
                ListingResult.Published,
                await port.Publish(new ListingId(listing), Fixtures.Terms() with { Presale = presale }));
            Assert.Equal(CheckoutResult.Placed, (await Shop.Order(port, order.Checkout, listing)).Result);
            Assert.Equal(
                PayResult.DepositPaid, (await port.Pay(order.Checkout, PaymentChannel.Balance)).Result);
        },
        (market, order) => WaitWhile(market, order, OrderStatus.DepositPaid));

    private static Task EachStep(
        string[] mustBeCut, Func<TestMarket, OrderId, Task> prepare, Func<TestMarket, OrderId, Task> act)
    {
        TestMarket? open = null;
        return EachCutOff.Of(new CutOffStory
        {
            StepsMin = 3,
            MustBeCut = mustBeCut,
            Open = async port =>
            {
                Assert.Equal(
                    OpenStoreResult.Opened, await port.OpenStore(Fixtures.Application(Shop.Store)));
                Assert.Equal(
                    ListingResult.Published,
                    await port.Publish(new ListingId(0), Fixtures.Terms(stock: 10_000)));
            },
            Prepare = async (market, order) =>
            {
                open = market;
                var topUp = new Transfer(
                    order.Buyer.Value, MovementKind.BuyerTopUp, default, order.Buyer, Money.FromYuan(1_000));
                Assert.Equal(TransferResult.Moved, await market.Port.Move(topUp));
                await prepare(market, order);
            },
            Act = (_, order) => act(open!, order),
            Picture = Picture,
        });
    }

    private static async Task WaitWhile(TestMarket market, OrderId order, OrderStatus status)
    {
        if ((await market.Port.FindOrder(order))!.Status == status)
        {
            await market.SetTime(market.Clock.Now.AddDays(20));
        }
    }

    private static async Task<string> Picture(IMarketplace port, OrderId id)
    {
        var order = (await port.FindOrder(id))!;
        var balance = await port.FindBalance(new AccountId(AccountKind.Buyer, id.Buyer.Value));
        var escrow = order.Escrow;
        return string.Create(CultureInfo.InvariantCulture, $"{order.Status} paid {escrow.Paid} ")
            + $"released {escrow.Released} refunded {escrow.Refunded}, the buyer has {balance}";
    }
}
