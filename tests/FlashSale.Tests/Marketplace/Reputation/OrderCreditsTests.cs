using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Reputation;

public sealed class OrderCreditsTests
{
    private static readonly ReputationPolicy Numbers = Rules.Reputation;

    [Fact] // REP-1
    public void Who_has_not_confirmed_receipt_cannot_rate()
    {
        var credits = default(OrderCredits);

        Assert.Equal(
            RateResult.NotConfirmed,
            credits.Rate(RatedSide.Store, CreditRating.Good, confirmedAt: null, Midnight, Numbers));
        Assert.Equal(default, credits);
    }

    [Fact] // REP-2
    public void Both_sides_rate_once_each_within_15_days()
    {
        var credits = default(OrderCredits);

        Assert.Equal(RateResult.Rated, Rate(ref credits, RatedSide.Store, CreditRating.Poor, days: 15));
        Assert.Equal(RateResult.RatedAlready, Rate(ref credits, RatedSide.Store, CreditRating.Good, days: 9));
        Assert.Equal(RateResult.Rated, Rate(ref credits, RatedSide.Buyer, CreditRating.Medium, days: 1));
        Assert.Equal((CreditRating.Poor, CreditRating.Medium), (credits.OfStore, credits.OfBuyer));
    }

    [Fact] // REP-2
    public void After_15_days_it_is_too_late()
    {
        var credits = default(OrderCredits);

        Assert.Equal(RateResult.TooLate, Rate(ref credits, RatedSide.Store, CreditRating.Good, days: 16));
        Assert.Equal(default, credits);
    }

    [Fact] // REP-2
    public void A_silent_side_counts_as_good_after_15_days_if_the_other_has_rated()
    {
        var credits = default(OrderCredits);
        Rate(ref credits, RatedSide.Store, CreditRating.Poor, days: 1);

        Assert.Null(credits.Default(Midnight, Midnight.AddDays(15), Numbers));
        Assert.Equal(RatedSide.Buyer, credits.Default(Midnight, Midnight.AddDays(16), Numbers));
        Assert.Equal((CreditRating.Poor, CreditRating.Good), (credits.OfStore, credits.OfBuyer));
        Assert.Null(credits.Default(Midnight, Midnight.AddDays(17), Numbers));
    }

    [Fact] // REP-2
    public void Two_silent_sides_give_each_other_nothing()
    {
        var credits = default(OrderCredits);

        Assert.Null(credits.Default(Midnight, Midnight.AddDays(16), Numbers));
        Assert.Equal(default, credits);
    }

    private static RateResult Rate(
        ref OrderCredits credits, RatedSide side, CreditRating verdict, int days) =>
        credits.Rate(side, verdict, Midnight, Midnight.AddDays(days), Numbers);
}
