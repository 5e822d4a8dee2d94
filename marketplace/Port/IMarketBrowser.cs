namespace FlashSale.Marketplace;

/// <summary>What readers ask of the market as a whole, beside the single things of the port.</summary>
/// <remarks>
/// Every answer is bounded: a page says where the next one begins. An answer is about durable state only.
/// <see cref="MarketBusyException"/> and <see cref="MarketHaltedException"/> say that there is none.
/// </remarks>
public interface IMarketBrowser
{
    /// <summary>Listings that match, in the order of their ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<ListingPage> FindListings(ListingQuery query);

    /// <summary>Listings that a buyer looks for, ranked (rule SRC-1).</summary>
    /// <remarks>
    /// From an index that is made anew every <see cref="SearchPolicy.RebuildEvery"/>: unlike
    /// <see cref="FindListings"/>, which tells every listing as it is now, by its id.
    /// </remarks>
    ValueTask<SearchPage> Search(SearchQuery query);

    /// <summary>Stores in the order of their ids, from one on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<StorePage> FindStores(StoreId from, int storesMax);

    /// <summary>Stores whose application for a certificate is open, by their ids (rule IDN-1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<StorePage> FindApplications(StoreId from, int storesMax);

    /// <summary>Listings whose screening is open, in the order of the reviewers (rule LST-2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<WaitingListings> FindPublications(int listingsMax);

    /// <summary>Sellers in the order of their ids, from one on (rule IDN-4).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<SellerPage> FindSellers(SellerId from, int sellersMax);

    /// <summary>Files on sellers by the sellers' ids, from one on (rules TRU-5 to TRU-8).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<CaseFilePage> FindCaseFiles(SellerId from, int filesMax);

    /// <summary>The flips of the degradation switches, the oldest first (rules CAP-2, IDN-5).</summary>
    ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips();

    /// <summary>The policy in force and those that are planned (rule GOV-1).</summary>
    ValueTask<PolicyTimeline> FindPolicies();

    /// <summary>What operators and reviewers did, the latest first (rule IDN-5).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is empty or too large.</exception>
    ValueTask<TrailPage> FindTrail(TrailQuery query);

    /// <summary>
    /// Orders, accounts and movements of the whole market, added up; null if this host keeps no such sums.
    /// </summary>
    ValueTask<MarketStatistics?> FindStatistics();
}
