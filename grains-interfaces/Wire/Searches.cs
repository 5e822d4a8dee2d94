using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

/// <summary>What a buyer looks for.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.search-query")]
internal record struct SearchQuerySurrogate(
    [property: Id(0)] CategoryId? Category,
    [property: Id(1)] string Words,
    [property: Id(2)] ulong? Taste,
    [property: Id(3)] byte Sort,
    [property: Id(4)] Money? PriceFrom,
    [property: Id(5)] Money? PriceTo,
    [property: Id(6)] byte LevelFrom,
    [property: Id(7)] byte Market,
    [property: Id(8)] SearchPlace? From,
    [property: Id(9)] int ListingsMax,
    [property: Id(10)] string? Attributes);

/// <summary>Where a page of a search ended.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.search-place")]
internal record struct SearchPlaceSurrogate(
    [property: Id(0)] int Given, [property: Id(1)] long Key, [property: Id(2)] int Listing);

/// <summary>A listing as search sees it; the moment is Unix time in seconds.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.searched-listing")]
internal record struct SearchedListingSurrogate(
    [property: Id(0)] int Listing,
    [property: Id(1)] string Title,
    [property: Id(2)] int Store,
    [property: Id(3)] string StoreName,
    [property: Id(4)] byte Market,
    [property: Id(5)] byte Category,
    [property: Id(6)] long PriceFen,
    [property: Id(7)] int Sales,
    [property: Id(8)] int CreditPoints,
    [property: Id(9)] byte Level,
    [property: Id(10)] RatingSums Rating,
    [property: Id(11)] long PublishedAtS,
    [property: Id(12)] ulong Taste,
    [property: Id(13)] string? Attributes);

/// <summary>A listing that a search has found; the parts of its score in their order, or none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.search-hit")]
internal record struct SearchHitSurrogate(
    [property: Id(0)] int Position,
    [property: Id(1)] SearchedListing Listing,
    [property: Id(2)] double[]? Score,
    [property: Id(3)] long? EndsAtTicks);

/// <summary>A page of what a search has found; the moment is ticks of UTC.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.search-page")]
internal record struct SearchPageSurrogate(
    [property: Id(0)] byte Result,
    [property: Id(1)] SearchHit[] Hits,
    [property: Id(2)] SearchPlace? Next,
    [property: Id(3)] long IndexedAtTicks,
    [property: Id(4)] byte Mode,
    [property: Id(5)] bool IsSimplified);

[RegisterConverter]
internal sealed class SearchQueryConverter : IConverter<SearchQuery, SearchQuerySurrogate>
{
    public SearchQuerySurrogate ConvertToSurrogate(in SearchQuery value) => new(
        value.Category, value.Words, value.Taste?.Packed, (byte)value.Sort, value.PriceFrom, value.PriceTo,
        value.LevelFrom.Rank, (byte)(value.Market ?? default), value.From, value.ListingsMax,
        value.Attributes.Stored);

    public SearchQuery ConvertFromSurrogate(in SearchQuerySurrogate surrogate) => new()
    {
        Category = surrogate.Category,
        Words = surrogate.Words ?? "",
        Taste = surrogate.Taste is { } packed ? new TasteVector(packed) : null,
        Sort = (SearchSort)surrogate.Sort,
        PriceFrom = surrogate.PriceFrom,
        PriceTo = surrogate.PriceTo,
        LevelFrom = new CreditLevel(surrogate.LevelFrom),
        Market = surrogate.Market == 0 ? null : (MarketKind)surrogate.Market,
        From = surrogate.From,
        ListingsMax = surrogate.ListingsMax,
        Attributes = ListingAttributes.OfStored(surrogate.Attributes, "A search"),
    };
}

[RegisterConverter]
internal sealed class SearchPlaceConverter : IConverter<SearchPlace, SearchPlaceSurrogate>
{
    public SearchPlaceSurrogate ConvertToSurrogate(in SearchPlace value) =>
        new(value.Given, value.Key, value.Listing.Value);

    public SearchPlace ConvertFromSurrogate(in SearchPlaceSurrogate surrogate) =>
        new(surrogate.Given, surrogate.Key, new ListingId(surrogate.Listing));
}

[RegisterConverter]
internal sealed class SearchedListingConverter : IConverter<SearchedListing, SearchedListingSurrogate>
{
    public SearchedListingSurrogate ConvertToSurrogate(in SearchedListing value) => new(
        value.Id.Value, value.Title, value.Store.Value, value.StoreName, (byte)value.Market,
        value.Category.Value, value.Price.Fen, value.Sales, value.CreditPoints, value.Level.Rank,
        value.Rating, value.PublishedAt.ToUnixTimeSeconds(), value.Taste.Packed,
        value.Attributes.Stored);

    public SearchedListing ConvertFromSurrogate(in SearchedListingSurrogate surrogate) => new()
    {
        Id = new ListingId(surrogate.Listing),
        Title = surrogate.Title,
        Store = new StoreId(surrogate.Store),
        StoreName = surrogate.StoreName,
        Market = (MarketKind)surrogate.Market,
        Category = new CategoryId(surrogate.Category),
        Price = Money.FromFen(surrogate.PriceFen),
        Sales = surrogate.Sales,
        CreditPoints = surrogate.CreditPoints,
        Level = new CreditLevel(surrogate.Level),
        Rating = surrogate.Rating,
        PublishedAt = DateTimeOffset.FromUnixTimeSeconds(surrogate.PublishedAtS),
        Taste = new TasteVector(surrogate.Taste),
        Attributes = ListingAttributes.OfStored(
            surrogate.Attributes, $"Listing {surrogate.Listing} of a search"),
    };
}

[RegisterConverter]
internal sealed class SearchHitConverter : IConverter<SearchHit, SearchHitSurrogate>
{
    public SearchHitSurrogate ConvertToSurrogate(in SearchHit value) => new(
        value.Position, value.Listing, value.Score is { } score ? PartsOf(score) : null,
        value.EndsAt?.UtcTicks);

    public SearchHit ConvertFromSurrogate(in SearchHitSurrogate surrogate) => new(
        surrogate.Position, surrogate.Listing,
        surrogate.Score is { } parts
            ? new ListingScore(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6])
            : null,
        Moments.FromTicks(surrogate.EndsAtTicks));

    private static double[] PartsOf(in ListingScore score) =>
    [
        score.Relevance, score.Taste, score.Sales, score.Rating, score.Level, score.Newness, score.Price,
    ];
}

[RegisterConverter]
internal sealed class SearchPageConverter : IConverter<SearchPage, SearchPageSurrogate>
{
    public SearchPageSurrogate ConvertToSurrogate(in SearchPage value) => new(
        (byte)value.Result, [.. value.Hits], value.Next, value.IndexedAt.UtcTicks, (byte)value.Mode,
        value.IsSimplified);

    public SearchPage ConvertFromSurrogate(in SearchPageSurrogate surrogate) => new(
        (SearchResult)surrogate.Result, surrogate.Hits, surrogate.Next,
        Moments.FromTicks(surrogate.IndexedAtTicks), (SearchMode)surrogate.Mode, surrogate.IsSimplified);
}

// Neither ever changes, so a call within a silo hands over the same object.
[RegisterCopier]
internal sealed class SearchQueryCopier : ShallowCopier<SearchQuery>;

[RegisterCopier]
internal sealed class SearchPageCopier : ShallowCopier<SearchPage>;
