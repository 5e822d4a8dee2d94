using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// Units that can be held, sold and put back: a listing's, or those of one bucket of a hot listing (rules
/// INV-1 to INV-4).
/// </summary>
/// <remarks>
/// Every call is idempotent by the order, which has at most one line of a listing. A call that ends in an
/// exception may or may not have been carried out: send it again.
/// </remarks>
public interface IStockGrain : IGrainWithIntegerKey
{
    /// <summary>What is sold, at which terms.</summary>
    [Alias("quote"), AlwaysInterleave]
    Task<ListingQuote> Quote();

    /// <summary>Holds units for an order, or says why not; a repeat is answered as the first.</summary>
    /// <param name="order">The order; its buyer is the one who wants the units.</param>
    /// <param name="line">The line as the buyer saw it.</param>
    /// <param name="kind">What is asked for.</param>
    [Alias("reserve")]
    Task<ReserveAnswer> Reserve(OrderId order, CartLine line, ReserveKind kind);

    /// <summary>Puts the held units of an order back on sale; nothing if none are held.</summary>
    [Alias("release")]
    Task Release(OrderId order);

    /// <summary>Sells the held units of an order: it is paid; nothing if they are sold already.</summary>
    [Alias("commit")]
    Task Commit(OrderId order);

    /// <summary>
    /// Brings the units of an order that came back up to a number, and puts them on sale again.
    /// </summary>
    /// <param name="order">The order, which is paid.</param>
    /// <param name="unitsInTotal">All units of it that came back.</param>
    /// <param name="unitsBefore">Those of them that had come back before, as the order says.</param>
    [Alias("put-back")]
    Task PutBack(OrderId order, int unitsInTotal, int unitsBefore);

    /// <summary>The order keeps in mind itself what came back: it need not be remembered here.</summary>
    [Alias("forget")]
    Task Forget(OrderId order);

    /// <summary>Asks the buyers about holds that are older than they should be, and follows them.</summary>
    /// <returns>How many holds ended.</returns>
    [Alias("resolve")]
    Task<int> Resolve();
}

/// <summary>What is asked for with units.</summary>
public enum ReserveKind : byte
{
    /// <summary>
    /// The only line of a checkout: check its listing first, then as <see cref="AtOrder"/>.
    /// </summary>
    CheckedAtOrder = 1,

    /// <summary>
    /// An order is placed: hold, or only look if the listing holds at payment (rule INV-1).
    /// </summary>
    AtOrder,

    /// <summary>An order is paid whose units were not held.</summary>
    AtPayment,
}

/// <summary>What is sold, at which terms, by whom.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.listing-quote")]
public sealed class ListingQuote
{
    [Id(1)]
    private readonly Listing _listing;

    /// <summary>Whether there is such a listing.</summary>
    [Id(0)]
    public required bool Exists { get; init; }

    /// <summary>Its terms.</summary>
    public Listing Listing { get => _listing; init => _listing = value; }

    /// <summary>The same, without a copy.</summary>
    public ref readonly Listing Terms => ref _listing;

    /// <summary>Into how many buckets its stock is split; 1 is not split.</summary>
    [Id(2)]
    public int Buckets { get; init; } = 1;

    /// <summary>Its store's terms.</summary>
    [Id(3)]
    public StoreTerms Store { get; init; } = StoreTerms.Unknown;

    /// <summary>There is no such listing.</summary>
    public static ListingQuote None { get; } = new() { Exists = false };
}

/// <summary>The answer to a wish for units.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Refused">
/// For <see cref="ReserveKind.CheckedAtOrder"/>: the checkout's refusal by the listing; null if none.
/// </param>
/// <param name="Quote">The terms at which the units are held.</param>
/// <param name="Bucket">The bucket that holds them.</param>
[GenerateSerializer, Immutable, Alias("flashsale.reserve-answer")]
public readonly record struct ReserveAnswer(
    [property: Id(0)] ReserveResult Result,
    [property: Id(4)] Answer? Refused, // 1 was the answer to a checkout in another form
    [property: Id(2)] ListingQuote Quote,
    [property: Id(3)] int Bucket);
