using FlashSale.Tests.Engine;
using static FlashSale.Tests.Port.RepeatedCommands;

namespace FlashSale.Tests.Port;

/// <summary>Complaints and cases, sent again (rules ORD-4, TRU-3, TRU-5).</summary>
internal static class RepeatedCaseCommands
{
    private static readonly StoreId Store = Fixtures.FirstStore;
    private static readonly SellerId Seller = Fixtures.Application(Store).Owner;
    private static readonly CaseId First = new(Seller, 1);
    private static readonly RequestId Name = RequestId.Of(Requests.All[0]);

    public static async Task Complain(IMarketplace port)
    {
        await Open(port);
        var id = Fixtures.Checkout();
        await port.Checkout(id, new[] { Line() });
        await port.Pay(id, PaymentChannel.Bank);
        await port.StepOrder(id.Order(0), OrderStep.Ship);
        await port.StepOrder(id.Order(0), OrderStep.Deliver);

        await Same(
            ComplainResult.Noted, () => port.Complain(id.Order(0), 0, ComplaintReason.Counterfeit),
            async () => await port.StepOrder(id.Order(0), OrderStep.Confirm));
        Assert.Equal(
            ComplainResult.OtherReason, await port.Complain(id.Order(0), 0, ComplaintReason.BrokenPromise));
        Assert.Equal(1, Assert.Single((await port.FindCases(Seller))!.Listings).Complaints);
    }

    public static async Task OpenCase(IMarketplace port)
    {
        await Open(port);
        await Same(
            CaseResult.Done, () => port.OpenCase(Seller, Store, Case.NoListing, CaseKind.Brushing, Name),
            async () => await port.DecideCase(First, CaseVerdict.Cleared));
        Assert.Single((await port.FindCases(Seller))!.Cases);
        Assert.Equal(
            CaseResult.IdReused,
            await port.OpenCase(Seller, Store, Case.NoListing, CaseKind.WrongCategory, Name));
    }

    public static async Task RecordEvidence(IMarketplace port)
    {
        await OpenCase(port, CaseKind.Brushing);
        await Same(CaseResult.Done, () => port.RecordEvidence(First, 3_000), async () =>
        {
            await port.RecordEvidence(First, 7_000);
            await port.DecideCase(First, CaseVerdict.Guilty);
        });
        Assert.Equal(7_000, (await port.FindCases(Seller))!.Cases[0].EvidenceBasisPoints);
    }

    public static async Task StepCase(IMarketplace port)
    {
        await OpenCase(port, CaseKind.Brushing);
        await Same(CaseResult.Done, () => port.StepCase(First, CaseStep.OrderSample), async () =>
        {
            await port.StepCase(First, CaseStep.ReceiveSample);
            await port.DecideCase(First, CaseVerdict.Guilty);
        });
        Assert.Equal(CaseResult.WrongStatus, await port.StepCase(First, CaseStep.Appraise));
    }

    public static async Task DecideCase(IMarketplace port)
    {
        await OpenCase(port, CaseKind.Brushing);
        await Same(
            CaseResult.Done, () => port.DecideCase(First, CaseVerdict.Guilty),
            async () => await OpenCase(port, CaseKind.Brushing));
        Assert.Equal(1, (await port.FindCases(Seller))!.Violations);
        Assert.Equal(CaseResult.WrongStatus, await port.DecideCase(First, CaseVerdict.Cleared));
    }

    public static async Task FileAppeal(IMarketplace port)
    {
        await OpenCase(port, CaseKind.Brushing);
        await port.DecideCase(First, CaseVerdict.Guilty);
        await Same(
            AppealResult.Done, () => port.FileAppeal(First, 4_000),
            async () => await port.DecideAppeal(First, votesFor: 1));
        Assert.Equal(AppealResult.WrongStatus, await port.FileAppeal(First, 5_000));
    }

    public static async Task DecideAppeal(IMarketplace port)
    {
        await OpenCase(port, CaseKind.Brushing);
        await port.DecideCase(First, CaseVerdict.Guilty);
        await port.FileAppeal(First, 4_000);
        await Same(
            AppealResult.Done, () => port.DecideAppeal(First, votesFor: 1),
            async () => await OpenCase(port, CaseKind.Brushing));
        Assert.Equal(AppealResult.WrongStatus, await port.DecideAppeal(First, votesFor: 0));
        Assert.Equal(0, (await port.FindCases(Seller))!.Violations);
    }

    private static async Task OpenCase(IMarketplace port, CaseKind kind)
    {
        await Open(port);
        Assert.Equal(CaseResult.Done, await port.OpenCase(Seller, Store, Case.NoListing, kind));
    }
}
