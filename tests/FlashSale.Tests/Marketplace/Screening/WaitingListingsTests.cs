namespace FlashSale.Tests.Publications;

/// <summary>The queue of reviewers (rule LST-2).</summary>
public sealed class WaitingListingsTests
{
    private static readonly DateTimeOffset Start = new(2018, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static WaitingListing Waiting(
        int id, PublicationStatus status, int hours, int scoreMilli = 1_000, long yuan = 100)
    {
        var listing = new Listing(new ListingTerms
        {
            Store = new StoreId(0),
            Title = "goods",
            Category = new CategoryId(0),
            Price = Money.FromYuan(yuan),
            Stock = 1,
        });
        listing.Screen(status);
        return new WaitingListing(
            new ListingView(new ListingId(id), "goods", listing, listing.Price, default),
            new Publication(scoreMilli, Start.AddHours(hours), null, false));
    }

    private static int[] Order(bool isByRisk, params WaitingListing[] waiting) =>
    [
        .. WaitingListings.Of(waiting, waiting.Length, 10, new ReviewPool(0, 1, isByRisk)).First
            .Select(one => one.Listing.Id.Value),
    ];

    [Fact]
    public void Who_came_first_is_first_and_who_is_warned_comes_last() => Assert.Equal(
        [2, 1, 3, 0],
        Order(isByRisk: false,
            Waiting(0, PublicationStatus.Warned, 0), Waiting(1, PublicationStatus.InReview, 2),
            Waiting(2, PublicationStatus.Provisional, 1), Waiting(3, PublicationStatus.Unscored, 3)));

    [Fact]
    public void By_risk_the_highest_score_times_price_is_first() => Assert.Equal(
        [2, 1, 3, 0],
        Order(isByRisk: true,
            Waiting(0, PublicationStatus.Warned, 0, 9_000, 900),
            Waiting(1, PublicationStatus.InReview, 0, 3_000, 100),
            Waiting(2, PublicationStatus.InReview, 9, 1_000, 400),
            Waiting(3, PublicationStatus.InReview, 1, 2_000, 100)));
}
