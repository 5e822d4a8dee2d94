namespace FlashSale.Marketplace;

/// <summary>A listing whose screening is open, as a reader sees it.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Publication">What is known of its publication.</param>
public sealed record WaitingListing(ListingView Listing, Publication Publication)
{
    /// <summary>Whether a reviewer may take it: its seller is not asked first.</summary>
    public bool IsForReviewers =>
        PublicationLifecycle.IsForReviewers(Listing.Listing.Publication);

    /// <summary>How much is at stake: the score, if it is above 0, times the price.</summary>
    public long Risk => Math.Max(0, Publication.ScoreMilli) * Listing.Listing.Price.Fen;
}

/// <summary>The reviewers of listings and their day (rule LST-2).</summary>
/// <param name="TakenToday">Listings that they looked at today.</param>
/// <param name="PerDay">How many they can look at.</param>
/// <param name="IsByRisk">Whether they begin with score × price instead of who came first.</param>
public readonly record struct ReviewPool(int TakenToday, int PerDay, bool IsByRisk)
{
    /// <summary>Whether they have time for one more today.</summary>
    public bool HasTime => TakenToday < PerDay;

    /// <summary>The pool of a policy that has looked at so many today.</summary>
    public static ReviewPool Of(int takenToday, ScreeningPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(takenToday, policy.ReviewsPerDay, policy.ReviewsByRisk);
    }
}

/// <summary>The listings whose screening is open, and their reviewers (rule LST-2).</summary>
/// <param name="First">Those that come first, in the order in which reviewers take them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Pool">The reviewers.</param>
public sealed record WaitingListings(IReadOnlyList<WaitingListing> First, int Count, ReviewPool Pool)
{
    /// <summary>Listings that are put in order at most, by their ids (assumed).</summary>
    public const int ListingsMax = 2_000;

    /// <summary>
    /// The queue of these listings; those whose sellers are warned come last, for nobody can take them yet.
    /// </summary>
    /// <param name="waiting">The first <see cref="ListingsMax"/> of them by their ids.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="listingsMax">How many to give at most.</param>
    /// <param name="pool">The reviewers.</param>
    public static WaitingListings Of(
        IEnumerable<WaitingListing> waiting, int count, int listingsMax, ReviewPool pool)
    {
        ListingQuery.CheckPage(listingsMax);
        var (ready, warned) = (
            waiting.Where(one => one.IsForReviewers).ToList(), waiting.Where(one => !one.IsForReviewers));
        return new([.. InOrder(ready).Concat(InOrder(warned)).Take(listingsMax)], count, pool);

        IEnumerable<WaitingListing> InOrder(IEnumerable<WaitingListing> some) => pool.IsByRisk
            ? some.OrderByDescending(one => one.Risk).ThenBy(one => one.Listing.Id.Value)
            : some.OrderBy(one => one.Publication.Since).ThenBy(one => one.Listing.Id.Value);
    }
}
