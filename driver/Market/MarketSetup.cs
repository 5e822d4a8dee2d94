using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>
/// Makes a market ready for a load: takes the listings that are there, or opens a scenario's stores and
/// listings.
/// </summary>
/// <remarks>
/// Ordinary listings are stocked for the whole load; hot ones, of which a buyer may have only so many, keep
/// what they have and sell out. Presales are left alone.
/// </remarks>
public sealed class MarketSetup(ApiDesk desk, Scenario scenario)
{
    /// <summary>The market's listings and how much each is wanted.</summary>
    /// <param name="orders">Orders that are to come; 0 leaves the stock as it is.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="IOException">The market cannot be reached, or refuses to be filled.</exception>
    public async Task<IReadOnlyList<WantedListing>> Prepare(long orders, CancellationToken stop)
    {
        var opening = OpeningMarket.Of(scenario);
        var listings = await desk.Listings(stop);
        if (listings.Count == 0)
        {
            await Fill(opening, stop);
            listings = await desk.Listings(stop);
        }

        var wanted = Wanted(opening, listings);
        if (orders > 0)
        {
            await Stock(listings, wanted, orders, stop);
        }

        return wanted;
    }

    private WantedListing[] Wanted(OpeningMarket opening, IReadOnlyList<SeenListing> listings)
    {
        var isOfScenario = listings.Count == opening.ListingCount;
        var ranks = Zipf.Weights(listings.Count, scenario.Catalogue.ZipfExponent);
        return
        [
            .. listings.Select((listing, rank) => new WantedListing(
                listing.Listing, Money.FromFen(listing.PriceFen),
                !listing.IsOrdinary ? 0
                    : isOfScenario ? opening.UnitsWanted(listing.Listing)
                    : ranks[rank])),
        ];
    }

    private async Task Fill(OpeningMarket opening, CancellationToken stop)
    {
        await desk.SendAll(
            "open-store",
            opening.Stores().Select(store => ($"{store.Id}", StoreBody.Of(store))),
            ApiJson.Default.StoreBody, stop);
        await desk.SendAll(
            "set-coupon",
            opening.Coupons().Select(one =>
                ($"{one.Id}", new CouponBody(one.Coupon.Off, one.Coupon.From))),
            ApiJson.Default.CouponBody, stop);
        await desk.SendAll(
            "publish", opening.Listings().Select(one => ($"{one.Id}", BodyOf(one.Terms))),
            ApiJson.Default.ListingBody, stop);
    }

    private static ListingBody BodyOf(ListingTerms terms) => new(
        terms.Store, terms.Title, terms.Category.Value, terms.Price, terms.Stock, terms.Brand,
        terms.UnitsPerBuyer, terms.Hold, terms.Buckets,
        terms.Festival is { } festival
            ? new FestivalPriceBody(festival.Price, festival.From, festival.Until)
            : null,
        terms.Presale is { } presale
            ? new PresaleBody(presale.Deposit, presale.BalanceFrom, presale.BalanceUntil)
            : null,
        terms.Attributes.Document());

    private Task Stock(
        IReadOnlyList<SeenListing> listings, IReadOnlyList<WantedListing> wanted, long orders,
        CancellationToken stop)
    {
        var weights = wanted.Sum(one => one.Weight);
        var needed = from pair in listings.Zip(wanted)
                     let units = pair.Second.UnitsFor(orders, weights)
                     where pair.First.UnitsPerBuyer == 0 && pair.Second.Weight > 0
                         && pair.First.Stock.ForSale < units
                     let total = (int)Math.Min(Limits.StockMax, units + pair.First.Stock.PutIn)
                     select (pair.First.Id, new UnitsBody(total));
        return desk.SendAll("restock", needed, ApiJson.Default.UnitsBody, stop);
    }
}
