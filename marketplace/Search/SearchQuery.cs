namespace FlashSale.Marketplace;

/// <summary>The orders in which a buyer can have what a search has found (rule SRC-1).</summary>
public enum SearchSort : byte
{
    /// <summary>As the policy ranks (<see cref="SearchMode"/>).</summary>
    Default = 1,

    /// <summary>What sold most in the last days first.</summary>
    Sales,

    /// <summary>The cheapest first.</summary>
    Price,

    /// <summary>The store with the highest credit level first, then the best rated.</summary>
    Reliability,

    /// <summary>What was published last first.</summary>
    New,
}

/// <summary>What a buyer looks for (rule SRC-1); what is null or empty does not matter.</summary>
public sealed record SearchQuery
{
    /// <summary>The most listings of a page.</summary>
    public const int PageMax = ListingQuery.PageMax;

    /// <summary>The most words.</summary>
    public const int WordsMax = 8;

    /// <summary>Only of this category; null for the whole market.</summary>
    public CategoryId? Category { get; init; }

    /// <summary>Words that all have to be in the title.</summary>
    public string Words { get; init; } = "";

    /// <summary>The buyer's taste.</summary>
    public TasteVector? Taste { get; init; }

    /// <summary>The order.</summary>
    public SearchSort Sort { get; init; } = SearchSort.Default;

    /// <summary>Only at this price, or above.</summary>
    public Money? PriceFrom { get; init; }

    /// <summary>Only at this price, or below.</summary>
    public Money? PriceTo { get; init; }

    /// <summary>Only of stores with this level of credit, or a higher one.</summary>
    public CreditLevel LevelFrom { get; init; }

    /// <summary>Only with all of these attributes (rule LST-1).</summary>
    public ListingAttributes Attributes { get; init; }

    /// <summary>Only of stores of this market.</summary>
    public MarketKind? Market { get; init; }

    /// <summary>Where the page before ended; null for the first one.</summary>
    public SearchPlace? From { get; init; }

    /// <summary>The most listings to give, 1 to <see cref="PageMax"/>.</summary>
    public int ListingsMax { get; init; } = 20;

    /// <summary>The first thing wrong with the query, in words, or null.</summary>
    public string? Problem() => this switch
    {
        { Category.Value: >= Limits.CategoriesMax } => $"category: 0 to {Limits.CategoriesMax - 1}",
        { Words: null } => "words: a text",
        { Words.Length: > Limits.NameLengthMax } => $"words: at most {Limits.NameLengthMax} characters",
        _ when SearchWords.Of(Words).Count > WordsMax => $"words: at most {WordsMax}",
        _ when !Enum.IsDefined(Sort) => "sort: default, sales, price, reliability or new",
        { Taste: not null, Sort: not SearchSort.Default } => "taste: only in the default order",
        { PriceFrom: { } from, PriceTo: { } to } when from > to => "priceFrom: at most priceTo",
        { LevelFrom.Rank: > CreditLevel.RankMax } => $"levelFrom: 0 to {CreditLevel.RankMax}",
        { Market: not (null or MarketKind.Consumer or MarketKind.Brand) } => "market: consumer or brand",
        { From.Given: < 0 or > SearchPlace.GivenMax } => "from: the «next» of a page",
        { ListingsMax: < 1 or > PageMax } => $"max: 1 to {PageMax}",
        _ => null,
    };

    /// <summary>Whether a listing passes the filters; category and words are the index's.</summary>
    internal bool Admits(SearchedListing listing) =>
        (PriceFrom is not { } from || listing.Price >= from)
        && (PriceTo is not { } to || listing.Price <= to)
        && listing.Level.Rank >= LevelFrom.Rank
        && (Market is not { } market || listing.Market == market)
        && listing.Attributes.HasAll(Attributes);
}
