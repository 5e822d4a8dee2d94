namespace FlashSale.Simulator;

/// <summary>
/// What happened in one row of the <see cref="TimeGrid"/>, in counts and fen of the sample.
/// </summary>
/// <remarks>
/// How rows are put together is a matter of each <see cref="Measure"/>. Free of padding, because rows are
/// saved as bytes: an even number of ints, then longs.
/// </remarks>
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

    /// <summary>Of those delivered, the parcels that were paid on the festival's day.</summary>
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
}
