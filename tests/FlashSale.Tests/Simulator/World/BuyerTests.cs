using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>What buyers do in a festival, as the rule book says.</summary>
public sealed class BuyerTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    private static readonly Lazy<Simulation> Usual = new(() => Ended(Festivals.Small()));

    [Fact, Trait("simulator", "REP-6")]
    public void Late_parcels_cost_stars_and_for_delivery_the_most()
    {
        var behaviour = Festivals.Small().Behaviour;
        var patient = Festivals.Small() with
        {
            Behaviour = behaviour with { Rating = behaviour.Rating with { LateStarsLost = 0 } },
        };
        var (usual, forgiving) = (RatingsOf(Usual.Value), RatingsOf(Ended(patient)));

        var (delivery, service) = (
            forgiving.Delivery.Mean - usual.Delivery.Mean, forgiving.Service.Mean - usual.Service.Mean);
        Assert.True(delivery > 0.1);
        Assert.InRange(service, 0.6 * delivery, 0.8 * delivery); // seven in ten follow the judgement
    }

    [Fact, Trait("simulator", "DEM-1")]
    public void The_head_sells_much_and_the_tail_sells_too()
    {
        var units = UnitsByListing(Usual.Value);
        var all = units.Sum();
        var head = units.Take(units.Length / 10).Sum();

        Assert.InRange((double)head / all, 0.3, 0.9); // F: 45 to 74 % of lines for the top tenth
        Assert.True(units.Skip(units.Length / 2).Sum() > all / 50);
    }

    [Fact, Trait("simulator", "DEM-3")]
    public void Midnight_is_a_rush_and_presale_balances_come_after_one_o_clock()
    {
        var timeline = Finish(Usual.Value).Timeline;
        var minutes = timeline.ToDictionary(row => row.Seconds, row => row[Measures.Paid]);
        var hours = Enumerable.Range(0, 24).Select(hour => PaidIn(minutes, hour)).ToArray();

        Assert.True(hours[0] > 4 * hours[2]);
        Assert.True(hours[1] > 2 * hours[2]);
        Assert.InRange((double)hours[0] / hours.Sum(), 0.25, 0.40); // F: 32 % in 2018
    }

    [Fact, Trait("simulator", "DEM-4")]
    public void A_refused_buyer_tries_again_and_gives_up_when_patience_ends()
    {
        var facts = Festivals.Small().Festival;
        var narrow = Ended(Festivals.Small() with
        {
            Festival = facts with { PeakOrdersPerSecond = facts.PeakOrdersPerSecond / 10 },
        });
        var (crowded, usual) = (Finish(narrow).Summary, Finish(Usual.Value).Summary);

        Assert.True(crowded.Retries > usual.Retries);
        Assert.True(crowded.Abandoned > usual.Abandoned);
        Assert.True(crowded.OrdersPlaced < usual.OrdersPlaced);
    }

    [Fact, Trait("simulator", "CAP-3")]
    public void Orders_never_come_faster_than_the_published_peak()
    {
        var simulation = Simulation.Create(Festivals.Small() with { Scale = 0.000_1 });
        simulation.RunUntil(TimeSpan.FromMinutes(10));

        // 49.1 orders a second at this scale; a checkout brings several orders at once.
        Assert.InRange(Finish(simulation).Summary.Sample.PeakOrdersPerSecond, 45, 54);
    }

    private static Simulation Ended(Scenario scenario)
    {
        var simulation = Simulation.Create(scenario);
        simulation.RunToEnd();
        return simulation;
    }

    private static RunResult Finish(Simulation simulation) => simulation.Finish(Stamp);

    private static RatingsSummary RatingsOf(Simulation simulation) => Finish(simulation).Summary.Ratings;

    private static int[] UnitsByListing(Simulation simulation)
    {
        var units = new Dictionary<ListingId, int>();
        foreach (var line in simulation.Market.AllOrders().SelectMany(order => order.Lines))
        {
            units[line.Listing] = units.GetValueOrDefault(line.Listing) + line.Units;
        }

        return [.. units.Values.OrderDescending()];
    }

    private static long PaidIn(Dictionary<long, long> paidFrom, int hour) =>
        paidFrom.Where(row => row.Key / 3_600 == hour && row.Key >= 0).Sum(row => row.Value);
}
