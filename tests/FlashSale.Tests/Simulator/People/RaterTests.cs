using FlashSale.Simulator;
using static FlashSale.Tests.Simulator.People.Crowds;

namespace FlashSale.Tests.Simulator.People;

/// <summary>Buyers who have confirmed receipt (REP-1 to REP-6).</summary>
public sealed class RaterTests
{
    private static readonly DateTimeOffset Paid = new(2018, 11, 11, 0, 1, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(0)]
    [InlineData(0.11)]
    [InlineData(1)]
    public void A_share_of_buyers_rates_and_remembers_what_went_wrong(double share)
    {
        var all = AllOf(id => Of(new RatingHabits { Share = share })
            .HasConfirmed(id, Grievances.LateDispatch));

        Meets(share, all.Share(one => one.Act == EventKind.Rate));
        Assert.All(all.Where(one => one.IsAny), one => Assert.Equal(Grievances.LateDispatch,
            (Grievances)one.Entity));
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
    public void The_credit_follows_from_the_goods(int stars, CreditRating credit)
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
    public void What_was_late_costs_stars_for_that_and_for_nothing_else(
        int grievances, double delivery, double dispatch)
    {
        var rater = Of(new RatingHabits
        {
            Stars = [0, 0, 0, 0, 1],
            LateStarsLost = 1.7,
            LateDispatchStarsLost = 1,
        });
        var ratings = AllOf(id => rater.RatingOf(id, (Grievances)grievances));

        Assert.Equal(5 - delivery, ratings.Average(one => (double)one.DeliverySpeed), 0.02);
        Assert.Equal(5 - dispatch, ratings.Average(one => (double)one.DispatchSpeed), 0.02);
        Assert.All(ratings, one => Assert.Equal((5, 5), (one.AsDescribed, one.Service)));
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
