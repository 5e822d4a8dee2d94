using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Who waits too long for a parcel claims the money; time confirms what has come.</summary>
[Trait("simulator", "LOG-2"), Trait("simulator", "ORD-3")]
public sealed class LatenessTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    [Fact]
    public void Snow_of_two_four_and_eight_days_raises_refunds_and_lowers_stars_each_time()
    {
        int[] lengths = [0, 2, 4, 8];
        var runs = lengths.Select(days => Ended(Snow(days)).Summary).ToList();

        foreach (var (shorter, longer) in runs.Zip(runs.Skip(1)))
        {
            Assert.True(longer.RefundedYuan > shorter.RefundedYuan,
                $"{longer.RefundedYuan} after more snow, {shorter.RefundedYuan} after less");
            Assert.True(NotReceived(longer) > NotReceived(shorter));
            Assert.True(longer.Ratings.Delivery.Mean < shorter.Ratings.Delivery.Mean);
            Assert.Equal(shorter.Day.OrdersPaid, longer.Day.OrdersPaid);
        }
    }

    [Fact]
    [Trait("simulator", "ORD-2")]
    public void What_is_confirmed_has_come_and_what_was_claimed_is_refunded_or_has_come()
    {
        var (run, summary) = Ended(Snow(8));
        var orders = run.Market.AllOrders().ToList();

        Assert.True(summary.Audit.Passed);
        Assert.All(orders.Where(order => order.ConfirmedAt is not null),
            order => Assert.NotNull(order.DeliveredAt));
        Assert.All(orders.Where(order => order.ShippedAt is not null && order.DeliveredAt is null), order =>
            Assert.Equal(order.Escrow.Paid, order.Escrow.Refunded));
        Assert.Contains(orders, order => order.ShippedAt is not null && order.DeliveredAt is null);
    }

    private static Scenario Snow(int days) => Festivals.Small() with
    {
        Shocks = days == 0
            ? []
            :
            [
                new Shock
                {
                    Kind = ShockKind.Snow,
                    From = TimeSpan.FromDays(1),
                    Until = TimeSpan.FromDays(1 + days),
                    Regions = ["east", "south", "central"],
                },
            ],
    };

    private static (Simulation Run, RunSummary Summary) Ended(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunToEnd();
        return (run, run.Finish(Stamp).Summary);
    }

    private static long NotReceived(RunSummary run) =>
        run.RefundReasons.Single(reason => reason.Kind == "not received").Count;
}
