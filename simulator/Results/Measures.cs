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
        Of("visited", "buyers", "came for the first time", (in row) => row.Visited);
    public static readonly Measure Carted =
        Of("carted", "buyers", "put goods into an empty cart", (in row) => row.Carted);
    public static readonly Measure CheckoutsTried =
        Of("checkouts_tried", "checkouts", "tried for the first time", (in row) => row.CheckoutsTried);
    public static readonly Measure Refused =
        Of("refused", "refusals", "of checkouts and payments", (in row) => row.Refused);
    public static readonly Measure Retried =
        Of("retried", "checkouts", "tried again", (in row) => row.Retried);
    public static readonly Measure Abandoned =
        Of("abandoned", "checkouts", "given up", (in row) => row.Abandoned);
    public static readonly Measure Placed = Of("orders_placed", "orders", "placed", (in row) => row.Placed);
    public static readonly Measure Paid = Of("orders_paid", "orders", "paid", (in row) => row.Paid);
    public static readonly Measure PaidAmount =
        Of("paid_yuan", "yuan", "paid in the row", (in row) => row.PaidFen);
    public static readonly Measure Gmv = Of(
        "gmv_yuan", "yuan", "GMV at the end of the row; constant after the day",
        (in row) => row.PaidFen, MeasureRule.OfTheDaySoFar);
    public static readonly Measure QueuedPayments = Of(
        "queued_payments", "payments", "waiting for a channel, last seen in the row or before",
        (in row) => row.QueuedPlusOne, MeasureRule.LastSeen);
    public static readonly Measure Closed = Of("orders_closed", "orders", "closed", (in row) => row.Closed);
    public static readonly Measure Shipped =
        Of("shipped", "parcels", "handed to a courier", (in row) => row.Shipped);
    public static readonly Measure Delivered =
        Of("delivered", "parcels", "signed for", (in row) => row.Delivered);
    public static readonly Measure DeliveredOfDay =
        Of("delivered_of_day", "parcels", "of those, paid on the day", (in row) => row.DeliveredOfDay);
    public static readonly Measure Confirmed =
        Of("confirmed", "orders", "receipt confirmed", (in row) => row.Confirmed);
    public static readonly Measure ConfirmedByItself = Of(
        "confirmed_by_itself", "orders", "of those, after the days of ORD-2",
        (in row) => row.ConfirmedByItself);
    public static readonly Measure Rated =
        Of("rated", "orders", "rated by their buyers", (in row) => row.Rated);
    public static readonly Measure Refunds = Of("refunds", "refunds", "made", (in row) => row.Refunds);
    public static readonly Measure Refunded =
        Of("refunded_yuan", "yuan", "given back", (in row) => row.RefundedFen);
    public static readonly Measure Escrow = Of(
        "escrow_yuan", "yuan", "held, last seen in the row or before",
        (in row) => row.EscrowFenPlusOne, MeasureRule.LastSeen);
    public static readonly Measure SoldOut = Of(
        "listings_sold_out", "listings", "that sold out for the first time",
        (in row) => row.SoldOut, isOfCatalogue: true);
#pragma warning restore CS1591

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<Measure> All => Declared;

    private static Measure Of(
        string column, string unit, string meaning, Counted counted,
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
