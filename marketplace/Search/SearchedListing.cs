namespace FlashSale.Marketplace;

/// <summary>
/// A listing as search sees it: what buyers may see too, and nothing else (rules SRC-1, REP-5).
/// </summary>
public sealed record SearchedListing
{
    /// <summary>Its id.</summary>
    public required ListingId Id { get; init; }

    /// <summary>What buyers read.</summary>
    public required string Title { get; init; }

    /// <summary>Its store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>The store's name.</summary>
    public required string StoreName { get; init; }

    /// <summary>The store's market.</summary>
    public required MarketKind Market { get; init; }

    /// <summary>The category of goods.</summary>
    public required CategoryId Category { get; init; }

    /// <summary>What it is like.</summary>
    public ListingAttributes Attributes { get; init; }

    /// <summary>What one unit costs.</summary>
    public required Money Price { get; init; }

    /// <summary>Paid orders that hold it, of the last <see cref="SearchPolicy.SalesDays"/>.</summary>
    public required int Sales { get; init; }

    /// <summary>The store's credit points; 0 in a market without verdicts (rule REP-2).</summary>
    public required int CreditPoints { get; init; }

    /// <summary>The store's level of credit; none in a market without verdicts.</summary>
    public required CreditLevel Level { get; init; }

    /// <summary>The store's ratings over six months.</summary>
    public required RatingSums Rating { get; init; }

    /// <summary>
    /// When it was published, in whole seconds; 1970 if a version of before did not note it.
    /// </summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>What it offers to a buyer's taste.</summary>
    public required TasteVector Taste { get; init; }

    /// <summary>
    /// How it is treated after a fraud; what is not usual counts under <see cref="SearchMode.Composite"/>.
    /// </summary>
    public SearchStanding Standing { get; init; } = SearchStanding.Usual;

    /// <summary>What search sees of a listing; null if no buyer could order it.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="store">Its store.</param>
    /// <param name="sales">Its sales of the last days.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="policy">The numbers of levels.</param>
    /// <param name="before">
    /// The same listing in an index of before, if it is known: its title and brand never change.
    /// </param>
    public static SearchedListing? Of(
        ListingView listing, StoreView? store, int sales, DateTimeOffset publishedAt, ReputationPolicy policy,
        SearchedListing? before = null)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var credit = store?.CreditIn(policy) ?? default;
        return store is null || !store.Store.CanSell || listing.Listing.IsWithdrawn
            || listing.Stock.ForSale <= 0
            ? null
            : new SearchedListing
            {
                Id = listing.Id,
                Title = listing.Title,
                Store = store.Id,
                StoreName = store.Name,
                Market = store.Store.Market,
                Category = listing.Listing.Category,
                Attributes = listing.Attributes,
                Price = listing.PriceNow,
                Sales = sales,
                CreditPoints = credit.Points,
                Level = CreditLevel.Of(credit.Points, policy),
                Rating = store.Rating,
                PublishedAt = DateTimeOffset.FromUnixTimeSeconds(publishedAt.ToUnixTimeSeconds()),
                Taste = before?.Taste ?? TasteVector.Of(SearchWords.Of(listing.Title), listing.Listing.Brand),
            };
    }
}
