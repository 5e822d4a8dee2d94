using FlashSale.Tests.Engine;
using static FlashSale.Tests.Port.RepeatedCommands;

namespace FlashSale.Tests.Port;

/// <summary>Commands about publications, sent again (rules ORD-4, LST-2).</summary>
internal static class RepeatedPublications
{
    private const PublicationResult Done = PublicationResult.Done;

    private static readonly ListingId Listing = Fixtures.FirstListing;
    private static readonly RequestId First = RequestId.Of(Requests.All[0]);
    private static readonly RequestId Second = RequestId.Of(Requests.All[1]);

    public static async Task ScoreListing(IMarketplace port)
    {
        await Publish(port);
        await Same(Done, () => port.ScoreListing(Listing, Screenings.Odd, request: First), async () =>
            await port.ReviewListing(Listing, PublicationVerdict.Accept, by: Fixtures.Ops));
        Assert.Equal(PublicationStatus.Accepted, await Status(port));
        Assert.Equal(
            PublicationResult.IdReused, await port.ScoreListing(Listing, Screenings.Wrong, request: First));
        await port.Reprice(Listing, Money.FromYuan(1));
        await Same(Done, () => port.ScoreListing(Listing, Screenings.Odd));
    }

    public static async Task AnswerWarning(IMarketplace port)
    {
        await Publish(port);
        await Warn(port);
        await Same(Done, () => port.AnswerWarning(Listing, insists: true, First), async () =>
        {
            await port.Reprice(Listing, Money.FromYuan(1));
            await Warn(port);
        });
        Assert.Equal(PublicationStatus.Warned, await Status(port));
        Assert.Equal(
            PublicationResult.IdReused, await port.AnswerWarning(Listing, insists: false, First));
        await Same(Done, () => port.AnswerWarning(Listing, insists: false));
    }

    public static async Task ReviewListing(IMarketplace port)
    {
        await Publish(port);
        await port.ScoreListing(Listing, Screenings.Odd);
        ValueTask<PublicationResult> Review(PublicationVerdict verdict, RequestId name = default) =>
            port.ReviewListing(Listing, verdict, name, Fixtures.Ops);

        await Same(Done, () => Review(PublicationVerdict.Accept));
        await port.Reprice(Listing, Money.FromYuan(1));
        await Same(Done, () => Review(PublicationVerdict.Refuse, First), async () =>
            await port.Reprice(Listing, Money.FromYuan(2)));
        Assert.Equal(PublicationStatus.Unscored, await Status(port));
        Assert.Equal(PublicationResult.IdReused, await Review(PublicationVerdict.Accept, First));
    }

    public static async Task ListBrand(IMarketplace port)
    {
        ValueTask<PublicationResult> List(bool isKnown, RequestId name = default) =>
            port.ListBrand(Screenings.Brand, isKnown, Money.Zero, name, Fixtures.Ops);

        await Same(Done, () => List(true));
        await Same(Done, () => List(true, First), async () => await List(false, Second));
        Assert.Equal(PublicationResult.IdReused, await List(false, First));
        await Publish(port);
        await port.ScoreListing(Listing, Screenings.Odd);
        Assert.Equal(PublicationStatus.InReview, await Status(port)); // the brand has left
    }

    private static Task Publish(IMarketplace port) =>
        Open(port, Terms() with { Brand = Screenings.Brand });

    private static async Task Warn(IMarketplace port)
    {
        await port.ListBrand(Screenings.Brand, true, Money.Zero, by: Fixtures.Ops);
        Assert.Equal(Done, await port.ScoreListing(Listing, Screenings.Odd));
    }

    private static async Task<PublicationStatus> Status(IMarketplace port) =>
        (await port.FindListing(Listing))!.Listing.Publication;
}
