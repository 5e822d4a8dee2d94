using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// Every step that a process over money waits for is cut off, one by one, before and after it was carried
/// out. Then the thing has not begun, or the cluster finishes it though nobody asks again; and when the
/// client asks again, the end is always the same.
/// </summary>
/// <remarks>Rules ORD-3, ORD-4, ESC-2, ESC-3.</remarks>
public sealed class CutOffTests
{
    private const int StepsMax = 60;
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(3); // accounts ask again after two
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
            Assert.Equal(OrderResult.Done, await port.ResolveDispute(order, forBuyer: true));
            var balance = new AccountId(AccountKind.Buyer, order.Buyer.Value);
            Assert.Equal(Start, await port.FindBalance(balance));
        });

    [Fact]
    public Task A_verdict_for_the_store_within_its_time() => EachStep(
        stepsMin: 1, [], Dispute,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.ResolveDispute(order, forBuyer: false)));

    [Fact]
    public Task A_verdict_for_the_store_that_settles_the_order() => EachStep(
        stepsMin: 3, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], DisputeForLong,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.ResolveDispute(order, forBuyer: false)));

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

    [Fact]
    public Task A_return_to_two_payers() => EachStep( // ESC-5
        stepsMin: 4, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], ConfirmSplit,
        async (port, order) => Assert.Equal(
            RefundResult.Refunded, (await port.Refund(Split(order), 0, 1)).Result));

    [Fact]
    public Task A_settlement() => EachStep(
        stepsMin: 3, ["call IEscrowAccountGrain.Move", "call IEscrowAccountGrain.Half"], Ship,
        async (port, order) => Assert.Equal(
            OrderResult.Done, await port.StepOrder(order, OrderStep.Confirm)));

    [Theory]
    [InlineData(MovementKind.Compensation)]
    [InlineData(MovementKind.Withdrawal)]
    [InlineData(MovementKind.ViolationFee)]
    [InlineData(MovementKind.BuyerTopUp)]
    public Task A_transfer(MovementKind kind) => EachStep(
        stepsMin: 1, kind == MovementKind.BuyerTopUp ? [] : ["call IEscrowAccountGrain.Move"], Confirm,
        async (port, order) => Assert.Equal(
            TransferResult.Moved,
            await port.Move(new Transfer(
                1_000_000 + order.Buyer.Value, kind, Shop.Store, order.Buyer, Money.FromYuan(3)))));

    /// <summary>Cuts off step after step of what is done, until there is none left to cut off.</summary>
    private static async Task EachStep(
        int stepsMin,
        string[] mustBeCut,
        Func<TestMarket, OrderId, Task> prepare,
        Func<IMarketplace, OrderId, Task> act)
    {
        var fault = new OneFault(new MemoryRowStore());
        await using var market = await TestMarket.Start(rows: fault, calls: fault);
        await Open(market.Port);
        var (cut, buyer) = (new HashSet<string>(), 0);
        var whole = await Whole(market, Order(buyer++), prepare, act);
        foreach (var way in Enum.GetValues<CutOff>())
        {
            var nth = 1;
            while (nth <= StepsMax
                && await CutAt(market, fault, nth, way, Order(buyer++), prepare, act, whole) is { } step)
            {
                cut.Add(step);
                nth++;
            }

            Assert.InRange(nth - 1, stepsMin, StepsMax - 1);
        }

        Assert.Empty(mustBeCut.Except(cut));
        await Shop.AuditPasses(market.Port);
    }

    /// <summary>Does it once with one fault; returns what was cut off, or null if nothing was.</summary>
    private static async Task<string?> CutAt(
        TestMarket market,
        OneFault fault,
        int nth,
        CutOff way,
        OrderId order,
        Func<TestMarket, OrderId, Task> prepare,
        Func<IMarketplace, OrderId, Task> act,
        (string Before, string After) whole)
    {
        await Pay(market.Port, order);
        await prepare(market, order);
        Assert.Equal(whole.Before, await Picture(market.Port, order));
        fault.Arm(nth, way);
        try
        {
            await act(new ClusterMarketplace(market.Grains, new NoPatience()), order);
        }
        catch (Exception failure)
            when (failure is GrainFaultException or TimeoutException or OrleansException)
        {
            // Nobody asks again for now.
        }

        var step = fault.Step;
        fault.Disarm();
        await market.SetTime(market.Clock.Now + Recovery);
        var alone = await Picture(market.Port, order);
        Assert.True(
            alone == whole.Before || alone == whole.After,
            $"{step} ({way}, step {nth}) leaves\n{alone}\nneither\n{whole.Before}\nnor\n{whole.After}");
        await act(market.Port, order);
        Assert.Equal(whole.After, await Picture(market.Port, order));
        return step;
    }

    private static async Task<(string Before, string After)> Whole(
        TestMarket market,
        OrderId order,
        Func<TestMarket, OrderId, Task> prepare,
        Func<IMarketplace, OrderId, Task> act)
    {
        await Pay(market.Port, order);
        await prepare(market, order);
        var before = await Picture(market.Port, order);
        await act(market.Port, order);
        return (before, await Picture(market.Port, order));
    }

    private static OrderId Order(int buyer) => new CheckoutId(new BuyerId(buyer), 0).Order(0);

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

    /// <summary>The clock of a client that does not ask again: it never waits between two tries.</summary>
    private sealed class NoPatience : TimeProvider
    {
        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new TimeoutException("This client does not ask again.");
    }
}
