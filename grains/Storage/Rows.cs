namespace FlashSale.Grains;

/// <summary>What a row is about. The numbers are stored and never reused.</summary>
public enum RowKind : short
{
    /// <summary>A store, by its id.</summary>
    Store = 1,

    /// <summary>A store's name, by a hash of its normal form.</summary>
    StoreName = 2,

    /// <summary>A listing's terms and counters, by its id and bucket.</summary>
    Listing = 3,

    /// <summary>Units held for one order, by listing and order.</summary>
    Hold = 4,

    /// <summary>A buyer's cart, by the buyer.</summary>
    Cart = 5,

    /// <summary>A checkout whose orders go on, by buyer and checkout number.</summary>
    Checkout = 6,

    /// <summary>A checkout whose orders have all ended, by buyer and checkout number.</summary>
    EndedCheckout = 7,

    /// <summary>Units of a limited listing that a buyer has, by buyer and listing.</summary>
    BuyerUnits = 8,

    /// <summary>What a buyer's verdicts of the last month hold back, by the buyer.</summary>
    Verdicts = 9,

    /// <summary>Accounts of one owner, by owner.</summary>
    Account = 10,

    /// <summary>A movement of money that an account remembers, by owner and movement.</summary>
    Movement = 11,

    /// <summary>A transfer that was asked for, by its id.</summary>
    Transfer = 12,

    /// <summary>An event that is to be published, by partition and a number.</summary>
    Event = 13,

    /// <summary>How far a partition of events is published, by partition.</summary>
    EventFeed = 14,

    /// <summary>The credit and ratings of a store or buyer.</summary>
    Reputation = 15,

    /// <summary>The statistics of a seller, as they were kept before <see cref="GrainState"/>.</summary>
    Seller = 16,

    /// <summary>The festival, as it was kept before <see cref="GrainState"/>.</summary>
    Festival = 17,

    /// <summary>What the whole market has done, as it was kept before <see cref="GrainState"/>.</summary>
    Telemetry = 18,

    /// <summary>Written again and again to see whether rows can be written; empty.</summary>
    Probe = 19,

    /// <summary>A listing that wants to know of its store's changes, by store and listing.</summary>
    StoreListing = 20,

    /// <summary>A state that Orleans' persistence keeps, by a hash of its name.</summary>
    GrainState = 21,

    /// <summary>A store that a seller has, by seller and store.</summary>
    SellerStore = 22,

    /// <summary>A study, by the first quarter of its id.</summary>
    Study = 23,

    /// <summary>The order of a study's run, by the study and the run's number.</summary>
    StudyOrder = 24,

    /// <summary>Where a study's run is, by the study and the run's number.</summary>
    StudyRun = 25,

    /// <summary>A part of a run's timeline, by the first quarter of the run's name.</summary>
    RunTimeline = 26,

    /// <summary>The platform's file on a seller, by the seller.</summary>
    CaseFile = 27,

    /// <summary>What a partition of the buyers bought on a day, by partition, day and part.</summary>
    SalesDay = 28,

    /// <summary>What a batch of order events says was sold, by partition and the batch's number.</summary>
    SalesBatch = 29,

    /// <summary>Appeals that reviewers took on the latest day; one row.</summary>
    ReviewDay = 30,

    /// <summary>An act of an operator or reviewer, by its moment, and by its subject and number.</summary>
    TrailEntry = 31,

    /// <summary>What the watch has seen of a seller's orders, by the seller.</summary>
    Watch = 32,

    /// <summary>On which list an identity stands, by its hash; 0 is what was done to the lists.</summary>
    Identity = 33,

    /// <summary>Identities that were given with an account or device, by its hash.</summary>
    IdentityLink = 34,

    /// <summary>A listing whose screening is open, by the listing.</summary>
    Publication = 35,

    /// <summary>A brand of the platform's catalogue, by its number.</summary>
    Brand = 36,

    /// <summary>Listings that reviewers looked at on the latest day; one row.</summary>
    ListingReviewDay = 37,
}

/// <summary>Names a row: what it is about, whose it is, and which of the owner's.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Owner">The number of the grain that owns it.</param>
/// <param name="Item">Which of the owner's rows; 0 where there is one only.</param>
public readonly record struct RowKey(RowKind Kind, long Owner, long Item = 0)
{
    /// <summary>A key that comes before all keys of a kind.</summary>
    public static RowKey Before(RowKind kind) => new(kind, long.MinValue, long.MinValue);
}

/// <summary>A row as it is stored.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Version">How often it was written; at least 1.</param>
/// <param name="Body">What its owner wrote.</param>
public sealed record StoredRow(RowKey Key, long Version, ReadOnlyMemory<byte> Body);

/// <summary>A row to be written, or to be deleted.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Version">The version that is replaced; 0 if there must be no such row yet.</param>
/// <param name="Body">The contents; null deletes the row.</param>
/// <param name="DueMs">
/// When something has to be done about it though nobody calls, as Unix time in milliseconds; null if never.
/// </param>
public readonly record struct RowWrite(RowKey Key, long Version, byte[]? Body, long? DueMs = null);

/// <summary>A row has another version than its writer thought: the writer was replaced.</summary>
public sealed class RowConflictException(RowKey key)
    : Exception($"Row {key.Kind} {key.Owner}/{key.Item} was changed by somebody else.")
{
    /// <summary>The first such row.</summary>
    public RowKey Key { get; } = key;
}

/// <summary>
/// The store did not answer, or said that it could not: nothing is known about the request.
/// </summary>
public sealed class RowStoreException(string reason, Exception? cause = null) : Exception(reason, cause);
