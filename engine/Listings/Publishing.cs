namespace FlashSale.Engine;

/// <summary>Putting listings on sale and changing them (rules LST-1, LST-3).</summary>
internal sealed class Publishing(MarketState market)
{
    public ListingResult Publish(ListingId id, ListingTerms terms) =>
        terms.Category.Value >= market.Policy.Categories.Count ? ListingResult.BadTerms
        : market.Listings.Exists(id) || market.Stores.CanSell(terms.Store) ? market.Listings.Add(id, terms)
        : ListingResult.StoreNotOpen; // a repeat is answered as the first, whatever the store does now

    public ListingResult Reprice(ListingId id, Money price) =>
        !market.Listings.Exists(id) ? ListingResult.UnknownListing
        : market.Listings[id].Reprice(price) ? ListingResult.Published
        : ListingResult.BadTerms;

    public ListingResult Restock(ListingId id, int unitsInTotal)
    {
        if (!market.Listings.Exists(id))
        {
            return ListingResult.UnknownListing;
        }

        if (unitsInTotal is < 0 or > Limits.StockMax)
        {
            return ListingResult.BadTerms;
        }

        market.Listings.Restock(id, Math.Max(0, unitsInTotal - market.Listings.History(id).PutIn));
        return ListingResult.Published;
    }

    public ListingResult Withdraw(ListingId id)
    {
        if (!market.Listings.Exists(id))
        {
            return ListingResult.UnknownListing;
        }

        market.Listings[id].Withdraw();
        return ListingResult.Published;
    }

    public CartResult PutInCart(BuyerId buyer, in CartLine line) =>
        !line.IsSound ? CartResult.BadLine
        : Repeats.IsInCart(market.Carts.Lines(buyer), line) ? CartResult.Changed
        : !market.Listings.Exists(line.Listing) || market.Listings[line.Listing].IsWithdrawn
            ? CartResult.NotForSale
        : market.Carts.Put(buyer, line, market.Policy.Carts.LinesMax);

    public CartResult RemoveFromCart(BuyerId buyer, ListingId listing)
    {
        market.Carts.Remove(buyer, listing);
        return CartResult.Changed;
    }
}
