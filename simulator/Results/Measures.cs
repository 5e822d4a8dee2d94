namespace FlashSale.Simulator;

/// <summary>
/// The measures of a run over time, each declared once: timeline.csv has a column for each in this order,
/// and docs/reference/results.md a row.
/// </summary>
public static class Measures
{
    private static readonly List<Measure> Declared = [];

#pragma warning disable CS1591 // The declaration says what it is.
    public static readonly Measure Visited =
        Of("visited", "buyers", "came for the first time", row => row.Visited);
    public static readonly Measure Carted =
        Of("carted", "buyers", "put goods into an empty cart", row => row.Carted);
    public static readonly Measure CheckoutsTried =
        Of("checkouts_tried", "checkouts", "tried for the first time", row => row.CheckoutsTried);
    public static readonly Measure Refused =
        Of("refused", "refusals", "of checkouts and payments", row => row.Refused);
    public static readonly Measure Retried = Of("retried", "checkouts", "tried again", row => row.Retried);
    public static readonly Measure Abandoned = Of("abandoned", "buyers", "gave up", row => row.Abandoned);
    public static readonly Measure Placed = Of("orders_placed", "orders", "placed", row => row.Placed);
    public static readonly Measure Paid = Of("orders_paid", "orders", "paid", row => row.Paid);
    public static readonly Measure PaidAmount =
        Of("paid_yuan", "yuan", "paid in the row", row => row.PaidFen);
    public static readonly Measure Gmv = Of(
        "gmv_yuan", "yuan", "GMV at the end of the row; constant after the day",
        row => row.PaidFen, MeasureRule.OfTheDaySoFar);
    public static readonly Measure QueuedPayments = Of(
        "queued_payments", "payments", "waiting for a channel, last seen in the row or before",
        row => row.QueuedPlusOne, MeasureRule.LastSeen);
    public static readonly Measure Closed = Of("orders_closed", "orders", "closed", row => row.Closed);
    public static readonly Measure Shipped =
        Of("shipped", "parcels", "handed to a courier", row => row.Shipped);
    public static readonly Measure Delivered = Of("delivered", "parcels", "signed for", row => row.Delivered);
    public static readonly Measure DeliveredOfDay =
        Of("delivered_of_day", "parcels", "of those, paid on 11 November", row => row.DeliveredOfDay);
    public static readonly Measure Confirmed =
        Of("confirmed", "orders", "receipt confirmed", row => row.Confirmed);
    public static readonly Measure ConfirmedByItself = Of(
        "confirmed_by_itself", "orders", "of those, after the days of ORD-2",
        row => row.ConfirmedByItself);
    public static readonly Measure Rated = Of("rated", "orders", "rated by their buyers", row => row.Rated);
    public static readonly Measure Refunds = Of("refunds", "refunds", "made", row => row.Refunds);
    public static readonly Measure Refunded =
        Of("refunded_yuan", "yuan", "given back", row => row.RefundedFen);
    public static readonly Measure Escrow = Of(
        "escrow_yuan", "yuan", "held, last seen in the row or before",
        row => row.EscrowFenPlusOne, MeasureRule.LastSeen);
    public static readonly Measure SoldOut = Of(
        "listings_sold_out", "listings", "that sold out for the first time",
        row => row.SoldOut, isOfCatalogue: true);
#pragma warning restore CS1591

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<Measure> All => Declared;

    private static Measure Of(
        string column, string unit, string meaning, Func<TallyRow, long> counted,
        MeasureRule rule = MeasureRule.InTheRow, bool isOfCatalogue = false)
    {
        var measure = new Measure(Declared.Count, counted, rule)
        {
            Column = column,
            Unit = unit,
            Meaning = meaning,
            IsOfCatalogue = isOfCatalogue,
        };
        Declared.Add(measure);
        return measure;
    }
}
