namespace FlashSale.Simulator;

/// <summary>Orders and payments a second in the first hour, with the plateau.</summary>
internal static class RateSection
{
    private const int HourSeconds = 3_600;

    /// <summary>The chart.</summary>
    public static string Of(RunResult result) => Html.Section("Orders and payments a second, first hour", [
        Html.Figure(Chart(result).Draw, Legend(result.Summary), Caption(result)),
    ]);

    private static LineChart Chart(RunResult result)
    {
        var rows = result.Timeline.Where(row => row.Seconds is >= 0 and < HourSeconds).ToList();
        var highest = rows.Select(row => Math.Max(row[Measures.Placed], row[Measures.Paid]))
            .DefaultIfEmpty().Max();
        var plateau = result.Summary.PaymentPlateau;
        return new LineChart(
            "Orders and payments a second against time since midnight",
            Axis.LogTime(1, HourSeconds),
            Axis.FromZero(highest, Amounts.Tick))
        {
            Series =
            [
                new("orders", [.. rows.Select(row => (row.Seconds + 1.0, (double)row[Measures.Placed]))]),
                new("payments", [.. rows.Select(row => (row.Seconds + 1.0, (double)row[Measures.Paid]))],
                SeriesForm.Area),
            ],
            Band = plateau is null ? null
            : (Math.Max(1, plateau.FromSeconds), plateau.FromSeconds + plateau.Minutes * 60),
            Marks = [.. Published(result.Summary, highest)],
        };
    }

    private static IEnumerable<Mark> Published(RunSummary run, double highest)
    {
        var orders = run.Comparison?.PublishedValue(FestivalComparison.PeakOrders);
        if (orders <= highest * 1.2)
        {
            yield return new Mark(orders.Value, $"published order peak {Amounts.Rate(orders.Value)}", false);
        }

        var payments = run.Comparison?.PublishedValue(FestivalComparison.PeakPayments);
        if (payments <= highest * 1.2)
        {
            yield return new Mark(payments.Value, $"published payment peak {Amounts.Rate(payments.Value)}",
                false, true);
        }
    }

    private static IEnumerable<LegendEntry> Legend(RunSummary run)
    {
        yield return new("orders placed", "orders");
        yield return new("orders paid", "payments");
        if (run.PaymentPlateau is not null)
        {
            yield return new("payment plateau", "bandkey", "block");
        }
    }

    private static string Caption(RunResult result) =>
        PlateauWords(result.Summary.PaymentPlateau, result.Timeline) + QueueWords(result.Summary.PaymentQueue)
        + "Logarithmic time; seconds that share a pixel are averaged. "
        + $"One order of the sample stands for {Amounts.Count(1 / result.Summary.Scale)}, "
        + "so single seconds scatter.";

    private static string PlateauWords(PaymentPlateau? plateau, IReadOnlyList<TimelineRow> timeline) =>
        plateau is null
        ? "Payments show no plateau. "
        : $"Payments run level at {Amounts.Rate(plateau.PaymentsPerSecond)} from "
            + $"{FestivalClock.Text(plateau.FromSeconds)} for {Amounts.Length(plateau.Minutes * 60)}: "
            + $"what held them is {PlateauCause.Of(plateau, timeline)}. ";

    private static string QueueWords(PaymentQueueSummary queue) => queue.PeakAt is null
        ? ""
        : $"The longest queue was {Amounts.Count(queue.Peak)} payments, at {queue.PeakAt}. ";
}
