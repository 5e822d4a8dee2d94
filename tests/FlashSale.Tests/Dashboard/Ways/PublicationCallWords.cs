using FlashSale.Dashboard;
using static FlashSale.Tests.Dashboard.CallWords;

namespace FlashSale.Tests.Dashboard;

/// <summary>Commands about the screening of listings in the words of the API.</summary>
internal sealed class PublicationCallWords
    : IHandles<ScoreListing, Call>, IHandles<AnswerWarning, Call>, IHandles<ReviewListing, Call>,
      IHandles<ListBrand, Call>
{
    Call IHandles<ScoreListing, Call>.Do(in ScoreListing command)
    {
        var (id, scoreMilli, restrictedMilli, request) = command;
        return new Call("score-listing", $"{id}", new { scoreMilli, restrictedMilli }, IsId(id.Value))
            .Under(request);
    }

    Call IHandles<AnswerWarning, Call>.Do(in AnswerWarning command)
    {
        var (id, insists, request) = command;
        return new Call("answer-warning", $"{id}", new { insists }, IsId(id.Value)).Under(request);
    }

    Call IHandles<ReviewListing, Call>.Do(in ReviewListing command)
    {
        var (id, verdict, request, by) = command;
        return new Call(
            "review-listing", $"{id}",
            new { verdict = WordTable<PublicationVerdict>.Of(verdict), who = WhoOf(by), why = WhyOf(by) },
            IsId(id.Value) && IsWord(verdict)).Under(request);
    }

    Call IHandles<ListBrand, Call>.Do(in ListBrand command)
    {
        var (brand, known, price, request, by) = command;
        return new Call(
            "list-brand", $"{brand}",
            new { known, usualPriceFen = price.Fen, who = WhoOf(by), why = WhyOf(by) },
            brand >= 0 && !price.IsNegative).Under(request);
    }
}
