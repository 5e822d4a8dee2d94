using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>Random commands about the screening of listings, and stories of one (rule LST-2).</summary>
internal static class AnyPublication
{
    private static readonly int[] Scores =
        [Screenings.Fine, Screenings.Fine, Screenings.Odd, Screenings.Odd, Screenings.Wrong];

    private static readonly Gen<ListingId> AnyListing = Frequency(
        (24, Choose(0, Fair.Listings - 1)), (1, Elements(-1, Fair.Listings, int.MaxValue)))
        .Select(id => new ListingId(id));

    private static readonly Gen<RequestId> AnyRequest = Frequency(
        (2, Constant(default(RequestId))), (1, Elements(Requests.All).Select(RequestId.Of)));

    private static readonly Gen<int> AnyScore = Frequency(
        (19, Elements(Scores)), (1, Constant(Publication.ScoreMilliMax + 1)));

    private static readonly Gen<PublicationVerdict> AnyVerdict =
        Frequency((6, Constant(1)), (6, Constant(2)), (1, Constant(9)))
            .Select(verdict => (PublicationVerdict)verdict);

    /// <summary>One command.</summary>
    public static Gen<Step> Any { get; } = OneOf(
        from listing in AnyListing
        from score in AnyScore
        from restricted in Frequency((9, Constant(0)), (1, Constant(Screenings.Wrong)))
        from request in AnyRequest
        select Step.ScoreListing(listing, score, restricted, request),
        from listing in AnyListing
        from insists in Elements(true, false)
        from request in AnyRequest
        select Step.AnswerWarning(listing, insists, request),
        from listing in AnyListing
        from verdict in AnyVerdict
        from request in AnyRequest
        from isSilent in Choose(0, 9)
        let signature = isSilent == 0 ? new Signature("op-7", "") : Fixtures.Ops
        select Step.ReviewListing(listing, verdict, request, signature),
        from listing in AnyListing
        from yuan in Elements(1, 20, 60, 100, 200)
        from request in AnyRequest
        select Step.Reprice(listing, Money.FromYuan(yuan), request),
        from brand in Elements(Screenings.Brand, Screenings.Brand, 0)
        from known in Frequency((3, Constant(true)), (1, Constant(false)))
        from yuan in Elements(0, 50, 400)
        from request in AnyRequest
        select Step.ListBrand(brand, known, Money.FromYuan(yuan), request));

    /// <summary>A listing that is published, scored, warned of and reviewed, as far as it goes.</summary>
    public static Gen<Step[]> Story { get; } =
        from listing in Choose(Fair.Listings - 2, Fair.Listings - 1)
        from brand in Elements(0, Screenings.Brand)
        from score in Elements(Scores)
        from insists in Elements(true, true, false)
        from verdict in Elements(PublicationVerdict.Accept, PublicationVerdict.Refuse)
        from hours in Elements(1, 3)
        from length in Choose(3, 9)
        let id = new ListingId(listing)
        let way = new[]
        {
            Step.Publish(id, Screenings.Terms(listing % 2, brand)),
            Step.ListBrand(Screenings.Brand, true, Money.FromYuan(150)),
            Step.ScoreListing(id, score, 0), Step.AnswerWarning(id, insists),
            Step.After(TimeSpan.FromHours(hours)),
            Step.Checkout(Fixtures.Checkout(4, 1), Fixtures.Line(listing: listing)),
            Step.ReviewListing(id, verdict), Step.Reprice(id, Money.FromYuan(80)),
            Step.ScoreListing(id, Screenings.Fine, 0),
        }
        select way.Take(length).ToArray();
}
