namespace FlashSale.Marketplace;

/// <summary>What can happen in a market. The numbers are stored and never reused.</summary>
public enum MarketEventKind : byte
{
    /// <summary>An order is paid as a whole.</summary>
    Paid = 1,

    /// <summary>The parcel left the store.</summary>
    Shipped = 2,

    /// <summary>Receipt is confirmed, and the money released.</summary>
    Confirmed = 3,

    /// <summary>The buyer's rating of the store, or the good one by default.</summary>
    StoreRated = 4,

    /// <summary>The store's verdict on the buyer, or the good one by default.</summary>
    BuyerRated = 5,

    /// <summary>Money went back for units.</summary>
    Refunded = 6,

    /// <summary>An order ended without goods.</summary>
    Closed = 7,

    /// <summary>The deposit of a presale is paid.</summary>
    DepositPaid = 8,

    /// <summary>An order is placed.</summary>
    Placed = 9,

    /// <summary>The parcel arrived.</summary>
    Delivered = 10,

    /// <summary>Money came when the order was closed, and went back at once (rule INV-2).</summary>
    LatePayment = 11,

    /// <summary>A buyer was refused units of a listing because they were gone.</summary>
    SoldOut = 12,

    /// <summary>A buyer complained about a line of an order (rule TRU-3).</summary>
    Complained = 13,
}

/// <summary>
/// Something that happened in a market: made by the process that decided it, as a part of what a host carries
/// out, and read by whoever counts – reputation, a run's results, tallies, a cluster's telemetry.
/// </summary>
/// <remarks>
/// The default is that nothing happened. It is written where its reader has it: a copy of something that was
/// just written costs as much as the step itself.
/// </remarks>
public record struct MarketEvent
{
    /// <summary>What happened; 0 if nothing did.</summary>
    public MarketEventKind Kind { get; private set; }

    /// <summary>The order to which it happened; none of <see cref="MarketEventKind.SoldOut"/>.</summary>
    public OrderId Order { get; private set; }

    /// <summary>The order's store.</summary>
    public StoreId Store { get; private set; }

    /// <summary>
    /// The listing for which the order counts; or the one that is sold out, or complained about.
    /// </summary>
    public ListingId Listing { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How much money it is about: ordered, paid, released, refunded, or complained about.</summary>
    public Money Amount { get; private set; }

    /// <summary>Whether time did it and nobody: a confirmation, a rating that is good by default.</summary>
    public bool IsByTime { get; private set; }

    /// <summary>Why an order was closed; else 0.</summary>
    public CloseReason Reason { get; private set; }

    /// <summary>Of a rating: good, medium or poor; else 0.</summary>
    public CreditRating Credit { get; private set; }

    /// <summary>Of a buyer's rating: points for the components; else none.</summary>
    public Rating Points { get; private set; }

    /// <summary>Of a complaint: what the buyer complains of; else 0.</summary>
    public ComplaintReason Complaint { get; private set; }

    /// <summary>Whether anything happened.</summary>
    public readonly bool HasHappened => Kind != 0;

    /// <summary>Something happened to a live order.</summary>
    public static void Of(
        MarketEventKind kind,
        in Order order,
        ReadOnlySpan<OrderLine> lines,
        DateTimeOffset at,
        out MarketEvent happened,
        Money amount = default,
        CloseReason reason = default,
        bool isByTime = false)
    {
        happened = default;
        happened.Kind = kind;
        happened.Order = order.Id;
        happened.Store = order.Store;
        happened.Listing = OrderCategory.ListingOf(lines);
        happened.At = at;
        happened.Amount = amount;
        happened.Reason = reason;
        happened.IsByTime = isByTime;
    }

    /// <summary>One side of an order has rated the other, or time did it.</summary>
    public static void OfRating(
        in SideRating rating,
        in Order order,
        ReadOnlySpan<OrderLine> lines,
        DateTimeOffset at,
        bool isByTime,
        out MarketEvent happened)
    {
        var isOfStore = rating.Side == RatedSide.Store;
        var kind = isOfStore ? MarketEventKind.StoreRated : MarketEventKind.BuyerRated;
        Of(kind, order, lines, at, out happened, isByTime: isByTime);
        (happened.Credit, happened.Points) = (rating.Credit, rating.Points);
    }

    /// <summary>Money came too late for an order, and went back at once.</summary>
    public static MarketEvent LatePayment(
        OrderId order, StoreId store, ListingId listing, Money amount, DateTimeOffset at) => new()
        {
            Kind = MarketEventKind.LatePayment,
            Order = order,
            Store = store,
            Listing = listing,
            At = at,
            Amount = amount,
        };

    /// <summary>A buyer complained about a line of a live order.</summary>
    public static MarketEvent Complained(in Complaint complaint) => new()
    {
        Kind = MarketEventKind.Complained,
        Order = complaint.Order,
        Store = complaint.Store,
        Listing = complaint.Listing,
        At = DateTimeOffset.FromUnixTimeMilliseconds(complaint.AtMs),
        Amount = complaint.Paid,
        Complaint = complaint.Reason,
    };

    /// <summary>A buyer was refused units because they were gone.</summary>
    public static MarketEvent SoldOut(ListingId listing, DateTimeOffset at) =>
        new() { Kind = MarketEventKind.SoldOut, Listing = listing, At = at };
}
