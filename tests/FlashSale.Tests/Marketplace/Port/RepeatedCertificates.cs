using FlashSale.Tests.Engine;
using static FlashSale.Tests.Port.RepeatedCommands;

namespace FlashSale.Tests.Port;

/// <summary>Commands about certificates, sent again (rules ORD-4, IDN-1 to IDN-4).</summary>
internal static class RepeatedCertificates
{
    private const CertificationResult Done = CertificationResult.Done;

    private static readonly StoreId Store = Fixtures.FirstStore;
    private static readonly RequestId First = RequestId.Of(Requests.All[0]);
    private static readonly RequestId Second = RequestId.Of(Requests.All[1]);

    public static async Task Apply(IMarketplace port)
    {
        await Open(port);
        var application = Certificates.Application(Store);
        await Same(
            Done, () => port.Apply(application),
            async () => await port.HandIn(Store, ApplicationStatus.IdNumber));
        Assert.Equal(
            CertificationResult.WrongStatus,
            await port.Apply(application with { Identity = IdentityId.OfDocument("two") }));

        await port.WithdrawApplication(Store);
        await Same(
            Done, () => port.Apply(application with { Request = First }),
            async () => await port.WithdrawApplication(Store));
        Assert.Equal(ApplicationStatus.Withdrawn, (await port.FindStore(Store))!.Certification.Status);
        Assert.Equal(
            CertificationResult.IdReused,
            await port.Apply(application with { Request = First, Region = new RegionId(1) }));
    }

    public static async Task HandIn(IMarketplace port)
    {
        await Open(port);
        await port.Apply(Certificates.Application(Store));
        await Same(Done, () => port.HandIn(Store, ApplicationStatus.IdNumber, First), async () =>
            await port.WithdrawApplication(Store));
        Assert.Equal(
            CertificationResult.IdReused, await port.HandIn(Store, ApplicationStatus.Photo, First));
    }

    public static async Task DecideCheck(IMarketplace port)
    {
        await Open(port);
        await port.Apply(Certificates.Application(Store));
        await port.HandIn(Store, ApplicationStatus.IdNumber);
        var refuse = () => port.DecideCheck(
            Store, ApplicationStatus.IdNumber, CheckVerdict.Refuse, First, Fixtures.Ops);
        await Same(Done, refuse, async () => await port.Apply(Certificates.Application(Store)));
        Assert.Equal(ApplicationStatus.Submitted, (await port.FindStore(Store))!.Certification.Status);
        Assert.Equal(CertificationResult.IdReused, await port.DecideCheck(
            Store, ApplicationStatus.Photo, CheckVerdict.Refuse, First, Fixtures.Ops));
    }

    public static async Task WithdrawApplication(IMarketplace port)
    {
        await Open(port);
        await port.Apply(Certificates.Application(Store));
        await Same(Done, () => port.WithdrawApplication(Store));
        await Same(
            Done, () => port.WithdrawApplication(Store, First),
            async () => await port.Apply(Certificates.Application(Store)));
    }

    public static async Task SummonStore(IMarketplace port)
    {
        await Open(port);
        await Same(Done, () => port.SummonStore(Store, by: Fixtures.Ops), async () =>
            await port.StepStore(Store, StoreStep.Hide));
        await Same(Done, () => port.SummonStore(Store, First, Fixtures.Ops));
        Assert.Equal(CertificationResult.IdReused, await port.SummonStore(
            Store, First, new Signature("op-8", "another")));
    }

    public static async Task ListIdentity(IMarketplace port)
    {
        var one = IdentityId.OfDocument("one");
        ValueTask<CertificationResult> List(IdentityListing listing, RequestId name = default) =>
            port.ListIdentity(one, listing, name, Fixtures.Ops);

        await Same(Done, () => List(IdentityListing.White));
        await Same(
            Done, () => List(IdentityListing.Black, First),
            async () => await List(IdentityListing.None, Second));
        await Open(port);
        Assert.Equal(Done, await port.Apply(Certificates.Application(Store))); // it is off the lists
        Assert.Equal(CertificationResult.IdReused, await List(IdentityListing.White, First));
    }
}
