using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>
/// Why units cannot be had when an order is paid, on whatever host (rules INV-1, INV-3, STO-1).
/// </summary>
internal static class RefusedPayments
{
    private static readonly ListingId Rush = new(0);
    private static readonly Money Hundred = Money.FromYuan(100);

    /// <summary>What is played, by name.</summary>
    public static IReadOnlyDictionary<string, Func<IMarketplace, Task>> All { get; } =
        new Dictionary<string, Func<IMarketplace, Task>>
        {
            [nameof(More_than_one_buyer_may_have)] = More_than_one_buyer_may_have,
            [nameof(More_than_there_is)] = More_than_there_is,
            [nameof(A_listing_that_was_withdrawn)] = A_listing_that_was_withdrawn,
            [nameof(A_store_that_may_not_sell)] = A_store_that_may_not_sell,
            [nameof(Units_that_were_held_before)] = Units_that_were_held_before,
            [nameof(One_order_of_two)] = One_order_of_two,
        };

    private static async Task More_than_one_buyer_may_have(IMarketplace port) // case 17
    {
        await Open(port, Fixtures.Terms(stock: 100, unitsPerBuyer: 2, hold: HoldMode.AtPayment));
        for (var number = 0; number < 6; number++)
        {
            await Place(port, Fixtures.Checkout(number), units: 2);
        }

        Assert.Equal(new PayAnswer(PayResult.Paid, Hundred * 2), await Pay(port, Fixtures.Checkout()));
        for (var number = 1; number < 6; number++)
        {
            await IsRefused(port, Fixtures.Checkout(number), PayResult.LimitReached);
        }

        Assert.Equal(98, (await port.FindListing(Rush))!.Stock.ForSale);
        Assert.Equal(0, (await port.FindListing(Rush))!.Stock.Refusals);
    }

    private static async Task More_than_there_is(IMarketplace port)
    {
        await Open(port, Fixtures.Terms(stock: 1, hold: HoldMode.AtPayment));
        await Place(port, Fixtures.Checkout(buyer: 1));
        await Place(port, Fixtures.Checkout(buyer: 2));
        await Pay(port, Fixtures.Checkout(buyer: 1));

        await IsRefused(port, Fixtures.Checkout(buyer: 2), PayResult.SoldOut);
    }

    private static async Task A_listing_that_was_withdrawn(IMarketplace port)
    {
        await Open(port, Fixtures.Terms(unitsPerBuyer: 3, hold: HoldMode.AtPayment));
        await Place(port, Fixtures.Checkout());
        await port.Withdraw(Rush);

        await IsRefused(port, Fixtures.Checkout(), PayResult.NotForSale);
        Assert.Equal(10, (await port.FindListing(Rush))!.Stock.ForSale);
    }

    private static async Task A_store_that_may_not_sell(IMarketplace port)
    {
        await Open(port, Fixtures.Terms(hold: HoldMode.AtPayment));
        var steps = new[] { StoreStep.Suspend, StoreStep.Reinstate, StoreStep.Hide, StoreStep.Close };
        for (var number = 0; number < steps.Length; number++)
        {
            await Place(port, Fixtures.Checkout(number));
        }

        for (var number = 0; number < steps.Length; number++)
        {
            Assert.Equal(StoreResult.Done, await port.StepStore(Fixtures.FirstStore, steps[number]));
            if (steps[number] == StoreStep.Reinstate)
            {
                Assert.Equal(PayResult.Paid, (await Pay(port, Fixtures.Checkout(number))).Result);
            }
            else
            {
                await IsRefused(port, Fixtures.Checkout(number), PayResult.NotForSale);
            }
        }
    }

    private static async Task Units_that_were_held_before(IMarketplace port)
    {
        await Open(port, Fixtures.Terms(unitsPerBuyer: 1));
        await Place(port, Fixtures.Checkout());
        await port.Withdraw(Rush);
        await port.StepStore(Fixtures.FirstStore, StoreStep.Suspend);

        Assert.Equal(PayResult.Paid, (await Pay(port, Fixtures.Checkout())).Result);
    }

    private static async Task One_order_of_two(IMarketplace port)
    {
        await Open(port, Fixtures.Terms(hold: HoldMode.AtPayment));
        await port.OpenStore(Fixtures.Application(new StoreId(1)));
        await port.Publish(new ListingId(1), Fixtures.Terms(store: new StoreId(1)));
        await port.Checkout(Fixtures.Checkout(), new[] { Fixtures.Line(), Fixtures.Line(listing: 1) });
        await port.Withdraw(Rush);

        var inPart = new PayAnswer(PayResult.PaidInPart, Hundred);
        Assert.Equal(inPart, await Pay(port, Fixtures.Checkout()));
        Assert.Equal(inPart, await Pay(port, Fixtures.Checkout()));
    }

    private static async Task Open(IMarketplace port, ListingTerms terms)
    {
        await port.OpenStore(Fixtures.Application(Fixtures.FirstStore));
        Assert.Equal(ListingResult.Published, await port.Publish(Rush, terms));
    }

    private static async Task Place(IMarketplace port, CheckoutId id, int units = 1) => Assert.Equal(
        CheckoutResult.Placed, (await port.Checkout(id, new[] { Fixtures.Line(units) })).Result);

    private static ValueTask<PayAnswer> Pay(IMarketplace port, CheckoutId id) =>
        port.Pay(id, PaymentChannel.Bank);

    // The order is closed for the reason that was answered, the money is back, and so it stays (ORD-4).
    private static async Task IsRefused(IMarketplace port, CheckoutId id, PayResult why)
    {
        var before = await port.FindBalance(AccountId.Payer(PaymentChannel.Bank, id.Buyer));
        Assert.Equal(new PayAnswer(why, Money.Zero), await Pay(port, id));
        Assert.Equal(new PayAnswer(why, Money.Zero), await Pay(port, id));
        var order = (await port.FindOrder(id.Order(0)))!;
        Assert.Equal((OrderStatus.Closed, why.ToString()), (order.Status, order.RefusedFor.ToString()));
        Assert.Equal(before, await port.FindBalance(AccountId.Payer(PaymentChannel.Bank, id.Buyer)));
    }
}
