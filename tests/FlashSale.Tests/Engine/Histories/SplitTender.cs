using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

/// <summary>
/// Stories of a presale whose deposit comes by one channel and whose balance by another, told to any host:
/// one unit costs ¥100, ¥20 of it first, and every buyer has put ¥200 into the balance.
/// </summary>
/// <remarks>Rules ESC-3, ESC-5, ORD-3. The numbers of case 13.</remarks>
internal sealed class SplitTender(IMarketplace port, Func<DateTimeOffset, Task> setTime)
{
    private static readonly DateTimeOffset From = Noon.AddMinutes(10);
    private static readonly BuyerId B50 = new(50);
    private static readonly BuyerId B51 = new(51);

    /// <summary>All stories by what they show.</summary>
    public static IReadOnlyDictionary<string, Func<SplitTender, Task>> Stories { get; } =
        new Dictionary<string, Func<SplitTender, Task>>
        {
            ["a refund before shipping"] = story => story.AllBack(story.Refund),
            ["a return after confirmation"] = story => story.AllBack(story.Return),
            ["a verdict for the buyer"] = story => story.AllBack(story.Win),
            ["a refund unit by unit"] = story => story.UnitByUnit(isConfirmed: false),
            ["a return unit by unit"] = story => story.UnitByUnit(isConfirmed: true),
            ["a store that has too little"] = story => story.StoreHasTooLittle(),
            ["a balance that is not paid"] = story => story.Forfeit(),
        };

    /// <summary>Opens the store, tells one story and audits.</summary>
    public async Task Tell(string story)
    {
        await setTime(Noon);
        Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(Application(FirstStore)));
        var terms = Terms() with { Presale = new Presale(Money.FromYuan(20), From, Noon.AddDays(2)) };
        Assert.Equal(ListingResult.Published, await port.Publish(FirstListing, terms));

        await Stories[story](this);

        Assert.Equal(Money.Zero, await port.FindBalance(AccountId.Escrow));
        var audit = await port.Audit();
        Assert.True(audit.Passed, string.Join('\n', audit.Checks.Where(check => !check.Passed)));
    }

    private async Task AllBack(Func<OrderId, Task> goBack)
    {
        var (one, other) = (
            await Paid(B50, PaymentChannel.Balance, PaymentChannel.Bank),
            await Paid(B51, PaymentChannel.Bank, PaymentChannel.Balance));
        await Has(B50, yuan: 180);
        await Has(B51, yuan: 120);
        var view = (await port.FindOrder(one))!;
        Assert.Equal((PaymentChannel.Balance, PaymentChannel.Bank), (view.DepositChannel, view.Channel));

        await goBack(one);
        await goBack(other);

        await Has(B50, yuan: 200);
        await Has(B51, yuan: 200);
        Assert.Equal(Money.Zero, await BankHolds());
        view = (await port.FindOrder(other))!;
        Assert.Equal((PaymentChannel.Bank, PaymentChannel.Balance), (view.DepositChannel, view.Channel));
        Assert.Equal((OrderStatus.Closed, view.Escrow.Paid), (view.Status, view.Escrow.Refunded));
    }

    private async Task UnitByUnit(bool isConfirmed)
    {
        var order = await Paid(B50, PaymentChannel.Balance, PaymentChannel.Bank, units: 2); // ¥40 and ¥160
        if (isConfirmed)
        {
            await Confirm(order);
        }

        (int Balance, int Bank)[] expected = [(160, -60), (200, 0)];
        for (var units = 1; units <= expected.Length; units++)
        {
            Assert.Equal(RefundResult.Refunded, (await port.Refund(order, 0, units)).Result);
            await Has(B50, expected[units - 1].Balance);
            Assert.Equal(Money.FromYuan(expected[units - 1].Bank), await BankHolds());
        }
    }

    private async Task StoreHasTooLittle()
    {
        var order = await Paid(B50, PaymentChannel.Balance, PaymentChannel.Bank);
        await Confirm(order);
        var away = new Transfer(99, MovementKind.Withdrawal, FirstStore, default, Money.FromYuan(1));
        Assert.Equal(TransferResult.Moved, await port.Move(away)); // 94 of 95 are left

        Assert.Equal(RefundResult.InsufficientFunds, (await port.Refund(order, 0, 1)).Result);

        await Has(B50, yuan: 180);
        Assert.Equal(Money.FromYuan(-80), await BankHolds());
    }

    private async Task Forfeit()
    {
        await TopUp(B50);
        await Place(B50, units: 1);
        await port.Pay(new CheckoutId(B50, 0), PaymentChannel.Balance);

        await setTime(Noon.AddDays(2));

        var late = await port.PayBalance(new CheckoutId(B50, 0), PaymentChannel.Bank);
        Assert.Equal(PayResult.TooLate, late.Result);
        await Has(B50, yuan: 180);
        Assert.Equal(Money.FromYuan(20), await port.FindBalance(AccountId.Of(FirstStore)));
        Assert.Equal(Money.Zero, await BankHolds());
    }

    private async Task Refund(OrderId order) =>
        Assert.Equal(
            new RefundAnswer(RefundResult.Refunded, Money.FromYuan(100)), await port.Refund(order, 0, 1));

    private async Task Return(OrderId order)
    {
        await Confirm(order);
        await Refund(order);
        Assert.Equal(Money.Zero, await port.FindBalance(AccountId.Of(FirstStore)));
        Assert.Equal(Money.Zero, await port.FindBalance(AccountId.Platform));
    }

    private async Task Win(OrderId order)
    {
        Assert.Equal(OrderResult.Done, await port.StepOrder(order, OrderStep.Ship));
        Assert.Equal(OrderResult.Done, await port.OpenDispute(order));
        Assert.Equal(OrderResult.Done, await port.ResolveDispute(order, forBuyer: true));
        Assert.Equal(OrderResult.Done, await port.ResolveDispute(order, forBuyer: true)); // ORD-4
        Assert.Equal(OrderResult.NotAllowed, await port.ResolveDispute(order, forBuyer: false));
    }

    private async Task Confirm(OrderId order)
    {
        Assert.Equal(OrderResult.Done, await port.StepOrder(order, OrderStep.Ship));
        Assert.Equal(OrderResult.Done, await port.StepOrder(order, OrderStep.Confirm));
    }

    private async Task<OrderId> Paid(
        BuyerId buyer, PaymentChannel deposit, PaymentChannel rest, int units = 1)
    {
        var id = new CheckoutId(buyer, 0);
        await TopUp(buyer);
        await Place(buyer, units);
        Assert.Equal(PayResult.DepositPaid, (await port.Pay(id, deposit)).Result);
        await setTime(From);
        Assert.Equal(PayResult.Paid, (await port.PayBalance(id, rest)).Result);
        return id.Order(0);
    }

    private async Task TopUp(BuyerId buyer)
    {
        var transfer =
            new Transfer(buyer.Value, MovementKind.BuyerTopUp, default, buyer, Money.FromYuan(200));
        Assert.Equal(TransferResult.Moved, await port.Move(transfer));
    }

    private async Task Place(BuyerId buyer, int units)
    {
        var placed = await port.Checkout(new CheckoutId(buyer, 0), new[] { Line(units) });
        Assert.Equal(CheckoutResult.Placed, placed.Result);
    }

    private async Task Has(BuyerId buyer, int yuan) => Assert.Equal(
        Money.FromYuan(yuan), await port.FindBalance(AccountId.Payer(PaymentChannel.Balance, buyer)));

    private ValueTask<Money> BankHolds() => port.FindBalance(AccountId.Payer(PaymentChannel.Bank, B50));
}
