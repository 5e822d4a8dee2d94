namespace FlashSale.Tests.Policies;

// LST-2: of the first version that screens.
public sealed class ScreeningTextTests
{
    /// <summary>No number is the usual one.</summary>
    public static ScreeningPolicy Other => new()
    {
        IsOn = true,
        AcceptBelowMilli = 1,
        RefuseFromMilli = 2,
        RestrictedFromMilli = 3,
        PriceWeightMilli = 4,
        Reviewers = 5,
        ReviewsPerReviewer = 6,
        ReviewsByRisk = true,
        PublishesWaiting = true,
        WaitMax = TimeSpan.FromHours(7),
    };

    [Fact]
    public void Numbers_of_screening_that_were_stored_are_read() => Assert.Equal(
        Other,
        PolicyText.Read(
            """
            {"screening":{"isOn":true,"acceptBelowMilli":1,"refuseFromMilli":2,"restrictedFromMilli":3,
            "priceWeightMilli":4,"reviewers":5,"reviewsPerReviewer":6,"reviewsByRisk":true,
            "publishesWaiting":true,"waitMax":"07:00:00"}}
            """).Screening);

    [Fact]
    public void A_listing_is_not_refused_at_a_score_at_which_it_is_accepted() => Assert.Equal(
        "screening.refuseFromMilli",
        Assert.Single(new Policy
        {
            Screening = new ScreeningPolicy { AcceptBelowMilli = 10, RefuseFromMilli = 9 },
        }.Validate()).Field);
}
