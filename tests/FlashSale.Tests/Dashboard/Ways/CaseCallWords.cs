using FlashSale.Dashboard;
using static FlashSale.Tests.Dashboard.CallWords;

namespace FlashSale.Tests.Dashboard;

/// <summary>Commands about complaints, cases and appeals in the words of the API.</summary>
internal sealed class CaseCallWords
    : IHandles<Complain, Call>, IHandles<OpenCase, Call>, IHandles<RecordEvidence, Call>,
      IHandles<StepCase, Call>, IHandles<DecideCase, Call>,
      IHandles<FileAppeal, Call>, IHandles<DecideAppeal, Call>
{
    Call IHandles<Complain, Call>.Do(in Complain command)
    {
        var (id, line, reason) = command;
        return new Call(
            "complain", $"{id}/{line}", new { reason = WordTable<ComplaintReason>.Of(reason) },
            line >= 0 && IsWord(reason));
    }

    Call IHandles<OpenCase, Call>.Do(in OpenCase command)
    {
        var (seller, store, listing, what, request, by) = command;
        return new Call(
            "open-case", $"{seller}",
            new
            {
                store = $"{store}",
                kind = WordTable<CaseKind>.Of(what),
                listing = listing == Case.NoListing ? null : $"{listing}",
                who = WhoOf(by),
                why = WhyOf(by),
            },
            IsId(seller.Value) && IsId(store.Value) && IsWord(what)
                && (listing == Case.NoListing || IsId(listing.Value))).Under(request);
    }

    Call IHandles<RecordEvidence, Call>.Do(in RecordEvidence command)
    {
        var (id, basisPoints, by) = command;
        return new Call(
            "record-evidence", $"{id}", new { basisPoints, who = WhoOf(by), why = WhyOf(by) }, IsCase(id));
    }

    Call IHandles<StepCase, Call>.Do(in StepCase command)
    {
        var (id, step, by) = command;
        var body = by.IsNone ? null : new { who = by.Who, why = by.Why };
        return new Call(
            "step-case", $"{id}/{WordTable<CaseStep>.Of(step)}", body, IsCase(id) && IsWord(step));
    }

    Call IHandles<DecideCase, Call>.Do(in DecideCase command)
    {
        var (id, verdict, by) = command;
        return new Call(
            "decide-case", $"{id}",
            new { verdict = WordTable<CaseVerdict>.Of(verdict), who = WhoOf(by), why = WhyOf(by) },
            IsCase(id) && IsWord(verdict));
    }

    Call IHandles<FileAppeal, Call>.Do(in FileAppeal command)
    {
        var (id, basisPoints) = command;
        return new Call("file-appeal", $"{id}", new { basisPoints }, IsCase(id));
    }

    Call IHandles<DecideAppeal, Call>.Do(in DecideAppeal command)
    {
        var (id, votesFor, votes, by) = command;
        return new Call(
            "decide-appeal", $"{id}", new { votesFor, votes, who = WhoOf(by), why = WhyOf(by) }, IsCase(id));
    }

    private static bool IsCase(CaseId id) => IsId(id.Seller.Value) && IsId(id.Number);
}
