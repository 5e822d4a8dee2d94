using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>On what a verdict rests.</summary>
internal enum VerdictGrounds
{
    /// <summary>A test purchase was appraised (rule TRU-3).</summary>
    Appraisal = 1,

    /// <summary>The seller of a removed listing could not prove what it is (rule TRU-2).</summary>
    Removal,

    /// <summary>A store of a guilty owner was inspected (rule IDN-4).</summary>
    Inspection,

    /// <summary>A reviewer decided on complaints alone.</summary>
    Complaints,

    /// <summary>A clean-up.</summary>
    CleanUp,
}

/// <summary>A verdict of guilty that the platform gave: a row of the table penalty.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PenaltyNote
{
    /// <summary>What the seller loses by it, in fen, as the seller reckons.</summary>
    public long LossFen;

    /// <summary>The seller.</summary>
    public int Seller;

    /// <summary>The number of the case in the seller's file.</summary>
    public int Case;

    /// <summary>The store.</summary>
    public int Store;

    /// <summary>The listing; −1 if it was about the store.</summary>
    public int Listing;

    /// <summary>The day.</summary>
    public int Day;

    /// <summary>On what it rests.</summary>
    public VerdictGrounds Grounds;

    /// <summary>Points that the store got.</summary>
    public int Points;

    /// <summary>What became of the store, as <see cref="StoreMeasure"/>.</summary>
    public int Measure;

    /// <summary>The recorded evidence, in 1/10,000.</summary>
    public int EvidenceBasisPoints;

    /// <summary>Whether there was a fake, which nobody of the platform knows; 1 or 0.</summary>
    public int WasFake;
}
