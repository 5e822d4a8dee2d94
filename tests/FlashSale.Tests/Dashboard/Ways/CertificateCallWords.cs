using FlashSale.Dashboard;
using FlashSale.Tests.Engine;
using static FlashSale.Tests.Dashboard.CallWords;

namespace FlashSale.Tests.Dashboard;

/// <summary>Commands about certificates in the words of the API.</summary>
internal sealed class CertificateCallWords
    : IHandles<ApplyForCertificate, Call>, IHandles<HandIn, Call>, IHandles<DecideCheck, Call>,
      IHandles<WithdrawApplication, Call>, IHandles<SummonStore, Call>, IHandles<ListIdentity, Call>
{
    // A client of HTTP says numbers, and here only their hashes are known: each is found by its name.
    Call IHandles<ApplyForCertificate, Call>.Do(in ApplyForCertificate command)
    {
        var body = new
        {
            @class = WordTable<CertificateClass>.Of(command.Asked),
            document = NumberOf(command.Identity, IdentityId.OfDocument),
            account = NumberOf(command.Account, IdentityId.OfAccount),
            device = NumberOf(command.Device, IdentityId.OfDevice),
            region = command.Region.Value,
        };
        var isSayable = IsId(command.Id.Value) && IsWord(command.Asked);
        return new Call("apply-for-certificate", $"{command.Id}", body, isSayable).Under(command.Request);
    }

    Call IHandles<HandIn, Call>.Do(in HandIn command) => new Call(
        "hand-in", $"{command.Id}/{WordTable<ApplicationStatus>.Of(command.Check)}", null,
        IsId(command.Id.Value) && IsWord(command.Check)).Under(command.Request);

    Call IHandles<DecideCheck, Call>.Do(in DecideCheck command)
    {
        var (id, check, verdict, request, by) = command;
        return new Call(
            "decide-check", $"{id}/{WordTable<ApplicationStatus>.Of(check)}",
            new { verdict = WordTable<CheckVerdict>.Of(verdict), who = WhoOf(by), why = WhyOf(by) },
            IsId(id.Value) && IsWord(check) && IsWord(verdict)).Under(request);
    }

    Call IHandles<WithdrawApplication, Call>.Do(in WithdrawApplication command) => new Call(
        "withdraw-application", $"{command.Id}", null, IsId(command.Id.Value)).Under(command.Request);

    Call IHandles<SummonStore, Call>.Do(in SummonStore command) => new Call(
        "summon-store", $"{command.Id}", new { who = WhoOf(command.By), why = WhyOf(command.By) },
        IsId(command.Id.Value)).Under(command.Request);

    Call IHandles<ListIdentity, Call>.Do(in ListIdentity command)
    {
        var (document, by) = (NumberOf(command.Identity, IdentityId.OfDocument), command.By);
        var listing = WordTable<IdentityListing>.Of(command.Listing);
        var body = new { document, listing, who = WhoOf(by), why = WhyOf(by) };
        return new Call("list-identity", "", body, IsWord(command.Listing)).Under(command.Request);
    }

    private static string NumberOf(IdentityId id, Func<string, IdentityId> hash) =>
        Certificates.Names.First(name => hash(name) == id);
}
