namespace FlashSale.Simulator;

/// <summary>A figure of a summary by which runs are compared.</summary>
/// <param name="Field">Its field in summary.json.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Of">Reads it; null where a run has none.</param>
/// <param name="OfSample">The orders of the sample that it rests on, of figures that rest on few.</param>
public sealed record ComparedField(
    string Field, string Name, string Unit, Func<RunSummary, double?> Of, Func<RunSummary,
        long>? OfSample = null)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ComparedField> All { get; } =
    [
        new("gmvYuan", "GMV of the day", "yuan", run => (double)run.GmvYuan),
        new("ordersPlaced", "Orders placed", "orders", run => run.OrdersPlaced),
        new("ordersPaid", "Orders paid", "orders", run => run.OrdersPaid),
        new("ordersConfirmed", "Orders confirmed", "orders", run => run.OrdersConfirmed),
        new("refundedYuan", "Refunded", "yuan", run => (double)run.RefundedYuan),
        new("peakOrdersPerSecond", "Peak orders", "orders/s", run => run.PeakOrdersPerSecond,
            run => run.Sample.PeakOrdersPerSecond),
        new("peakPaymentsPerSecond", "Peak payments", "orders/s", run => run.PeakPaymentsPerSecond,
            run => run.Sample.PeakPaymentsPerSecond),
        new("paymentQueue.waitSeconds.p50", "Order to payment, median", "s",
            run => run.PaymentQueue.WaitSeconds.P50),
        new("paymentQueue.waitSeconds.p99", "Order to payment, 99 %", "s",
            run => run.PaymentQueue.WaitSeconds.P99),
        new("deliveryDays.p50", "Payment to delivery, median", "days", run => run.DeliveryDays.P50),
        new("deliveryDays.p90", "Payment to delivery, 90 %", "days", run => run.DeliveryDays.P90),
        new("ratings.delivery.mean", "Stars for delivery", "stars",
            run => run.Ratings.Count == 0 ? null : run.Ratings.Delivery.Mean),
        new("retries", "Tried again", "checkouts", run => run.Retries),
        new("abandoned", "Gave up", "checkouts", run => run.Abandoned),
    ];

    /// <summary>A value of it, or a difference, as people read it, with its unit.</summary>
    public string Text(double value)
    {
        var size = Math.Abs(value);
        var sign = value < 0 ? "−" : "";
        return Unit switch
        {
            "yuan" => sign + Amounts.Yuan((decimal)size),
            "orders/s" => sign + Amounts.Rate(size),
            "s" or "days" or "stars" => $"{sign}{Amounts.Number(size, 2)} {Unit}",
            _ => $"{sign}{Amounts.Count(Math.Round(size))} {Unit}",
        };
    }
}
