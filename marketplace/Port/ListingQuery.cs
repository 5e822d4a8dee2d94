namespace FlashSale.Marketplace;

/// <summary>Which listings a reader looks for; what is null does not matter.</summary>
public sealed record ListingQuery
{
    /// <summary>The most listings or stores of a page.</summary>
    public const int PageMax = 100;

    /// <summary>The first listing to look at: 0, or where the page before ended.</summary>
    public ListingId From { get; init; }

    /// <summary>The most listings to give, 1 to <see cref="PageMax"/>.</summary>
    public int ListingsMax { get; init; } = 20;

    /// <summary>Only this store's.</summary>
    public StoreId? Store { get; init; }

    /// <summary>Only of this category.</summary>
    public CategoryId? Category { get; init; }

    /// <summary>Only at this price now, or above.</summary>
    public Money? PriceFrom { get; init; }

    /// <summary>Only at this price now, or below.</summary>
    public Money? PriceTo { get; init; }

    /// <summary>Whether to leave out what is sold out or withdrawn.</summary>
    public bool OnlyForSale { get; init; }

    /// <summary>Checks how many are asked for at a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None, or too many.</exception>
    public static void CheckPage(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, PageMax);
    }

    /// <summary>Whether a listing is one of those looked for.</summary>
    public bool Matches(ListingView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return (Store is not { } store || view.Listing.Store == store)
            && (Category is not { } category || view.Listing.Category == category)
            && (PriceFrom is not { } from || view.PriceNow >= from)
            && (PriceTo is not { } to || view.PriceNow <= to)
            && (!OnlyForSale || (view.Stock.ForSale > 0 && !view.Listing.IsWithdrawn));
    }
}

/// <summary>Some of the listings that were looked for.</summary>
/// <param name="Listings">They, by their ids; there may be fewer than asked for, or none.</param>
/// <param name="Next">Where to go on; null if all were seen.</param>
public sealed record ListingPage(IReadOnlyList<ListingView> Listings, ListingId? Next);

/// <summary>Some of the stores.</summary>
/// <param name="Stores">They, by their ids.</param>
/// <param name="Next">Where to go on; null if all were seen.</param>
public sealed record StorePage(IReadOnlyList<StoreView> Stores, StoreId? Next);
