using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What a buyer complains of. The numbers are stored.</summary>
public enum ComplaintReason : byte
{
    /// <summary>The goods are counterfeit (rule TRU-3).</summary>
    Counterfeit = 1,

    /// <summary>The goods are not as described.</summary>
    NotAsDescribed = 2,

    /// <summary>The store has not kept what it promised.</summary>
    BrokenPromise = 3,
}

/// <summary>A buyer's complaint about a line of an order, as the file keeps it (rule TRU-3).</summary>
/// <remarks>Without padding: stored as it is.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public record struct Complaint
{
    /// <summary>The order.</summary>
    public OrderId Order { get; set; }

    /// <summary>When, as Unix time in milliseconds.</summary>
    public long AtMs { get; set; }

    /// <summary>What was paid for the line.</summary>
    public Money Paid { get; set; }

    /// <summary>The line of the order.</summary>
    public int Line { get; set; }

    /// <summary>Units that were ordered.</summary>
    public int Units { get; set; }

    /// <summary>The listing.</summary>
    public ListingId Listing { get; set; }

    /// <summary>The store.</summary>
    public StoreId Store { get; set; }

    /// <summary>The case to which it belongs; 0 as long as there is none.</summary>
    public int Case { get; set; }

    /// <summary>What the buyer complains of.</summary>
    public ComplaintReason Reason { get; set; }

    private readonly byte _unused1;
    private readonly ushort _unused2;

    /// <summary>The kind of case that it may lead to.</summary>
    public readonly CaseKind Kind => Reason switch
    {
        ComplaintReason.NotAsDescribed => CaseKind.NotAsDescribed,
        ComplaintReason.BrokenPromise => CaseKind.BrokenPromise,
        _ => CaseKind.Counterfeit,
    };

    /// <summary>What the buyer is still out of: what was paid for the units that did not come back.</summary>
    public readonly Money OwedFor(int unitsReturned) =>
        Paid - Paid.ProportionRoundedDown(Math.Clamp(unitsReturned, 0, Units), Units);
}
