using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>How a case came to be. The numbers are stored.</summary>
public enum CaseSource : byte
{
    /// <summary>Buyers complained (rule TRU-3).</summary>
    Complaints = 1,

    /// <summary>An operator opened it.</summary>
    Operator = 2,

    /// <summary>Another store of the same owner was found guilty (rule IDN-4).</summary>
    Inspection = 3,

    /// <summary>The watch over all orders gave an alert (rule TRU-13).</summary>
    Watch = 4,
}

/// <summary>
/// What a store may have done: what is known of it, what was found, and what the penalty is (rules TRU-3,
/// TRU-5 to TRU-8).
/// </summary>
/// <remarks>Moments are Unix time in milliseconds, 0 for none. Without padding: stored as it is.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public record struct Case
{
    /// <summary>Stands for a case that is about a store and no listing.</summary>
    public static readonly ListingId NoListing = new(-1);

    /// <summary>When it was opened.</summary>
    public long OpenedMs { get; set; }

    /// <summary>When it was decided.</summary>
    public long DecidedMs { get; set; }

    /// <summary>Until when the measure lasts; the largest number is for ever.</summary>
    public long UntilMs { get; set; }

    /// <summary>When the verdict stands, unless there is an appeal (rule TRU-8).</summary>
    public long CloseMs { get; set; }

    /// <summary>When the seller appealed (rule TRU-8).</summary>
    public long AppealMs { get; set; }

    /// <summary>Until when seller and buyers may talk about it themselves.</summary>
    public long TalkUntilMs { get; set; }

    /// <summary>What of the store's earnings is frozen for this case (rule ESC-4).</summary>
    public Money Frozen { get; set; }

    /// <summary>What the store has to pay from its deposit when the verdict stands (rule TRU-6).</summary>
    public Money Fine { get; set; }

    /// <summary>Its number in the seller's file, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The store.</summary>
    public StoreId Store { get; set; }

    /// <summary>The listing; <see cref="NoListing"/> if it is about the store as a whole.</summary>
    public ListingId Listing { get; set; }

    /// <summary>How many buyers complained.</summary>
    public int Complaints { get; set; }

    /// <summary>The recorded evidence, in 1/10,000; 0 is none.</summary>
    public int EvidenceBasisPoints { get; set; }

    /// <summary>The evidence that came with the appeal, in 1/10,000.</summary>
    public int AppealBasisPoints { get; set; }

    /// <summary>Points that the store got.</summary>
    public int Points { get; set; }

    /// <summary>What it is about.</summary>
    public CaseKind Kind { get; set; }

    /// <summary>Where it is.</summary>
    public CaseStatus Status { get; set; }

    /// <summary>How it came to be.</summary>
    public CaseSource Source { get; set; }

    /// <summary>What was found; 0 as long as nothing is.</summary>
    public CaseVerdict Verdict { get; set; }

    /// <summary>What became of the store.</summary>
    public StoreMeasure Measure { get; set; }

    private byte _held; // before a verdict: 1 the earnings, 2 the listing

    /// <summary>Whether the earnings were frozen, be it that there were none.</summary>
    public bool HasFrozen
    {
        readonly get => (_held & 1) != 0;
        set => _held = (byte)(value ? _held | 1 : _held & ~1);
    }

    /// <summary>Whether the evidence took the listing down before there was a verdict (rule TRU-2).</summary>
    public bool HasTakenDown
    {
        readonly get => (_held & 2) != 0;
        set => _held = (byte)(value ? _held | 2 : _held & ~2);
    }

    /// <summary>How far a test purchase came; 0 if none was ordered.</summary>
    public CaseStatus Sampled { get; set; }

    /// <summary>Where the appeal is; 0 if there was none.</summary>
    public AppealStatus Appeal { get; set; }

    /// <summary>Whether it is about a listing.</summary>
    public readonly bool HasListing => Listing != NoListing;

    /// <summary>Whether the store counts as guilty of it: no appeal was upheld.</summary>
    public readonly bool IsGuilty => Verdict == CaseVerdict.Guilty && Appeal != AppealStatus.Upheld;

    /// <summary>Whether nothing was found yet.</summary>
    public readonly bool IsUndecided => Verdict == default;

    /// <summary>Whether its measure is upon the store at a moment.</summary>
    public readonly bool HasMeasureAt(DateTimeOffset now) =>
        IsGuilty && Measure != StoreMeasure.None && now.ToUnixTimeMilliseconds() < UntilMs;
}
