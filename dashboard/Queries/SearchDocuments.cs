namespace FlashSale.Dashboard;

/// <summary>A page of what a search has found; without «next» it is the last one (rule SRC-1).</summary>
internal sealed record SearchPageDocument(
    IReadOnlyList<SearchHitDocument> Listings,
    string? Next,
    DateTimeOffset IndexedAt,
    SearchMode Mode,
    bool Simplified)
{
    public static SearchPageDocument Of(SearchPage page) => new(
        [.. page.Hits.Select(SearchHitDocument.Of)], page.Next?.ToString(), page.IndexedAt, page.Mode,
        page.IsSimplified);
}

/// <summary>A listing that was found, and why it stands where it does (rules SRC-1, REP-5).</summary>
internal sealed record SearchHitDocument(
    int Position,
    ListingId Id,
    string Title,
    StoreId Store,
    string StoreName,
    MarketKind Market,
    byte Category,
    Money PriceFen,
    int Sales,
    int CreditPoints,
    CreditSign? Sign,
    int Signs,
    RatingDocument? Rating,
    DateTimeOffset PublishedAt,
    string Taste,
    ScoreDocument? Score,
    DateTimeOffset? EndsAt,
    IReadOnlyDictionary<string, string>? Attributes)
{
    public static SearchHitDocument Of(SearchHit hit)
    {
        var listing = hit.Listing;
        return new SearchHitDocument(
            hit.Position, listing.Id, listing.Title, listing.Store, listing.StoreName, listing.Market,
            listing.Category.Value, listing.Price, listing.Sales, listing.CreditPoints, listing.Level.Sign,
            listing.Level.Signs, RatingDocument.Of(listing.Rating), listing.PublishedAt,
            listing.Taste.ToString(), hit.Score is { } score ? ScoreDocument.Of(score) : null, hit.EndsAt,
            listing.Attributes.Document());
    }
}

/// <summary>A score and its parts, in points.</summary>
internal sealed record ScoreDocument(
    double Total,
    double Relevance,
    double Taste,
    double Sales,
    double Rating,
    double Level,
    double Newness,
    double Price)
{
    private const int Digits = 6;

    public static ScoreDocument Of(in ListingScore score) => new(
        Shown(score.Total), Shown(score.Relevance), Shown(score.Taste), Shown(score.Sales),
        Shown(score.Rating), Shown(score.Level), Shown(score.Newness), Shown(score.Price));

    private static double Shown(double points) => Math.Round(points, Digits) + 0.0; // no −0
}
