namespace FlashSale.Marketplace;

/// <summary>What the caps of rule REP-2 must remember about millions of pairs of buyers and stores.</summary>
/// <remarks>
/// Only verdicts that moved points are remembered, and only while they can hold another one back: a month for
/// a pair, 14 days for a listing; to the second. Moments do not go back. About 44 bytes for a pair with one
/// listing.
/// </remarks>
public sealed class CreditLedger
{
    private const int PartitionBitsMax = 16;

    private readonly CreditTable<PairCredit> _pairs;
    private readonly CreditTable<ListingCredit> _listings;

    /// <summary>
    /// An empty ledger of 2^<paramref name="partitionBits"/> partitions: 0 suits one store, 10 millions of
    /// pairs.
    /// </summary>
    public CreditLedger(int partitionBits = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partitionBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partitionBits, PartitionBitsMax);
        Partitions = 1 << partitionBits;
        _pairs = new CreditTable<PairCredit>(partitionBits);
        _listings = new CreditTable<ListingCredit>(partitionBits);
    }

    /// <summary>How many partitions there are; each grows and is cleaned by itself.</summary>
    public int Partitions { get; }

    /// <summary>Rows held, with those that are over but not yet dropped.</summary>
    public long Count => _pairs.Count + _listings.Count;

    /// <summary>Bytes held.</summary>
    public long Bytes => _pairs.Bytes + _listings.Bytes;

    /// <summary>Decides whether a verdict counts and remembers it if it does.</summary>
    /// <param name="side">Who is rated.</param>
    /// <param name="verdict">The verdict; 0 in a market without verdicts.</param>
    /// <param name="buyer">The buyer.</param>
    /// <param name="store">The store.</param>
    /// <param name="listing">What was sold.</param>
    /// <param name="paid">What was paid for the order.</param>
    /// <param name="now">The moment of the verdict.</param>
    /// <param name="policy">The numbers.</param>
    public CreditDecision Record(
        RatedSide side,
        CreditRating verdict,
        BuyerId buyer,
        StoreId store,
        ListingId listing,
        Money paid,
        DateTimeOffset now,
        ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var moment = CreditMoment.Of(now, policy);
        var pair = _pairs.Find(PairCredit.KeyOf(buyer, store));
        var sold = _listings.Find(ListingCredit.KeyOf(buyer, listing));
        var decision = CreditCaps.Decide(
            verdict,
            paid,
            pair.CountIn(moment.Month, side),
            sold.LastCountedAt(side),
            CreditMoment.ToMoment(moment.Second)!.Value,
            policy);
        if (decision == CreditDecision.Counts)
        {
            _pairs.Put(pair.With(buyer, store, moment.Month, side), moment);
            _listings.Put(sold.With(buyer, listing, moment.Second, side), moment);
        }

        return decision;
    }

    /// <summary>
    /// Tells the ledger that a verdict between these comes soon: it fetches their rows. Changes nothing.
    /// </summary>
    /// <returns>Nothing of meaning: it only keeps the loads from being left out.</returns>
    public ulong Touch(BuyerId buyer, StoreId store, ListingId listing) =>
        _pairs.Touch(PairCredit.KeyOf(buyer, store)) ^ _listings.Touch(ListingCredit.KeyOf(buyer, listing));

    /// <summary>
    /// Drops what can hold nothing back any more from one partition and gives its room back.
    /// </summary>
    /// <remarks>
    /// A host that cleans one partition now and then keeps the ledger as small as a month needs it.
    /// </remarks>
    public void DropExpired(int partition, DateTimeOffset now, ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var moment = CreditMoment.Of(now, policy);
        _pairs.DropOver(partition, moment);
        _listings.DropOver(partition, moment);
    }

    /// <summary>
    /// The pairs of one partition that can still hold a verdict back, in the order of their ids.
    /// </summary>
    public PairCredit[] PairsOf(int partition, DateTimeOffset now, ReputationPolicy policy) =>
        _pairs.RowsOf(partition, CreditMoment.Of(now, policy));

    /// <summary>
    /// The listings of one partition that can still hold a verdict back, in the order of their ids.
    /// </summary>
    public ListingCredit[] ListingsOf(int partition, DateTimeOffset now, ReputationPolicy policy) =>
        LiveListings(partition, CreditMoment.Of(now, policy));

    /// <summary>
    /// Puts rows back that <see cref="PairsOf"/> and <see cref="ListingsOf"/> gave, at the moment they gave
    /// them.
    /// </summary>
    public void Restore(
        ReadOnlySpan<PairCredit> pairs,
        ReadOnlySpan<ListingCredit> listings,
        DateTimeOffset now,
        ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var moment = CreditMoment.Of(now, policy);
        foreach (ref readonly var pair in pairs)
        {
            _pairs.Put(pair, moment);
        }

        foreach (ref readonly var listing in listings)
        {
            _listings.Put(listing, moment);
        }
    }

    // A side that is over is left out too: how long it stays depends on when its partition was cleaned.
    private ListingCredit[] LiveListings(int partition, CreditMoment now) =>
        Array.ConvertAll(_listings.RowsOf(partition, now), listing => listing.At(now));
}
