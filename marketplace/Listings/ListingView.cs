namespace FlashSale.Marketplace;

/// <summary>A listing as a reader sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What buyers read.</param>
/// <param name="Listing">Its terms.</param>
/// <param name="PriceNow">What one unit costs at this moment.</param>
/// <param name="Stock">Its units.</param>
/// <param name="Attributes">What it is like.</param>
public sealed record ListingView(
    ListingId Id, string Title, Listing Listing, Money PriceNow, StockTotals Stock,
    ListingAttributes Attributes = default)
{
    /// <summary>What buyers read, as far as it is shown.</summary>
    public string Title { get; init; } = ShownText.Of(Title);
}
