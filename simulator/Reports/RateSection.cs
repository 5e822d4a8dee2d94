namespace FlashSale.Simulator;

/// <summary>Orders and payments a second in the first hour, with the plateau.</summary>
internal static class RateSection
{
    private const int HourSeconds = 3_600;
    private const double FirstSecond = 0.5; // the middle of it

    /// <summary>The chart.</summary>
    public static string Of(RunResult result) => Html.Section("Orders and payments a second, first hour", [
        ChartFigure.Of(Chart(result), Caption(result.Summary)),
    ]);

    private static Chart Chart(RunResult result)
    {
        var rows = result.Timeline.Where(row => row.Seconds is >= 0 and < HourSeconds).ToList();
        var time = TimeAxis.Logarithmic("time since midnight", FirstSecond, HourSeconds);
        var placed = new Curve("orders placed", "orders", QueueSection.Rates(rows, Measures.Placed));
        var paid = new Curve("orders paid", "payments", QueueSection.Rates(rows, Measures.Paid))
        {
            HasArea = true,
            Dash = "dash2",
        };
        var highest = Math.Max(placed.HighestOver(time), paid.HighestOver(time));
        return new Chart(
            "Orders and payments a second against time since midnight",
            time,
            Axis.FromZero("orders a second", highest, Amounts.Tick) with
            {
                Exact = Amounts.Rate,
            },
            [
                .. ShockBand.Areas(result.Summary), .. Plateau(result.Summary.PaymentPlateau), placed, paid,
                .. Published(result.Summary, highest),
            ]);
    }

    private static IEnumerable<GuideArea> Plateau(PaymentPlateau? plateau) => plateau is null ? [] :
    [
        new(plateau.FromSeconds, plateau.FromSeconds + plateau.Minutes * 60, "payment plateau", "plateau"),
    ];

    private static IEnumerable<GuideLine> Published(RunSummary run, double highest)
    {
        var orders = run.Comparison?.PublishedValue(FestivalComparison.PeakOrders);
        if (orders <= highest * 1.05)
        {
            yield return new(orders.Value, $"published order peak {Amounts.Rate(orders.Value)}", false);
        }

        var payments = run.Comparison?.PublishedValue(FestivalComparison.PeakPayments);
        if (payments <= highest * 1.05)
        {
            yield return new(payments.Value, $"published payment peak {Amounts.Rate(payments.Value)}", false)
            {
                IsLabelLeft = true,
            };
        }
    }

    private static string Caption(RunSummary run) => string.Join(' ', new[]
    {
        Findings.Plateau(run),
        Findings.Queue(run),
        "Logarithmic time; seconds that share a pixel are averaged.",
        run.Scale == 1 ? null
            : $"One order of the sample stands for {Amounts.Count(1 / run.Scale)}, so single seconds "
                + "scatter.",
    }.OfType<string>());
}
