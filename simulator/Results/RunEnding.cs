namespace FlashSale.Simulator;

/// <summary>What is known only when a run has ended, besides what was recorded on the way.</summary>
public sealed record RunEnding
{
    /// <summary>The virtual moment at which the run ended, in ms since midnight.</summary>
    public required long EndAtMs { get; init; }

    /// <summary>Whether the run was stopped before its scenario ended.</summary>
    public bool IsPartial { get; init; }

    /// <summary>A hash of the market's whole state at the end.</summary>
    public required string StateHash { get; init; }

    /// <summary>Buyers of the sample who gave up at least one checkout.</summary>
    public long BuyersGaveUp { get; init; }

    /// <summary>How many events the agenda ran.</summary>
    public required long Events { get; init; }

    /// <summary>How long the run took on the wall clock, reports excluded.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>The most memory the process ever held, in bytes.</summary>
    public required long PeakRssBytes { get; init; }

    /// <summary>The machine, for people: processor, cores, memory, runtime.</summary>
    public string Machine { get; init; } = "";

    /// <summary>What the audit recomputed, in its order.</summary>
    public required IReadOnlyList<RunCheck> Checks { get; init; }

    /// <summary>The escrow of all orders together, in the sample.</summary>
    public required EscrowTotals Escrow { get; init; }

    /// <summary>
    /// The ledger by kind of account, in the sample; the balances sum to zero (rule ESC-2).
    /// </summary>
    public required IReadOnlyList<AccountTotals> Accounts { get; init; }

    /// <summary>Stores of the sample that gave a coupon.</summary>
    public long CouponStores { get; init; }

    /// <summary>Of those, the stores that had none left.</summary>
    public long CouponStoresOut { get; init; }

    /// <summary>The listings that sold most, best first, in units of the sample.</summary>
    public IReadOnlyList<ListingOutcome> HotListings { get; init; } = [];

    /// <summary>
    /// How much of the catalogue is simulated; 1 when only buyers and stock are scaled down.
    /// </summary>
    public SampleScale CatalogueScale { get; init; } = new(1);
}

/// <summary>One invariant, recomputed from scratch at the end of a run.</summary>
public sealed record RunCheck(
    [Figure("–", "an invariant, recomputed from scratch at the end")] string Name,
    [Figure("–", "whether it holds")] bool Passed,
    [Figure("–", "what was counted, or the first violation")] string Finding);

/// <summary>Rule ESC-3 summed over all orders: paid = held + released + refunded.</summary>
/// <param name="Paid">Paid by buyers into escrow.</param>
/// <param name="Held">Still held.</param>
/// <param name="Released">Released to stores and, as commission, to the platform.</param>
/// <param name="Refunded">Given back to buyers.</param>
public sealed record EscrowTotals(Money Paid, Money Held, Money Released, Money Refunded);

/// <summary>All accounts of one kind together.</summary>
/// <param name="Kind">Buyers, escrow, stores, platform, bank …</param>
/// <param name="Accounts">How many accounts there are.</param>
/// <param name="Balance">The sum of their balances; the bank's is negative.</param>
public sealed record AccountTotals(string Kind, long Accounts, Money Balance);

/// <summary>What became of one listing, in units of the sample.</summary>
/// <param name="Listing">Which.</param>
/// <param name="Name">Its title.</param>
/// <param name="Category">Its category's name.</param>
/// <param name="Price">The festival price of one unit.</param>
/// <param name="Stock">Units put in.</param>
/// <param name="Sold">Units sold.</param>
/// <param name="SoldOutSeconds">When it first sold out, in seconds since midnight; null if it did
/// not.</param>
public sealed record ListingOutcome(
    ListingId Listing,
    string Name,
    string Category,
    Money Price,
    long Stock,
    long Sold,
    long? SoldOutSeconds);
