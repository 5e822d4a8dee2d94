using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>Where a listing's stock lies, and what an audit compares it with.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ListingStock(int block, int buckets, ulong terms)
{
    /// <summary>The stock itself where it is one bucket, as nearly always (rule INV-4).</summary>
    public Stock Unsplit;

    /// <summary>The block of buckets, if there are several.</summary>
    public readonly int Block { get; } = block;

    /// <summary>How many buckets there are.</summary>
    public readonly int Buckets { get; } = buckets;

    /// <summary>A hash of the terms at publication (rule ORD-4 for listings).</summary>
    public readonly ulong Terms { get; } = terms;

    /// <summary>Units ever put in, counted apart from the buckets.</summary>
    public int PutIn { get; set; }

    /// <summary>How often a buyer was refused because the units were gone.</summary>
    public int Refusals { get; private set; }

    /// <summary>
    /// How often a buyer was refused units that were still for sale: never, or INV-4 is broken.
    /// </summary>
    public int Undersold { get; private set; }

    /// <summary>Notes that a buyer was refused so many units while so many were left.</summary>
    public void Refuse(int units, int left)
    {
        Refusals = Refusals == int.MaxValue ? Refusals : Refusals + 1;
        Undersold += left >= units ? 1 : 0;
    }
}
