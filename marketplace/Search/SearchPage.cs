namespace FlashSale.Marketplace;

/// <summary>What became of a search.</summary>
public enum SearchResult : byte
{
    /// <summary>It was made; it may have found nothing.</summary>
    Found = 1,

    /// <summary>The query is not allowed; <see cref="SearchQuery.Problem"/> says why.</summary>
    BadQuery,
}

/// <summary>A listing that a search has found.</summary>
/// <param name="Position">Its position in the whole order, from 1.</param>
/// <param name="Listing">What the search has seen of it.</param>
/// <param name="Score">
/// Why it stands there, where scores decide: in the default order of <see cref="SearchMode.Composite"/>, as
/// long as search is not simplified.
/// </param>
/// <param name="EndsAt">When it ends, where that decides: in <see cref="SearchMode.Delisting"/>.</param>
public sealed record SearchHit(
    int Position, SearchedListing Listing, ListingScore? Score, DateTimeOffset? EndsAt);

/// <summary>A page of what a search has found (rule SRC-1).</summary>
/// <param name="Result">Whether it was made.</param>
/// <param name="Hits">The listings in their order; there may be fewer than asked for, or none.</param>
/// <param name="Next">Where the next page begins; null if there is none.</param>
/// <param name="IndexedAt">When the market was as the page shows it.</param>
/// <param name="Mode">By what the default order goes.</param>
/// <param name="IsSimplified">
/// Whether the switch <see cref="Switch.SearchSimplified"/> was on: the default order is that of sales, and
/// taste counts nothing (rule CAP-2).
/// </param>
public sealed record SearchPage(
    SearchResult Result,
    IReadOnlyList<SearchHit> Hits,
    SearchPlace? Next,
    DateTimeOffset IndexedAt,
    SearchMode Mode,
    bool IsSimplified)
{
    /// <summary>The answer to a query that is not allowed.</summary>
    internal static SearchPage Refused(DateTimeOffset indexedAt, SearchMode mode, bool isSimplified) =>
        new(SearchResult.BadQuery, [], null, indexedAt, mode, isSimplified);
}
