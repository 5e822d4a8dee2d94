using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What the watch has counted of a listing on one day of China (rule TRU-13).</summary>
/// <remarks>Without padding: stored as it is.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public record struct WatchDay
{
    /// <summary>The listing.</summary>
    public ListingId Listing { get; set; }

    /// <summary>Its store.</summary>
    public StoreId Store { get; set; }

    /// <summary>The day, as <see cref="ChinaTime.DayOf"/> counts.</summary>
    public int Day { get; set; }

    /// <summary>Orders that were paid.</summary>
    public int Orders { get; set; }

    /// <summary>How often money went back.</summary>
    public int Refunds { get; set; }

    /// <summary>Poor ratings.</summary>
    public int PoorRatings { get; set; }

    /// <summary>Complaints of every kind.</summary>
    public int Complaints { get; set; }

    /// <summary>Complaints that the goods are counterfeit.</summary>
    public int Counterfeits { get; set; }

    /// <summary>Alerts that were given.</summary>
    public int Alerts { get; set; }

    /// <summary>Counts what was seen.</summary>
    internal void Add(in WatchedEvent seen)
    {
        switch (seen.Kind)
        {
            case MarketEventKind.Paid:
                Orders++;
                break;
            case MarketEventKind.Refunded:
                Refunds++;
                break;
            case MarketEventKind.StoreRated:
                PoorRatings++;
                break;
            default:
                Complaints++;
                Counterfeits += seen.Complaint == ComplaintReason.Counterfeit ? 1 : 0;
                break;
        }
    }

    /// <summary>Adds what was counted on another day.</summary>
    internal void Add(in WatchDay other)
    {
        Orders += other.Orders;
        Refunds += other.Refunds;
        PoorRatings += other.PoorRatings;
        Complaints += other.Complaints;
        Counterfeits += other.Counterfeits;
        Alerts += other.Alerts;
    }
}

/// <summary>The watch finds a listing suspicious: a case is to be opened (rule TRU-13).</summary>
/// <param name="AtMs">When, as Unix time in milliseconds.</param>
/// <param name="Number">Its number among the seller's, from 1 without gaps.</param>
/// <param name="Store">The store.</param>
/// <param name="Listing">The listing.</param>
/// <param name="BasisPoints">The score, in 1/10,000.</param>
/// <param name="Suspicion">What kind of misconduct it may be, as a number.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct WatchAlert(
    long AtMs, int Number, StoreId Store, ListingId Listing, int BasisPoints, int Suspicion)
{
    /// <summary>What kind of misconduct it may be.</summary>
    public CaseKind Kind => (CaseKind)Suspicion;
}
