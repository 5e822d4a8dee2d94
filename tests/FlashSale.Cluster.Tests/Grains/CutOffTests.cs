using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// Every step that a process over money waits for is cut off, one by one, before and after it was carried
/// out. Then the thing has not begun, or the cluster finishes it though nobody asks again; and when the
/// client asks again, the end is always the same.
/// </summary>
/// <remarks>Rules ORD-3, ORD-4, ESC-2, ESC-3.</remarks>
[Trait("cluster", "ESC-2"), Trait("cluster", "ESC-3"), Trait("cluster", "ORD-3")]
[Trait("cluster", "ORD-4")]
public sealed class CutOffTests
{
    private static readonly Money Start = Money.FromYuan(1_000);

    [Fact]
    public Task Opening_a_dispute() => EachStep(
        stepsMin: 1, [], Ship,
        async (port, order) => Assert.Equal(OrderResult.Done, await port.OpenDispute(order)));

    [Fact]
    public Task A_verdict_for_the_buyer_who_then_has_all_the_money() => EachStep(
        stepsMin: 8, ["call IEscrowAccountGrain.Move", "call IStockGrain.PutBack"], Dispute,
        async (port, order) =>
        {
            Assert.Equal(OrderResult.Done, await port.ResolveDispute(order, forBuyer: true, Fixtures.Ops));
            var balance = new AccountId(AccountKind.Buyer, order.Buyer.Value);
            Assert.Equal(Start, await port.FindBalance(balance));
        });

    [Fact]
    public Task A_verdict_for_the_store_within_its_time() => EachStep(
        stepsMin: 1, [], Dispute,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.ResolveDispute(order, forBuyer: false, Fixtures.Ops)));

    [Fact]
    public Task A_verdict_for_the_store_that_settles_the_order() => EachStep(
        stepsMin: 3, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], DisputeForLong,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.ResolveDispute(order, forBuyer: false, Fixtures.Ops)));

    [Fact]
    public Task A_refund_before_shipping() => EachStep(
        stepsMin: 4, ["call IEscrowAccountGrain.Move", "call IStockGrain.PutBack"],
        (_, _) => Task.CompletedTask,
        async (port, order) => Assert.Equal(
            RefundResult.Refunded, (await port.Refund(order, 0, 2)).Result));

    [Fact]
    public Task A_return_after_confirmation() => EachStep(
        stepsMin: 4, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], Confirm,
        async (port, order) => Assert.Equal(
            RefundResult.Refunded, (await port.Refund(order, 0, 1)).Result));

    [Fact, Trait("cluster", "ESC-5")]
    public Task A_return_to_two_payers() => EachStep(
        stepsMin: 4, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], ConfirmSplit,
        async (port, order) => Assert.Equal(
            RefundResult.Refunded, (await port.Refund(Split(order), 0, 1)).Result));

    [Fact]
    public Task A_settlement() => EachStep(
        stepsMin: 3, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], Ship,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.StepOrder(order, OrderStep.Confirm)));

    private static Task EachStep(
        int stepsMin,
        string[] mustBeCut,
        Func<TestMarket, OrderId, Task> prepare,
        Func<IMarketplace, OrderId, Task> act) => EachCutOff.Of(new CutOffStory
        {
            StepsMin = stepsMin,
            MustBeCut = mustBeCut,
            Open = Open,
            Prepare = async (market, order) =>
            {
                await Pay(market.Port, order);
                await prepare(market, order);
            },
            Act = act,
            Picture = Picture,
        });

    // One store that sells two things; nothing of it is short of its deposit.
    private static async Task Open(IMarketplace port)
    {
        Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(Fixtures.Application(Shop.Store)));
        foreach (var listing in (int[])[0, 1])
        {
            var terms = Fixtures.Terms(stock: 10_000);
            Assert.Equal(ListingResult.Published, await port.Publish(new ListingId(listing), terms));
        }

        var presale = new Presale(Money.FromYuan(20), Fixtures.Noon, Fixtures.Noon.AddDays(100));
        var inAdvance = Fixtures.Terms(stock: 10_000) with { Presale = presale };
        Assert.Equal(ListingResult.Published, await port.Publish(new ListingId(2), inAdvance));
    }

    // Two lines, three units, paid from a balance that has more.
    private static async Task Pay(IMarketplace port, OrderId order)
    {
        var (id, buyer) = (order.Checkout, order.Buyer);
        var topUp = new Transfer(buyer.Value, MovementKind.BuyerTopUp, default, buyer, Start);
        Assert.Equal(TransferResult.Moved, await port.Move(topUp));
        CartLine[] lines = [Fixtures.Line(units: 2), Fixtures.Line(listing: 1)];
        Assert.Equal(CheckoutResult.Placed, (await port.Checkout(id, lines)).Result);
        Assert.Equal(PayResult.Paid, (await port.Pay(id, PaymentChannel.Balance)).Result);
    }

    private static async Task Ship(TestMarket market, OrderId order) =>
        Assert.Equal(OrderResult.Done, await market.Port.StepOrder(order, OrderStep.Ship));

    private static async Task Confirm(TestMarket market, OrderId order)
    {
        await Ship(market, order);
        Assert.Equal(OrderResult.Done, await market.Port.StepOrder(order, OrderStep.Confirm));
    }

    /// <summary>The buyer's other order: a deposit by bank, the balance from the balance.</summary>
    private static OrderId Split(OrderId order) => new CheckoutId(order.Buyer, 1).Order(0);

    private static async Task ConfirmSplit(TestMarket market, OrderId order)
    {
        var (port, id) = (market.Port, Split(order).Checkout);
        Assert.Equal(CheckoutResult.Placed, (await Shop.Order(port, id, listing: 2)).Result);
        Assert.Equal(PayResult.DepositPaid, (await port.Pay(id, PaymentChannel.Bank)).Result);
        Assert.Equal(PayResult.Paid, (await port.PayBalance(id, PaymentChannel.Balance)).Result);
        await Confirm(market, Split(order));
    }

    private static async Task Dispute(TestMarket market, OrderId order)
    {
        await Ship(market, order);
        Assert.Equal(OrderResult.Done, await market.Port.OpenDispute(order));
    }

    private static async Task DisputeForLong(TestMarket market, OrderId order)
    {
        await Dispute(market, order);
        await market.SetTime(market.Clock.Now.AddDays(20));
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
