using FlashSale.Tests.Engine;
using static FlashSale.Tests.Port.RepeatedCommands;

namespace FlashSale.Tests.Port;

/// <summary>Commands about orders, sent again (rule ORD-4).</summary>
internal static class RepeatedOrderCommands
{
    private static readonly ListingId Listing = Fixtures.FirstListing;
    private static readonly CheckoutId Id = Fixtures.Checkout();
    private static readonly OrderId Order = Id.Order(0);

    private static readonly Presale Presale =
        new(Money.FromYuan(20), Fixtures.Noon.AddHours(-1), Fixtures.Noon.AddDays(2));

    public static async Task Checkout(IMarketplace port)
    {
        await Open(port);
        var first = await Send(port);
        Assert.Equal(CheckoutResult.Placed, first.Result);
        await Same(first, () => Send(port), async () =>
        {
            await port.Pay(Id, PaymentChannel.Bank);
            await port.Reprice(Listing, Unit * 2);
            await port.Withdraw(Listing);
        });
        var other = await port.Checkout(Id, new[] { Line(2) });
        Assert.Equal(CheckoutResult.IdReused, other.Result);
    }

    public static async Task Pay(IMarketplace port)
    {
        await Open(port);
        await Send(port);
        await Same(
            new PayAnswer(PayResult.Paid, Unit * 3), () => port.Pay(Id, PaymentChannel.Bank),
            async () => await port.Refund(Order, 0, 3));
        Assert.Equal(PayResult.IdReused, (await port.Pay(Id, PaymentChannel.Credit)).Result);

        var late = Fixtures.Checkout(1);
        await Send(port, late);
        await port.StepOrder(late.Order(0), OrderStep.Cancel);
        await Same(
            new PayAnswer(PayResult.TooLate, Unit * 3), () => port.Pay(late, PaymentChannel.Bank));
        Assert.Equal(PayResult.IdReused, (await port.Pay(late, PaymentChannel.Credit)).Result);
    }

    public static async Task PayBalance(IMarketplace port)
    {
        await Open(port, Terms() with { Presale = Presale });
        await Send(port);
        await Same(
            new PayAnswer(PayResult.DepositPaid, Money.FromYuan(60)),
            () => port.Pay(Id, PaymentChannel.Bank),
            () => Same(
                new PayAnswer(PayResult.Paid, Unit * 3),
                () => port.PayBalance(Id, PaymentChannel.Credit),
                async () => await port.StepOrder(Order, OrderStep.Ship)));
        Assert.Equal(PayResult.IdReused, (await port.Pay(Id, PaymentChannel.Credit)).Result);
        Assert.Equal(PayResult.IdReused, (await port.PayBalance(Id, PaymentChannel.Bank)).Result);
    }

    public static async Task StepOrder(IMarketplace port)
    {
        await Paid(port);
        var cancelled = Fixtures.Checkout(1);
        await Send(port, cancelled);
        await Same(OrderResult.Done, () => port.StepOrder(cancelled.Order(0), OrderStep.Cancel));
        await Same(
            OrderResult.Done, () => port.StepOrder(Order, OrderStep.Ship),
            () => Same(
                OrderResult.Done, () => port.StepOrder(Order, OrderStep.Deliver),
                () => Same(
                    OrderResult.Done, () => port.StepOrder(Order, OrderStep.Confirm),
                    async () => await port.Refund(Order, 0, 3))));
        Assert.Equal(OrderResult.NotAllowed, await port.StepOrder(cancelled.Order(0), OrderStep.Ship));
    }

    public static async Task Refund(IMarketplace port)
    {
        await Paid(port);
        var (one, two) = (
            new RefundAnswer(RefundResult.Refunded, Unit),
            new RefundAnswer(RefundResult.Refunded, Unit * 2));
        await Same(
            one, () => port.Refund(Order, 0, 1),
            () => Same(two, () => port.Refund(Order, 0, 3))); // closes the order
        Assert.Equal(
            new RefundAnswer(RefundResult.Refunded, Money.Zero), await port.Refund(Order, 0, 2));
        Assert.Equal(RefundResult.BadLine, (await port.Refund(Order, 0, 4)).Result);
        Assert.Equal(RefundResult.BadLine, (await port.Refund(Order, 1, 1)).Result);
    }

    public static async Task OpenDispute(IMarketplace port)
    {
        await Paid(port);
        await Same(
            OrderResult.Done, () => port.OpenDispute(Order),
            async () => await port.ResolveDispute(Order, forBuyer: true));
    }

    public static async Task ResolveDispute(IMarketplace port)
    {
        await Paid(port);
        await port.OpenDispute(Order);
        await Same(
            OrderResult.Done, () => port.ResolveDispute(Order, forBuyer: false),
            async () =>
            {
                await port.StepOrder(Order, OrderStep.Ship);
                await port.StepOrder(Order, OrderStep.Confirm);
            });
        Assert.Equal(OrderResult.NotAllowed, await port.ResolveDispute(Order, forBuyer: true));

        var other = Fixtures.Checkout(1);
        await Send(port, other);
        await port.Pay(other, PaymentChannel.Bank);
        await port.OpenDispute(other.Order(0));
        await Same(OrderResult.Done, () => port.ResolveDispute(other.Order(0), forBuyer: true));
        Assert.Equal(
            OrderResult.NotAllowed, await port.ResolveDispute(other.Order(0), forBuyer: false));
    }

    public static async Task Rate(IMarketplace port)
    {
        await Confirmed(port);
        await Same(
            RateResult.Rated, () => port.Rate(Order, Fixtures.Stars()),
            async () => await port.Refund(Order, 0, 3));
        Assert.Equal(RateResult.RatedAlready, await port.Rate(Order, Fixtures.Stars(4)));
    }

    public static async Task RateBuyer(IMarketplace port)
    {
        await Open(port, kind: MarketKind.Consumer); // the brand market has no verdicts (REP-2)
        await Confirmed(port);
        await Same(
            RateResult.Rated, () => port.RateBuyer(Order, CreditRating.Medium),
            async () => await port.Refund(Order, 0, 3));
        Assert.Equal(RateResult.RatedAlready, await port.RateBuyer(Order, CreditRating.Poor));
    }

    private static ValueTask<CheckoutAnswer> Send(IMarketplace port, CheckoutId? id = null) =>
        port.Checkout(id ?? Id, new[] { Line() });

    private static async Task Paid(IMarketplace port)
    {
        await Open(port);
        await Send(port);
        Assert.Equal(PayResult.Paid, (await port.Pay(Id, PaymentChannel.Bank)).Result);
    }

    private static async Task Confirmed(IMarketplace port)
    {
        await Paid(port);
        await port.StepOrder(Order, OrderStep.Ship);
        Assert.Equal(OrderResult.Done, await port.StepOrder(Order, OrderStep.Confirm));
    }
}
