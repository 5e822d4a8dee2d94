using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What a case makes happen outside the seller's file. The numbers are stored.</summary>
public enum CaseActKind : byte
{
    /// <summary>A measure is put upon a store, or taken from it (rules TRU-5, TRU-6).</summary>
    Measure = 1,

    /// <summary>A listing is taken down.</summary>
    TakeDown = 2,

    /// <summary>A listing that was taken down is on sale again (rule TRU-8).</summary>
    PutUp = 3,

    /// <summary>What a store has earned is frozen (rule ESC-4).</summary>
    Freeze = 4,

    /// <summary>Frozen earnings are the store's again.</summary>
    Release = 5,

    /// <summary>Frozen earnings go to a buyer who complained.</summary>
    PayOut = 6,

    /// <summary>The store pays a fine from its deposit (rules STO-3, TRU-6).</summary>
    Fine = 7,

    /// <summary>The platform pays the store for sales that it has lost (rule TRU-8).</summary>
    Compensate = 8,
}

/// <summary>
/// One act of the seller's file upon a store or listing. The file keeps it until it is carried out, and a
/// store remembers the number of the last one: each happens once, in its order.
/// </summary>
/// <remarks>Without padding: stored as it is.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public record struct CaseAct
{
    /// <summary>Its number in the seller's file, from 1 without gaps.</summary>
    public long Number { get; set; }

    /// <summary>The moment at which it was decided, as Unix time in milliseconds.</summary>
    public long AtMs { get; set; }

    /// <summary>How much money at most; without meaning where all is frozen.</summary>
    public Money Amount { get; set; }

    /// <summary>The store.</summary>
    public StoreId Store { get; set; }

    /// <summary>The listing that is taken down or put up.</summary>
    public ListingId Listing { get; set; }

    /// <summary>The buyer who is paid.</summary>
    public BuyerId Buyer { get; set; }

    /// <summary>The case.</summary>
    public int Case { get; set; }

    /// <summary>What happens.</summary>
    public CaseActKind Kind { get; set; }

    /// <summary>The measure.</summary>
    public StoreMeasure Measure { get; set; }

    private readonly ushort _unused;

    /// <summary>The moment at which it was decided.</summary>
    public readonly DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(AtMs);

    /// <summary>Whether it is about a listing, not a store.</summary>
    public readonly bool IsOfListing => Kind is CaseActKind.TakeDown or CaseActKind.PutUp;

    /// <summary>How the money of it moves; null if none does.</summary>
    public readonly MovementKind? Movement => Kind switch
    {
        CaseActKind.Freeze => MovementKind.Freeze,
        CaseActKind.Release => MovementKind.Unfreeze,
        CaseActKind.PayOut => MovementKind.FrozenPaidOut,
        CaseActKind.Fine => MovementKind.ViolationFee,
        CaseActKind.Compensate => MovementKind.LostSales,
        _ => null,
    };

    /// <summary>
    /// How much money moves: all that was earned is frozen; the platform pays all of what it owes; else at
    /// most what there is.
    /// </summary>
    /// <param name="there">What the account holds from which it comes.</param>
    public readonly Money AmountOf(Money there) => Kind switch
    {
        CaseActKind.Freeze => there,
        CaseActKind.Compensate => Amount,
        _ => Money.Min(Amount, there),
    };

    /// <summary>The account that its money leaves.</summary>
    public readonly AccountId From => Kind == CaseActKind.Compensate
        ? AccountId.Bank
        : new(MovementTable.Of(Movement!.Value).From!.Value, Store.Value);

    /// <summary>The transfer of its money; no client can choose its id, and no other act has it.</summary>
    public readonly Transfer ToTransfer(SellerId seller, Money amount) => new(
        long.MinValue + (((long)seller.Value << 31) | Number), Movement!.Value, Store, Buyer, amount);
}
