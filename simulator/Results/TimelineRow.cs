namespace FlashSale.Simulator;

/// <summary>One row of timeline.csv, at full scale: a second of the first hour, or a minute.</summary>
/// <param name="Seconds">The second since midnight at which the row starts.</param>
/// <param name="LengthSeconds">How long the row is: 1 or 60.</param>
public readonly record struct TimelineRow(long Seconds, int LengthSeconds)
{
    /// <summary>Buyers who came for the first time.</summary>
    public long Visited { get; init; }

    /// <summary>Buyers who put goods into an empty cart.</summary>
    public long Carted { get; init; }

    /// <summary>Checkouts tried for the first time.</summary>
    public long CheckoutsTried { get; init; }

    /// <summary>Checkouts and payments refused.</summary>
    public long Refused { get; init; }

    /// <summary>Checkouts tried again.</summary>
    public long Retried { get; init; }

    /// <summary>Buyers who gave up.</summary>
    public long Abandoned { get; init; }

    /// <summary>Orders placed.</summary>
    public long Placed { get; init; }

    /// <summary>Orders paid.</summary>
    public long Paid { get; init; }

    /// <summary>Money paid.</summary>
    public Money PaidAmount { get; init; }

    /// <summary>GMV at the end of the row: all that was paid on 11 November until then.</summary>
    public Money Gmv { get; init; }

    /// <summary>Payments waiting at the end of the row.</summary>
    public long QueuedPayments { get; init; }

    /// <summary>Orders closed.</summary>
    public long Closed { get; init; }

    /// <summary>Parcels shipped.</summary>
    public long Shipped { get; init; }

    /// <summary>Parcels delivered.</summary>
    public long Delivered { get; init; }

    /// <summary>Parcels delivered that were paid on 11 November.</summary>
    public long DeliveredOfDay { get; init; }

    /// <summary>Receipts confirmed.</summary>
    public long Confirmed { get; init; }

    /// <summary>Receipts confirmed by themselves, of those.</summary>
    public long ConfirmedByItself { get; init; }

    /// <summary>Orders rated by their buyers.</summary>
    public long Rated { get; init; }

    /// <summary>Refunds made.</summary>
    public long Refunds { get; init; }

    /// <summary>Money refunded.</summary>
    public Money Refunded { get; init; }

    /// <summary>Money in escrow at the end of the row.</summary>
    public Money Escrow { get; init; }

    /// <summary>Listings that sold out.</summary>
    public long SoldOut { get; init; }

    /// <summary>Brings rows of the sample to full scale; levels stay as they were last seen.</summary>
    internal static IEnumerable<TimelineRow> Of(
        RunRecorder recorder, SampleScale scale, SampleScale catalogue)
    {
        var (gmvFen, queued, escrowFen) = (0L, 0L, 0L);
        foreach (var (seconds, length, row) in Rows(recorder))
        {
            gmvFen += FestivalClock.IsOnTheDay(seconds * 1_000) ? row.PaidFen : 0;
            queued = row.QueuedPlusOne > 0 ? row.QueuedPlusOne - 1 : queued;
            escrowFen = row.EscrowFenPlusOne > 0 ? row.EscrowFenPlusOne - 1 : escrowFen;
            yield return AtFullScale(new TimelineRow(seconds, length), row, scale) with
            {
                Gmv = scale.Amount(Money.FromFen(gmvFen)),
                QueuedPayments = scale.Count(queued),
                Escrow = scale.Amount(Money.FromFen(escrowFen)),
                SoldOut = catalogue.Count(row.SoldOut),
            };
        }
    }

    private static TimelineRow AtFullScale(TimelineRow time, TallyRow row, SampleScale scale) => time with
    {
        Visited = scale.Count(row.Visited),
        Carted = scale.Count(row.Carted),
        CheckoutsTried = scale.Count(row.CheckoutsTried),
        Refused = scale.Count(row.Refused),
        Retried = scale.Count(row.Retried),
        Abandoned = scale.Count(row.Abandoned),
        Placed = scale.Count(row.Placed),
        Paid = scale.Count(row.Paid),
        PaidAmount = scale.Amount(Money.FromFen(row.PaidFen)),
        Closed = scale.Count(row.Closed),
        Shipped = scale.Count(row.Shipped),
        Delivered = scale.Count(row.Delivered),
        DeliveredOfDay = scale.Count(row.DeliveredOfDay),
        Confirmed = scale.Count(row.Confirmed),
        ConfirmedByItself = scale.Count(row.ConfirmedByItself),
        Rated = scale.Count(row.Rated),
        Refunds = scale.Count(row.Refunds),
        Refunded = scale.Amount(Money.FromFen(row.RefundedFen)),
    };

    // Seconds of the first hour as they are; later seconds of the day are put together to minutes.
    private static IEnumerable<(long Seconds, int Length, TallyRow Row)> Rows(RunRecorder recorder)
    {
        const int firstHour = 3_600;
        var grid = recorder.Grid;
        for (var at = 0; at < recorder.Rows.Count;)
        {
            var isMinuteOfSeconds = at >= grid.Midnight + firstHour && at < grid.DayEnd;
            var rows = isMinuteOfSeconds ? Math.Min(60, recorder.Rows.Count - at) : 1;
            var sum = recorder.Rows[at];
            for (var later = at + 1; later < at + rows; later++)
            {
                sum.Add(recorder.Rows[later]);
            }

            yield return (grid.SecondsAt(at), isMinuteOfSeconds ? 60 : grid.SecondsOf(at), sum);
            at += rows;
        }
    }
}
