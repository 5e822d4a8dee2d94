using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>Random commands about certificates, and stories that lead to one (IDN-1 to IDN-4).</summary>
internal static class AnyCertificate
{
    private static readonly string[] Names = Certificates.Names[..3];

    private static readonly Gen<StoreId> AnyStore = Frequency(
        (24, Choose(0, Fair.Stores - 1)), (1, Elements(-1, Fair.Stores, int.MaxValue)))
        .Select(id => new StoreId(id));

    private static readonly Gen<RequestId> AnyRequest = Frequency(
        (2, Constant(default(RequestId))), (1, Elements(Requests.All).Select(RequestId.Of)));

    private static readonly Gen<ApplicationStatus> AnyCheck =
        Frequency((12, Choose(2, 5)), (1, Elements(0, 1, 6, 99))).Select(check => (ApplicationStatus)check);

    private static readonly Gen<CheckVerdict> AnyVerdict =
        Frequency((6, Constant(1)), (3, Constant(2)), (1, Elements(3, 0, 9)))
            .Select(verdict => (CheckVerdict)verdict);

    private static readonly Gen<ApplyForCertificate> AnyApplication =
        from store in AnyStore
        from asked in Frequency((9, Constant(1)), (3, Constant(2)), (1, Elements(0, 9)))
        from who in Elements(Names)
        from account in Elements(Names)
        from region in Choose(0, 3)
        from request in AnyRequest
        select Certificates.Application(store, who, account, account) with
        {
            Asked = (CertificateClass)asked,
            Region = new RegionId((byte)region),
            Request = request,
        };

    /// <summary>One command.</summary>
    public static Gen<Step> Any { get; } = OneOf(
        AnyApplication.Select(Step.Apply),
        from store in AnyStore
        from check in AnyCheck
        from request in AnyRequest
        select Step.HandIn(store, check, request),
        from store in AnyStore
        from check in AnyCheck
        from verdict in AnyVerdict
        from request in AnyRequest
        select Step.DecideCheck(store, check, verdict, request),
        from store in AnyStore from request in AnyRequest select Step.WithdrawApplication(store, request),
        from store in AnyStore
        from request in AnyRequest
        from isSilent in Choose(0, 9)
        select Step.SummonStore(store, request, isSilent == 0 ? new Signature("op-7", "") : null),
        from who in Elements(Names)
        from listing in Frequency((9, Choose(0, 2)), (1, Constant(9)))
        from request in AnyRequest
        select Step.ListIdentity(IdentityId.OfDocument(who), (IdentityListing)listing, request));

    /// <summary>A store that is summoned and certified in time, too late, or not at all.</summary>
    public static Gen<Step[]> Story { get; } =
        from application in AnyApplication
        from length in Choose(2, 12)
        from hours in Elements(2, 24, 24, 960)
        from last in Elements(CheckVerdict.Pass, CheckVerdict.Pass, CheckVerdict.Refuse)
        let store = application.Id
        let day = Step.After(TimeSpan.FromHours(hours))
        let way = new[]
        {
            Step.SummonStore(store), Step.Apply(application),
            Step.HandIn(store, ApplicationStatus.IdNumber), day,
            Step.DecideCheck(store, ApplicationStatus.IdNumber, CheckVerdict.Pass),
            Step.StepStore(store, StoreStep.Reinstate), Step.HandIn(store, ApplicationStatus.Remittance), day,
            Step.DecideCheck(store, ApplicationStatus.Remittance, CheckVerdict.Pass),
            Step.HandIn(store, ApplicationStatus.Photo), day,
            Step.DecideCheck(store, ApplicationStatus.Photo, last),
        }
        select way.Take(length).ToArray();

    /// <summary>A consumer store that gets the first certificate, and asks for the second.</summary>
    public static Gen<Step[]> Both { get; } =
        from store in Elements(1, 3)
        let first = Certificates.Application(new StoreId(store), "bank", "bank", "phone")
        select Passed(first).Concat(Passed(first with { Asked = CertificateClass.B })).ToArray();

    private static IEnumerable<Step> Passed(ApplyForCertificate application) =>
    [
        Step.Apply(application),
        .. Certificates.Checks.SelectMany(check => new[]
        {
            Step.HandIn(application.Id, check), Step.After(TimeSpan.FromDays(1)),
            Step.DecideCheck(application.Id, check, CheckVerdict.Pass),
        }),
    ];
}
