using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What a store sold in a week of a season: a row of seller_week.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct SellerWeek
{
    /// <summary>The store.</summary>
    public int Store;

    /// <summary>The week.</summary>
    public int Week;

    /// <summary>Orders placed.</summary>
    public int Placed;

    /// <summary>Orders paid.</summary>
    public int Paid;

    /// <summary>Units paid.</summary>
    public int Units;

    /// <summary>Orders refunded.</summary>
    public int Refunds;

    /// <summary>Buyers whom it had nothing left for.</summary>
    public int SoldOut;

    /// <summary>Parcels that left late (rule LOG-1).</summary>
    public int LateParcels;

    /// <summary>Paid, in fen.</summary>
    public long PaidFen;

    /// <summary>Given back, in fen.</summary>
    public long RefundedFen;

    /// <summary>Units for sale at the end of the week.</summary>
    public int Stock;

    /// <summary>Stars of the buyers who rated, added up (REP-4: as described).</summary>
    public int Stars;

    /// <summary>How many buyers rated.</summary>
    public int Ratings;
}
