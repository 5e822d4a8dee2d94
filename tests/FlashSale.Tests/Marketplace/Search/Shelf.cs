namespace FlashSale.Tests.Search;

/// <summary>
/// Listings for searches, in which everything has a default, so that whatever a test sets matters.
/// </summary>
internal static class Shelf
{
    public static readonly DateTimeOffset Now = new(2010, 7, 8, 12, 0, 0, TimeSpan.Zero);

    public static readonly SearchPolicy Usual = new();

    public static readonly SearchPolicy BeforeJuly2010 = new() { Mode = SearchMode.Delisting };

    public static SearchedListing Listing(
        int id, string title = "A kettle", long yuan = 100, int sales = 0, int store = -1, int points = 0,
        RatingSums rating = default, int ageDays = 365, MarketKind market = MarketKind.Consumer,
        int category = 0, TasteVector? taste = null) => new()
        {
            Id = new ListingId(id),
            Title = title,
            Store = new StoreId(store < 0 ? id : store),
            StoreName = "A store",
            Market = market,
            Category = new CategoryId((byte)category),
            Price = Money.FromYuan(yuan),
            Sales = sales,
            CreditPoints = points,
            Level = CreditLevel.Of(points, new ReputationPolicy()),
            Rating = rating,
            PublishedAt = Now.AddDays(-ageDays),
            Taste = taste ?? TasteVector.Of(SearchWords.Of(title), 0),
        };

    /// <summary>Ten orders with the same points in all components.</summary>
    public static RatingSums Stars(int stars) =>
        RatingSums.Of(10, 10 * stars, 10 * stars, 10 * stars, 10 * stars);

    public static SearchIndex Index(params SearchedListing[] listings) => Index(Usual, listings);

    public static SearchIndex Index(SearchPolicy policy, params SearchedListing[] listings) =>
        SearchIndex.Of(listings, policy, Now);

    /// <summary>The ids that a search finds, in their order, page by page.</summary>
    public static List<int> Ids(
        this SearchIndex index, SearchQuery? query = null, bool isSimplified = false) =>
        [.. index.All(query ?? new SearchQuery(), isSimplified).Select(hit => hit.Listing.Id.Value)];

    /// <summary>All that a search finds, page by page.</summary>
    public static List<SearchHit> All(this SearchIndex index, SearchQuery query, bool isSimplified = false)
    {
        const int pagesMax = 10_000;
        var found = new List<SearchHit>();
        for (var pages = 0; ; pages++)
        {
            Assert.True(pages < pagesMax, "the pages do not end");
            var page = index.Find(query, isSimplified);
            Assert.Equal(SearchResult.Found, page.Result);
            Assert.InRange(page.Hits.Count, 0, query.ListingsMax);
            found.AddRange(page.Hits);
            if (page.Next is not { } next)
            {
                return found;
            }

            query = query with { From = next };
        }
    }
}
