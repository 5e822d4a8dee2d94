using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class RunRecorderTests
{
    private static readonly Money Yuan200 = Money.FromYuan(200);

    [Fact]
    public void Gmv_is_the_value_of_orders_paid_on_the_festivals_day()
    {
        var recorder = Recorder();

        Pay(recorder, at: -1);
        Pay(recorder, at: 0);
        Pay(recorder, at: 86_399_999);
        Pay(recorder, at: 86_400_000);

        var summary = Result(recorder).Summary;
        Assert.Equal(400_000m, summary.GmvYuan);
        Assert.Equal(4_000, summary.OrdersPaid);
        Assert.Equal(2_000, summary.Day.OrdersPaid);
        Assert.Equal((4, 400m), (summary.Sample.OrdersPaid, summary.Sample.GmvYuan));
        Assert.Equal(Money.FromYuan(400), recorder.Gmv);
    }

    [Fact]
    public void Peaks_are_found_to_the_second_over_the_whole_day()
    {
        var recorder = Recorder();
        for (var order = 0; order < 3; order++)
        {
            recorder.OrderPlaced(26_500, Yuan200);
            Pay(recorder, 9 * 3_600_000 + 200);
        }

        recorder.OrderPlaced(25_999, Yuan200);
        recorder.OrderPlaced(27_000, Yuan200);

        var summary = Result(recorder).Summary;
        Assert.Equal((3_000, "00:00:26"), (summary.PeakOrdersPerSecond, summary.PeakOrdersAt));
        Assert.Equal((3_000, "09:00:00"), (summary.PeakPaymentsPerSecond, summary.PeakPaymentsAt));
    }

    [Fact]
    public void A_run_in_which_nothing_happened_has_a_summary_too()
    {
        var summary = Result(Recorder()).Summary;

        Assert.Equal(0m, summary.GmvYuan);
        Assert.Null(summary.PeakOrdersAt);
        Assert.Null(summary.DeliveryDays.P50);
        Assert.Null(summary.PaymentPlateau);
        Assert.All(summary.GmvClock, point => Assert.Equal(0, point.Share));
    }

    [Fact]
    public void The_timeline_has_minutes_before_midnight_seconds_in_the_first_hour_and_minutes_after_it()
    {
        var recorder = Recorder();
        foreach (var at in new[] { -60_001L, -1, 0, 3_599_999, 3_600_000, 3_661_000, 86_400_000,
            3 * 86_400_000L })
        {
            recorder.OrderPlaced(at, Yuan200);
        }

        var placed = Result(recorder).Timeline.Where(row => row[Measures.Placed] > 0)
            .Select(row => (row.Seconds, row.LengthSeconds));

        Assert.Equal(
            [(-120, 60), (-60, 60), (0, 1), (3_599, 1), (3_600, 60), (3_660, 60), (86_400, 60),
                (259_200, 60)], placed);
    }

    [Fact]
    public void What_happens_outside_the_span_is_counted_in_the_first_or_the_last_row()
    {
        var recorder = Recorder();
        recorder.OrderPlaced(-999_999_999, Yuan200);
        recorder.OrderPlaced(999_999_999_999, Yuan200);

        Assert.Equal(2_000, Result(recorder).Summary.OrdersPlaced);
    }

    [Fact]
    public void A_listing_sells_out_once()
    {
        var recorder = Recorder();
        recorder.SoldOut(new ListingId(3), 41_000);
        recorder.SoldOut(new ListingId(3), 99_000);

        Assert.Equal(41, recorder.SoldOutSeconds(new ListingId(3)));
        Assert.Null(recorder.SoldOutSeconds(new ListingId(4)));
        Assert.Equal(1, Result(recorder).Summary.SoldOutListings);
    }

    [Fact]
    public void Levels_stay_until_the_next_sample()
    {
        var recorder = Recorder();
        recorder.EscrowLevel(5_000, Yuan200);
        recorder.PaymentsQueued(5_000, 7);
        recorder.OrderPlaced(9_000, Yuan200);
        recorder.PaymentsQueued(11_000, 0);
        recorder.OrderPlaced(12_000, Yuan200);

        var rows = Result(recorder).Timeline.ToDictionary(row => row.Seconds);
        Assert.Equal((0, 7_000, 7_000, 0),
            (Queued(4), Queued(5), Queued(10), Queued(12)));
        Assert.Equal(200_000, rows[12].Yuan(Measures.Escrow));

        long Queued(long second) => rows[second][Measures.QueuedPayments];
    }

    [Fact]
    public void Stars_are_averaged_and_shared_per_component()
    {
        var recorder = Recorder();
        recorder.Rated(1_000, described: 5, service: 4, dispatch: 3, delivery: 1, credit: 1);
        recorder.Rated(2_000, described: 5, service: 4, dispatch: 3, delivery: 2, credit: -1);
        recorder.RatedByDefault();

        var ratings = Result(recorder).Summary.Ratings;
        Assert.Equal((5, 4, 3, 1.5), (ratings.Described.Mean, ratings.Service.Mean, ratings.Dispatch.Mean,
            ratings.Delivery.Mean));
        Assert.Equal([0.5, 0.5, 0, 0, 0], ratings.Delivery.SharePerStar);
        Assert.Equal([0.125, 0.125, 0.25, 0.25, 0.25], ratings.SharePerStar);
        Assert.Equal(new CreditCounts(1_000, 0, 1_000, 1_000), ratings.Credit);
    }

    [Fact]
    public void Days_of_delivery_are_quantiles_from_payment_to_receipt()
    {
        var recorder = Recorder();
        for (var order = 0; order < 100; order++)
        {
            recorder.Delivered(at: 1_000 + (order < 90 ? 2 : 10) * 86_400_000L,
                paidAt: 1_000, new RegionId(0));
        }

        var days = Result(recorder).Summary.DeliveryDays;
        Assert.InRange(days.P50!.Value, 2, 2.05);
        Assert.InRange(days.P90!.Value, 2, 2.05);
    }

    [Fact]
    public void A_fork_goes_on_where_its_original_was()
    {
        var original = SampleFestival.Recorded();
        var fork = new RunRecorder(SampleFestival.Labels, -3_600_000, SampleFestival.EndAtMs,
            listings: 1_000);
        using var state = new MemoryStream();
        original.Save(new StateWriter(state));
        state.Position = 0;

        fork.Load(new StateReader(state));

        Assert.Equal(SummaryOf(original), SummaryOf(fork));
        original.OrderPlaced(7_000, Yuan200);
        fork.OrderPlaced(7_000, Yuan200);
        Assert.Equal(SummaryOf(original), SummaryOf(fork));
    }

    [Fact]
    public void A_state_of_another_run_is_refused()
    {
        using var state = new MemoryStream();
        Recorder().Save(new StateWriter(state));
        state.Position = 0;
        var other = new RunRecorder(SampleFestival.Labels, 0, 86_400_000, listings: 3);

        Assert.Throws<InvalidDataException>(() => other.Load(new StateReader(state)));
    }

    [Fact]
    public void Recording_allocates_nothing_but_rows()
    {
        var recorder = SampleFestival.Recorded();
        Pay(recorder, 5_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var order = 0; order < 10_000; order++)
        {
            recorder.OrderPlaced(5_000 + order, Yuan200);
            Pay(recorder, 6_000 + order);
            recorder.CheckoutRefused(7_000 + order, 1);
            recorder.Delivered(86_400_000 + order, 6_000, new RegionId(0));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static RunRecorder Recorder() =>
        new(SampleFestival.Labels, startAtMs: -3_600_000, SampleFestival.EndAtMs, listings: 10);

    private static void Pay(RunRecorder recorder, long at) =>
        recorder.OrderPaid(at, at - 1_000, Yuan200, new CategoryId(1), new RegionId(2));

    private static RunResult Result(RunRecorder recorder) => RunResult.Of(
        recorder, SampleFestival.Manifest(scale: 0.001), SampleFestival.Ending());

    private static string SummaryOf(RunRecorder recorder) => SummaryJson.Write(Result(recorder).Summary);
}
