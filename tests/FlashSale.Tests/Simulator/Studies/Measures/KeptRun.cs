using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Studies.Measures;

/// <summary>A run that is kept, given by its parts.</summary>
internal sealed record KeptRun(
    RunSummary Summary, IReadOnlyList<TimelineRow> Timeline, string? DatabasePath = null) : IStoredRun
{
    object IStoredRun.Summary => Summary;

    IReadOnlyList<IRunRow> IStoredRun.Timeline => Timeline;

    public bool IsPartial => Summary.Partial;

    /// <summary>What measures of the tests can name: 2016, run to its end.</summary>
    public static MeasureScope Scope { get; } = new(Demand.Festivals.Shipped(2016));

    /// <summary>
    /// A run whose figures are easily reckoned: 10 orders paid a second for 100 s, then 5, then 1 a minute;
    /// ¥2 each; from 10 s to 20 s 100 payments wait.
    /// </summary>
    public static KeptRun ByHand { get; } = new(
        SampleFestival.Result.Summary with
        {
            Partial = false,
            Year = 2016,
            GmvYuan = 40_000m,
            OrdersPlaced = 200,
            OrdersPaid = 150,
            Abandoned = 30,
            Retries = 0,
            DeliveryDays = new(2.5, null),
            PaymentPlateau = null,
            Day = new(180, 140, 12.5m),
            Funnel = [new("visited", "buyers", 500), new("paid", "orders", 150)],
            RefundReasons = [new("late payment", 3, 6m, 0.75), new("no reason", 1, 2m, 0.25)],
            Ratings = SampleFestival.Result.Summary.Ratings with
            {
                Described = new(0, [0, 0, 0, 0, 0]),
                SharePerStar = [0.1, 0, 0, 0.2, 0.7],
            },
        },
        [.. Rows()]);

    public static MeasureExpression Read(string text, bool isEvent = false, string? unit = null)
    {
        var reading = MeasureExpression.Read(text, Scope, isEvent, unit);
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }

    private static IEnumerable<TimelineRow> Rows()
    {
        var gmvFen = 0L;
        for (var at = -60; at < 7_200; at += LengthAt(at))
        {
            var paid = at < 0 ? 0 : at < 100 ? 10 : at < 3_600 ? 5 : 1;
            gmvFen += 200L * paid;
            var values = FlashSale.Simulator.Measures.All.Select(one => one.Column switch
            {
                "orders_paid" => paid,
                "paid_yuan" => 200L * paid,
                "gmv_yuan" => gmvFen,
                "queued_payments" => at is >= 10 and < 20 ? 100 : 0,
                _ => 0L,
            });
            yield return new TimelineRow(at, LengthAt(at), [.. values]);
        }
    }

    private static int LengthAt(int seconds) => seconds is >= 0 and < 3_600 ? 1 : 60;
}
