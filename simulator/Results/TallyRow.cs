namespace FlashSale.Simulator;

/// <summary>
/// What happened in one row of the <see cref="TimeGrid"/>, in counts and fen of the sample.
/// </summary>
/// <remarks>Free of padding, because rows are saved as bytes: an even number of ints, then longs.</remarks>
internal struct TallyRow
{
    public int Visited;
    public int Carted;
    public int CheckoutsTried;
    public int Refused;
    public int Retried;
    public int Abandoned;
    public int Placed;
    public int Paid;
    public int Closed;
    public int Shipped;
    public int Delivered;

    /// <summary>Of those delivered, the parcels that were paid on 11 November.</summary>
    public int DeliveredOfDay;

    public int Confirmed;
    public int ConfirmedByItself;
    public int Rated;
    public int Refunds;
    public int SoldOut;

    /// <summary>The last queue length seen in the row plus one; 0 where none was seen.</summary>
    public int QueuedPlusOne;

    public long PlacedFen;
    public long PaidFen;
    public long RefundedFen;

    /// <summary>The last escrow level seen in the row, in fen, plus one; 0 where none was seen.</summary>
    public long EscrowFenPlusOne;

    /// <summary>Adds what happened in a later row; levels are the later row's where it saw one.</summary>
    public void Add(in TallyRow later)
    {
        Visited += later.Visited;
        Carted += later.Carted;
        CheckoutsTried += later.CheckoutsTried;
        Refused += later.Refused;
        Retried += later.Retried;
        Abandoned += later.Abandoned;
        Placed += later.Placed;
        Paid += later.Paid;
        Closed += later.Closed;
        Shipped += later.Shipped;
        Delivered += later.Delivered;
        DeliveredOfDay += later.DeliveredOfDay;
        Confirmed += later.Confirmed;
        ConfirmedByItself += later.ConfirmedByItself;
        Rated += later.Rated;
        Refunds += later.Refunds;
        SoldOut += later.SoldOut;
        PlacedFen += later.PlacedFen;
        PaidFen += later.PaidFen;
        RefundedFen += later.RefundedFen;
        QueuedPlusOne = later.QueuedPlusOne > 0 ? later.QueuedPlusOne : QueuedPlusOne;
        EscrowFenPlusOne = later.EscrowFenPlusOne > 0 ? later.EscrowFenPlusOne : EscrowFenPlusOne;
    }
}
