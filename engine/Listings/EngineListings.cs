namespace FlashSale.Engine;

/// <summary>Puts listings on sale and changes them (rules LST-1, LST-3).</summary>
internal sealed class EngineListings(MarketState market, EnginePublications publications)
{
    public ListingResult Publish(ListingId id, ListingTerms terms)
    {
        ulong? known = market.Listings.Exists(id) ? market.Listings.History(id).Terms : null;
        var answer = ListingProcess.Answer(terms, known, market.Policy) ?? RefuseBanned(terms)
            ?? ListingProcess.Refuse(
                id, terms, market.Stores.CanSell(terms.Store), market.Size.ListingsMax);
        if (answer is null)
        {
            market.Listings.Add(id, terms, market.Now);
            market.Attributes.Note(id, terms.Attributes);
            publications.Begin(id);
        }

        return answer ?? ListingResult.Published;
    }

    public ListingResult Reprice(ListingId id, Money price)
    {
        if (!market.Listings.Exists(id))
        {
            return ListingResult.UnknownListing;
        }

        var before = market.Listings[id].Price;
        if (!market.Listings[id].Reprice(price))
        {
            return ListingResult.BadTerms;
        }

        if (price != before)
        {
            publications.Begin(id);
        }

        return ListingResult.Published;
    }

    public ListingResult Restock(ListingId id, int unitsInTotal)
    {
        if (!market.Listings.Exists(id))
        {
            return ListingResult.UnknownListing;
        }

        if (ListingProcess.Restock(unitsInTotal, market.Listings.History(id).PutIn) is not { } more)
        {
            return ListingResult.BadTerms;
        }

        market.Listings.Restock(id, more);
        return ListingResult.Published;
    }

    public ListingResult Withdraw(ListingId id)
    {
        if (!market.Listings.Exists(id))
        {
            return ListingResult.UnknownListing;
        }

        market.Listings[id].Withdraw();
        market.Screen(id, PublicationProcess.GiveUp(market.Listings[id].Publication));
        return ListingResult.Published;
    }

    public CartResult PutInCart(BuyerId buyer, in CartLine line)
    {
        var lines = market.Carts.Lines(buyer);
        if (CartProcess.Answer(lines, line) is { } known)
        {
            return known;
        }

        var isForSale = market.Listings.Exists(line.Listing) && !market.Listings[line.Listing].IsWithdrawn;
        var hasBuyer = market.Size.Has(buyer);
        if (CartProcess.Refuse(lines, line, isForSale, hasBuyer, market.Policy.Carts) is { } refusal)
        {
            return refusal;
        }

        market.Carts.Put(buyer, line);
        return CartResult.Changed;
    }

    public CartResult RemoveFromCart(BuyerId buyer, ListingId listing)
    {
        market.Carts.Remove(buyer, listing);
        return CartResult.Changed;
    }

    private ListingResult? RefuseBanned(ListingTerms terms) =>
        PromotionBan.Concerns(terms) && market.Stores.Exists(terms.Store)
            && market.Cases.IsBanned(terms.Store, market)
                ? ListingResult.Banned
                : null;
}
