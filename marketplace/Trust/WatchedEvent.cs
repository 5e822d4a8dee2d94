namespace FlashSale.Marketplace;

/// <summary>What the watch sees of one event of an order (rule TRU-13).</summary>
/// <param name="Kind">What happened: a sale, a refund, a poor rating or a complaint.</param>
/// <param name="Store">The store.</param>
/// <param name="Listing">The listing for which the event counts.</param>
/// <param name="At">When.</param>
/// <param name="Complaint">Of a complaint: what the buyer complains of; else 0.</param>
public readonly record struct WatchedEvent(
    MarketEventKind Kind, StoreId Store, ListingId Listing, DateTimeOffset At, ComplaintReason Complaint)
{
    /// <summary>What is seen of an event; null if the watch does not count it.</summary>
    public static WatchedEvent? Of(in MarketEvent happened) => Counts(happened.Kind, happened.Credit)
        ? new WatchedEvent(happened.Kind, happened.Store, happened.Listing, happened.At, happened.Complaint)
        : null;

    /// <summary>Whether the watch counts an event: ratings only if they are poor.</summary>
    public static bool Counts(MarketEventKind kind, CreditRating credit) => kind switch
    {
        MarketEventKind.Paid or MarketEventKind.Refunded or MarketEventKind.Complained => true,
        MarketEventKind.StoreRated => credit == CreditRating.Poor,
        _ => false,
    };
}
