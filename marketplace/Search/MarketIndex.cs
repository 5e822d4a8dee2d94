namespace FlashSale.Marketplace;

/// <summary>The indexes of a whole market: one for each category, and one over all (rule SRC-1).</summary>
public sealed class MarketIndex
{
    private readonly SearchIndex _whole;
    private readonly Dictionary<CategoryId, SearchIndex> _categories;
    private readonly SearchIndex _none;

    /// <summary>The indexes of these listings.</summary>
    /// <param name="listings">All that can be ordered.</param>
    /// <param name="policy">How they are ranked.</param>
    /// <param name="at">The moment at which they were so.</param>
    public MarketIndex(IReadOnlyCollection<SearchedListing> listings, SearchPolicy policy, DateTimeOffset at)
    {
        _whole = SearchIndex.Of(listings, policy, at);
        _categories = listings.GroupBy(listing => listing.Category)
            .ToDictionary(same => same.Key, same => SearchIndex.Of(same, policy, at));
        _none = SearchIndex.Of([], policy, at);
    }

    /// <inheritdoc cref="SearchIndex.HoldsAt"/>
    public bool HoldsAt(DateTimeOffset now, SearchPolicy policy) => _whole.HoldsAt(now, policy);

    /// <inheritdoc cref="SearchIndex.Find"/>
    public SearchPage Find(SearchQuery query, bool isSimplified)
    {
        ArgumentNullException.ThrowIfNull(query);
        var index = query.Category is not { } category ? _whole
            : _categories.GetValueOrDefault(category) ?? _none;
        return index.Find(query, isSimplified);
    }
}
