using System.Globalization;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// A whole festival in virtual time: it meets its facts, repeats itself, and loses nothing.
/// </summary>
public sealed class SimulationTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    [Fact]
    public void A_festival_meets_its_facts_passes_its_audit_and_leaves_nothing_open()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();
        var run = simulation.Finish(Stamp).Summary;

        Assert.True(simulation.IsOver);
        Assert.True(run.Audit.Passed, string.Join("; ", run.Audit.Checks));
        Assert.InRange((double)run.GmvYuan / 213.5e9, 0.95, 1.05);
        Assert.InRange(run.OrdersPaid / 1.042e9, 0.97, 1.03);
        Assert.InRange(run.PeakOrdersPerSecond / 491_000, 0.8, 1.25);
        Assert.Equal(0, simulation.Market.Orders.Alive);
        Assert.Equal(Money.Zero, simulation.Market.Balance(AccountId.Escrow));
    }

    [Fact]
    public void An_order_takes_at_least_ten_events()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();

        Assert.True(simulation.Progress.Events >= 10 * simulation.Progress.OrdersPaid);
    }

    [Fact]
    public void The_same_seed_gives_the_same_state_and_timeline_and_another_seed_gives_others()
    {
        var (hash, timeline) = Ended(Festivals.Small());
        var (again, timelineAgain) = Ended(Festivals.Small());
        var (other, timelineOther) = Ended(Festivals.Small() with { Seed = 2 });

        Assert.Equal(hash, again);
        Assert.Equal(timeline, timelineAgain);
        Assert.NotEqual(hash, other);
        Assert.NotEqual(timeline, timelineOther);
    }

    [Theory]
    [InlineData(-1.0 / 60)]
    [InlineData(0.1)]
    [InlineData(60)]
    public void A_fork_ends_as_the_run_that_was_not_forked(double hours)
    {
        var run = Simulation.Create(Festivals.Small());
        run.RunUntil(TimeSpan.FromHours(hours));
        var fork = run.Fork();
        run.RunToEnd();
        Assert.False(fork.IsOver);
        fork.RunToEnd();

        Assert.Equal(run.StateHash(), fork.StateHash());
        Assert.Equal(TimelineOf(run), TimelineOf(fork));
        Assert.Equal(Ended(Festivals.Small()).Hash, run.StateHash());
    }

    [Fact]
    public void A_saved_run_goes_on_where_it_was_and_only_with_its_own_scenario()
    {
        var run = Simulation.Create(Festivals.Small());
        run.RunUntil(TimeSpan.FromMinutes(30));
        using var saved = new MemoryStream();
        run.Save(new StateWriter(saved));
        saved.Position = 0;
        var loaded = Simulation.Load(new StateReader(saved), Festivals.Small());
        saved.Position = 0;

        run.RunToEnd();
        loaded.RunToEnd();
        Assert.Equal(run.StateHash(), loaded.StateHash());
        Assert.Throws<InvalidDataException>(
            () => Simulation.Load(new StateReader(saved), Festivals.Small() with { Seed = 2 }));
    }

    [Fact]
    public void A_run_can_be_stopped_at_any_moment_with_a_partial_result()
    {
        var simulation = Simulation.Create(Festivals.Small());
        Assert.True(simulation.Step(1_000));
        Assert.True(simulation.Finish(Stamp).Summary.Partial);

        simulation.RunUntil(TimeSpan.FromHours(1));
        var partial = simulation.Finish(Stamp).Summary;
        Assert.True(partial.Partial);
        Assert.True(partial.Audit.Passed);
        Assert.True(partial.GmvYuan > 0);
    }

    [Fact]
    public void Late_payments_go_back_and_unpaid_orders_are_closed()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();
        var run = simulation.Finish(Stamp).Summary;

        Assert.True(run.RefundReasons.Single(reason => reason.Kind == "late payment").Count > 0);
        Assert.InRange(
            (double)run.CloseReasons.Single(reason => reason.Kind == "not paid").Count / run.OrdersPlaced,
                0.1, 0.2);
    }

    [Fact, Trait("simulator", "REP-2")]
    public void Whoever_was_silent_until_the_end_is_counted_as_good()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();
        var credit = simulation.Finish(Stamp).Summary.Ratings.Credit;

        // No store rates of its own accord, so each silence is one about a buyer.
        var silences = simulation.Market.AllVerdicts().Count(verdict => verdict.Side == RatedSide.Buyer);
        Assert.True(silences > 0);
        Assert.Equal(new SampleScale(Festivals.Small().Scale).Count(silences), credit.GoodByDefault);
    }

    [Fact, Trait("simulator", "REP-2")]
    public void Only_buyers_of_the_consumer_market_give_verdicts()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();
        var ratings = simulation.Finish(Stamp).Summary.Ratings;
        var market = simulation.Market;
        var ofStores = market.AllVerdicts().Where(verdict => verdict.Side == RatedSide.Store).ToList();

        Assert.All(ofStores, verdict => Assert.Equal(
            market.Store(verdict.Store)!.Value.Market == MarketKind.Brand, verdict.Credit == default));
        Assert.True(ratings.Credit.Good > 0);
        Assert.True(ratings.Credit.Good + ratings.Credit.Medium + ratings.Credit.Poor < ratings.Count);
    }

    [Fact]
    public void A_hot_listing_sells_out_and_not_one_unit_more()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunToEnd();
        var phone = simulation.Finish(Stamp).Summary.HotListings.First(listing =>
            listing.Name == "Phone of the year");

        Assert.NotNull(phone.SoldOutAt);
        Assert.True(phone.Sold <= phone.Stock);
    }

    [Fact]
    public void The_tables_hold_every_order_once()
    {
        var simulation = Simulation.Create(Festivals.Small());
        simulation.RunUntil(TimeSpan.FromHours(2));
        var tables = simulation.Tables();

        Assert.Equal(tables.OrderCount, tables.Orders.Select(row => row.Order).Distinct().LongCount());
        Assert.Equal(
            tables.Orders.Sum(row => (long)row.Lines), tables.Lines.LongCount());
        Assert.NotEmpty(tables.Stores);
        Assert.NotEmpty(tables.Listings);
        Assert.Contains(tables.Movements, row => row.Kind == "payment" && row.Count > 0);
    }

    private static (string Hash, string Timeline) Ended(Scenario scenario)
    {
        var simulation = Simulation.Create(scenario);
        simulation.RunToEnd();
        return (simulation.StateHash(), TimelineOf(simulation));
    }

    private static string TimelineOf(Simulation simulation)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        TimelineCsv.Write(text, simulation.Finish(Stamp).Timeline, new DateOnly(2018, 11, 11));
        return text.ToString();
    }
}
