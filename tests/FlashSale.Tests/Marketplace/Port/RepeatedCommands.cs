using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>
/// Every command of the port: sent, sent again, sent again after other things have happened, and sent with
/// other contents, on whatever host (rule ORD-4, case 14).
/// </summary>
internal static class RepeatedCommands
{
    private const int UnitYuan = 90; // three of them get no reduction

    /// <summary>The price of a unit.</summary>
    public static readonly Money Unit = Money.FromYuan(UnitYuan);

    /// <summary>What is played, by the name of the command.</summary>
    public static IReadOnlyDictionary<string, Func<IMarketplace, Task>> All { get; } =
        new Dictionary<string, Func<IMarketplace, Task>>
        {
            [nameof(IMarketplace.OpenStore)] = RepeatedShopCommands.OpenStore,
            [nameof(IMarketplace.StepStore)] = RepeatedShopCommands.StepStore,
            [nameof(IMarketplace.SetCoupon)] = RepeatedShopCommands.SetCoupon,
            [nameof(IMarketplace.Publish)] = RepeatedShopCommands.Publish,
            [nameof(IMarketplace.Reprice)] = RepeatedShopCommands.Reprice,
            [nameof(IMarketplace.Restock)] = RepeatedShopCommands.Restock,
            [nameof(IMarketplace.Withdraw)] = RepeatedShopCommands.Withdraw,
            [nameof(IMarketplace.PutInCart)] = RepeatedShopCommands.PutInCart,
            [nameof(IMarketplace.RemoveFromCart)] = RepeatedShopCommands.RemoveFromCart,
            [nameof(IMarketplace.Checkout)] = RepeatedOrderCommands.Checkout,
            [nameof(IMarketplace.Pay)] = RepeatedOrderCommands.Pay,
            [nameof(IMarketplace.PayBalance)] = RepeatedOrderCommands.PayBalance,
            [nameof(IMarketplace.StepOrder)] = RepeatedOrderCommands.StepOrder,
            [nameof(IMarketplace.Refund)] = RepeatedOrderCommands.Refund,
            [nameof(IMarketplace.OpenDispute)] = RepeatedOrderCommands.OpenDispute,
            [nameof(IMarketplace.ResolveDispute)] = RepeatedOrderCommands.ResolveDispute,
            [nameof(IMarketplace.Rate)] = RepeatedOrderCommands.Rate,
            [nameof(IMarketplace.RateBuyer)] = RepeatedOrderCommands.RateBuyer,
            [nameof(IMarketplace.Move)] = RepeatedShopCommands.Move,
            [nameof(IMarketplace.Flip)] = RepeatedShopCommands.Flip,
        };

    /// <summary>Sends a command twice, lets other things happen, and sends it again.</summary>
    public static async Task Same<T>(T expected, Func<ValueTask<T>> send, Func<Task>? between = null)
    {
        Assert.Equal(expected, await send());
        Assert.Equal(expected, await send());
        if (between is not null)
        {
            await between();
            Assert.Equal(expected, await send());
        }
    }

    /// <summary>Opens the store and puts its listing on sale.</summary>
    public static async Task Open(IMarketplace port, ListingTerms? terms = null)
    {
        await port.OpenStore(Fixtures.Application(Fixtures.FirstStore));
        Assert.Equal(ListingResult.Published, await port.Publish(Fixtures.FirstListing, terms ?? Terms()));
    }

    /// <summary>The terms of the listing.</summary>
    public static ListingTerms Terms(int stock = 10) => Fixtures.Terms(stock, UnitYuan);

    /// <summary>A line of the listing.</summary>
    public static CartLine Line(int units = 3) => Fixtures.Line(units, UnitYuan);
}
