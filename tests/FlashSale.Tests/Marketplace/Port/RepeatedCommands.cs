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

    /// <summary>The rules under which it is played.</summary>
    public static Policy Rules { get; } = new()
    {
        Trust = new TrustPolicy { IsOn = true, TalkWithin = default },
    };

    /// <summary>What is played, by the name of the command.</summary>
    public static IReadOnlyDictionary<string, Func<IMarketplace, Task>> All { get; } =
        new Dictionary<string, Func<IMarketplace, Task>>
        {
            [nameof(Marketplace.OpenStore)] = RepeatedShopCommands.OpenStore,
            [nameof(Marketplace.StepStore)] = RepeatedShopCommands.StepStore,
            [nameof(Marketplace.SetCoupon)] = RepeatedShopCommands.SetCoupon,
            [nameof(Marketplace.Publish)] = RepeatedShopCommands.Publish,
            [nameof(Marketplace.Reprice)] = RepeatedShopCommands.Reprice,
            [nameof(Marketplace.Restock)] = RepeatedShopCommands.Restock,
            [nameof(Marketplace.Withdraw)] = RepeatedShopCommands.Withdraw,
            [nameof(Marketplace.PutInCart)] = RepeatedShopCommands.PutInCart,
            [nameof(Marketplace.RemoveFromCart)] = RepeatedShopCommands.RemoveFromCart,
            [nameof(Marketplace.Checkout)] = RepeatedOrderCommands.Checkout,
            [nameof(Marketplace.Pay)] = RepeatedOrderCommands.Pay,
            [nameof(Marketplace.PayBalance)] = RepeatedOrderCommands.PayBalance,
            [nameof(Marketplace.StepOrder)] = RepeatedOrderCommands.StepOrder,
            [nameof(Marketplace.Refund)] = RepeatedOrderCommands.Refund,
            [nameof(Marketplace.OpenDispute)] = RepeatedOrderCommands.OpenDispute,
            [nameof(Marketplace.ResolveDispute)] = RepeatedOrderCommands.ResolveDispute,
            [nameof(Marketplace.Rate)] = RepeatedOrderCommands.Rate,
            [nameof(Marketplace.RateBuyer)] = RepeatedOrderCommands.RateBuyer,
            [nameof(Marketplace.Move)] = RepeatedShopCommands.Move,
            [nameof(Marketplace.Flip)] = RepeatedShopCommands.Flip,
            [nameof(Marketplace.ChangePolicy)] = RepeatedShopCommands.ChangePolicy,
            [nameof(Marketplace.WithdrawPolicy)] = RepeatedShopCommands.WithdrawPolicy,
            [nameof(Marketplace.Complain)] = RepeatedCaseCommands.Complain,
            [nameof(Marketplace.OpenCase)] = RepeatedCaseCommands.OpenCase,
            [nameof(Marketplace.RecordEvidence)] = RepeatedCaseCommands.RecordEvidence,
            [nameof(Marketplace.StepCase)] = RepeatedCaseCommands.StepCase,
            [nameof(Marketplace.DecideCase)] = RepeatedCaseCommands.DecideCase,
            [nameof(Marketplace.FileAppeal)] = RepeatedCaseCommands.FileAppeal,
            [nameof(Marketplace.DecideAppeal)] = RepeatedCaseCommands.DecideAppeal,
            [nameof(Marketplace.ApplyForCertificate)] = RepeatedCertificates.Apply,
            [nameof(Marketplace.HandIn)] = RepeatedCertificates.HandIn,
            [nameof(Marketplace.DecideCheck)] = RepeatedCertificates.DecideCheck,
            [nameof(Marketplace.WithdrawApplication)] = RepeatedCertificates.WithdrawApplication,
            [nameof(Marketplace.SummonStore)] = RepeatedCertificates.SummonStore,
            [nameof(Marketplace.ListIdentity)] = RepeatedCertificates.ListIdentity,
            [nameof(Marketplace.ScoreListing)] = RepeatedPublications.ScoreListing,
            [nameof(Marketplace.AnswerWarning)] = RepeatedPublications.AnswerWarning,
            [nameof(Marketplace.ReviewListing)] = RepeatedPublications.ReviewListing,
            [nameof(Marketplace.ListBrand)] = RepeatedPublications.ListBrand,
        };

    /// <summary>The rules under which a command is played: those about publications need some more.</summary>
    public static Policy RulesOf(string command) =>
        All[command].Method.DeclaringType == typeof(RepeatedPublications)
            ? Rules with { Screening = Screenings.Policy }
            : Rules;

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
    public static async Task Open(
        IMarketplace port, ListingTerms? terms = null, MarketKind kind = MarketKind.Brand)
    {
        await port.OpenStore(Fixtures.Application(Fixtures.FirstStore, kind));
        Assert.Equal(ListingResult.Published, await port.Publish(Fixtures.FirstListing, terms ?? Terms()));
    }

    /// <summary>The terms of the listing.</summary>
    public static ListingTerms Terms(int stock = 10) => Fixtures.Terms(stock, UnitYuan);

    /// <summary>A line of the listing.</summary>
    public static CartLine Line(int units = 3) => Fixtures.Line(units, UnitYuan);
}
