using FlashSale.Simulator;
using static FlashSale.Tests.Simulator.People.Crowds;

namespace FlashSale.Tests.Simulator.People;

/// <summary>Buyers who have confirmed receipt (REP-1 to REP-6).</summary>
public sealed class RaterTests
{
    private static readonly DateTimeOffset Paid = new(2018, 11, 11, 0, 1, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(0, 0.08, 0)]
    [InlineData(1, 0.08, 0.11)]
    [InlineData(0.08, 1, 0)]
    [InlineData(0.05, 0.08, 1)]
    [InlineData(0.05, 0.08, 2)]
    [InlineData(0.05, 0.08, 3)]
    public void A_share_of_buyers_rates_by_what_went_wrong_and_remembers_it(
        double share, double aggrieved, int grievances)
    {
        var habits = new RatingHabits { Share = share, ShareWhenAggrieved = aggrieved };

        var all = AllOf(id => Of(habits).HasConfirmed(id, (Grievances)grievances));

        Meets(grievances == 0 ? share : aggrieved, all.Share(one => one.Act == EventKind.Rate));
        Assert.All(all.Where(one => one.IsAny), one => Assert.Equal(grievances, one.Entity));
    }

    [Fact]
    public void Stars_come_in_the_shares_of_the_behaviour()
    {
        var habits = new RatingHabits { Stars = [0.05, 0.05, 0.1, 0.2, 0.6] };
        var ratings = AllOf(id => Of(habits).RatingOf(id, Grievances.None));

        for (var stars = 1; stars <= 5; stars++)
        {
            Meets(habits.Stars[stars - 1], ratings.Share(one => one.AsDescribed == stars));
            Meets(habits.Stars[stars - 1], ratings.Share(one => one.DeliverySpeed == stars));
        }
    }

    [Theory]
    [InlineData(5, CreditRating.Good)]
    [InlineData(4, CreditRating.Good)]
    [InlineData(3, CreditRating.Medium)]
    [InlineData(2, CreditRating.Poor)]
    [InlineData(1, CreditRating.Poor)]
    public void The_credit_follows_from_the_judgement(int stars, CreditRating credit)
    {
        var shares = new double[5];
        shares[stars - 1] = 1;

        Assert.All(
            AllOf(id => Of(new RatingHabits { Stars = shares }).RatingOf(id, Grievances.None)),
            one => Assert.Equal((stars, credit), (one.AsDescribed, one.Credit)));
    }

    [Theory, Trait("simulator", "REP-6")]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1.7, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 1.7, 1)]
    public void What_was_late_costs_its_own_stars_in_full_and_others_as_far_as_they_follow_the_judgement(
        int grievances, double delivery, double dispatch)
    {
        var rater = Of(new RatingHabits
        {
            Stars = [0, 0, 0, 0, 1],
            LateStarsLost = 1.7,
            LateDispatchStarsLost = 1,
        });
        var ratings = AllOf(id => rater.RatingOf(id, (Grievances)grievances));

        var followed = 0.7 * Math.Max(delivery, dispatch);
        Assert.Equal(Math.Max(delivery, followed), Lost(one => one.DeliverySpeed), 0.02);
        Assert.Equal(
            dispatch > 0 ? followed + (0.3 * dispatch) : followed, Lost(one => one.DispatchSpeed), 0.02);
        Assert.Equal(followed, Lost(one => one.AsDescribed), 0.02);
        Assert.Equal(followed, Lost(one => one.Service), 0.02);

        double Lost(Func<Rating, int> component) => 5 - ratings.Average(component);
    }

    // 1.74 stars at Olist, on the one rating that an order has there; of ours, with the market's usual stars.
    [Fact, Trait("simulator", "REP-6")]
    public void A_late_parcel_costs_the_published_stars_and_some_a_medium_or_poor_verdict()
    {
        var rater = Of(new RatingHabits());
        var (inTime, late) = (
            AllOf(id => rater.RatingOf(id, Grievances.None)),
            AllOf(id => rater.RatingOf(id, Grievances.LateDelivery)));

        var lost = inTime.Average(one => one.DeliverySpeed) - late.Average(one => one.DeliverySpeed);
        Assert.InRange(lost, 1.6, 1.75); // who gives a star has but few to lose
        Assert.InRange(inTime.Share(one => one.Credit == CreditRating.Good), 0.94, 0.96);
        Assert.InRange(late.Share(one => one.Credit == CreditRating.Good), 0.2, 0.3); // 5 stars less 1
    }

    [Fact]
    public void Nobody_gives_less_than_one_star()
    {
        var rater = Of(new RatingHabits { Stars = [1, 0, 0, 0, 0], LateStarsLost = 4 });

        Assert.All(
            AllOf(id => rater.RatingOf(id, Grievances.LateDelivery)),
            one => Assert.Equal(1, one.DeliverySpeed));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 2)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 3)]
    public void Late_is_what_comes_a_moment_after_the_promise(int shipped, int delivered, int grievances)
    {
        var policy = new LogisticsPolicy();
        var promised = StoreHandling.PromisedBy(Paid, inFestival: true, policy);

        var seen = Rater.GrievancesOf(
            Paid, isFestival: true, promised.AddTicks(shipped),
            (promised + policy.DeliverWithin).AddTicks(delivered), policy);
        Assert.Equal((Grievances)grievances, seen);
    }

    private static Rater Of(RatingHabits habits) => new(seed: 1, habits);
}
