using Orleans.Serialization;

namespace FlashSale.Grains;

/// <summary>
/// Questions about the whole market of a cluster: the rows say what there is, the grains how it is.
/// </summary>
/// <param name="store">The rows.</param>
/// <param name="serializer">How they are written.</param>
/// <param name="market">The market, for listings and stores as they are now.</param>
/// <param name="grains">The cluster.</param>
public sealed class ClusterBrowser(
    IRowStore store, Serializer serializer, ClusterMarketplace market, IGrainFactory grains) : IMarketBrowser
{
    // A question that matches nothing wakes many grains: a page ends after so many.
    private const int AskedMax = 1_000;
    private const int CallsAtOnce = 32;

    /// <inheritdoc/>
    public async ValueTask<ListingPage> FindListings(ListingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ListingQuery.CheckPage(query.ListingsMax);
        var (found, next) = await Find(
            RowKind.Listing, query.From.Value, query.ListingsMax, row => MayMatch(row, query),
            id => market.FindListing(new ListingId(id)), query.Matches);
        return new ListingPage(found, next is { } id ? new ListingId(id) : null);
    }

    /// <inheritdoc/>
    public ValueTask<SearchPage> Search(SearchQuery query) => market.Search(query);

    /// <inheritdoc/>
    public async ValueTask<StorePage> FindStores(StoreId from, int storesMax)
    {
        ListingQuery.CheckPage(storesMax);
        var (found, next) = await Find(
            RowKind.Store, from.Value, storesMax, _ => true, id => market.FindStore(new StoreId(id)),
            _ => true);
        return new StorePage(found, next is { } id ? new StoreId(id) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<StorePage> FindApplications(StoreId from, int storesMax)
    {
        ListingQuery.CheckPage(storesMax);
        var (found, next) = await Find(
            RowKind.Store, from.Value, storesMax,
            row => IsOpen(serializer.Deserialize<StoreState>(row.Body)!.Certification),
            id => market.FindStore(new StoreId(id)), store => IsOpen(store.Certification));
        return new StorePage(found, next is { } id ? new StoreId(id) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<WaitingListings> FindPublications(int listingsMax)
    {
        const int pageRows = 1_000;
        var (waiting, count) = (new List<WaitingListing>(), 0);
        await foreach (var heads in RowPages.Heads(store, RowKind.Publication, 0, pageRows))
        {
            count += heads.Count;
            foreach (var some in heads.Take(WaitingListings.ListingsMax - waiting.Count).Chunk(CallsAtOnce))
            {
                var views = await Task.WhenAll(some.Select(
                    row => market.FindListing(new ListingId((int)row.Key.Owner)).AsTask()));
                waiting.AddRange(views.Zip(some)
                    .Where(one => one.First is not null)
                    .Select(one => new WaitingListing(
                        one.First!, serializer.Deserialize<Publication>(one.Second.Body))));
            }
        }

        return WaitingListings.Of(
            waiting.Where(one => PublicationLifecycle.IsOpen(one.Listing.Listing.Publication)), count,
            listingsMax, await grains.GetGrain<IListingReviewGrain>(0).Pool());
    }

    /// <inheritdoc/>
    public async ValueTask<SellerPage> FindSellers(SellerId from, int sellersMax)
    {
        ListingQuery.CheckPage(sellersMax);
        var (found, next) = await Find(
            RowKind.SellerStore, from.Value, sellersMax, _ => true,
            id => market.FindSeller(new SellerId(id)), _ => true);
        return new SellerPage(found, next is { } id ? new SellerId(id) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<CaseFilePage> FindCaseFiles(SellerId from, int filesMax)
    {
        ListingQuery.CheckPage(filesMax);
        var (found, next) = await Find(
            RowKind.CaseFile, from.Value, filesMax, _ => true, id => market.FindCases(new SellerId(id)),
            _ => true);
        return new CaseFilePage(found, next is { } id ? new SellerId(id) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips() =>
        (await grains.GetGrain<IFestivalGrain>(0).State()).Flips;

    /// <inheritdoc/>
    public async ValueTask<PolicyTimeline> FindPolicies() =>
        (await grains.GetGrain<IFestivalGrain>(0).State()).Policies!;

    /// <inheritdoc/>
    public async ValueTask<TrailPage> FindTrail(TrailQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ListingQuery.CheckPage(query.EntriesMax);
        var rows = await store.Page(TrailRows.KeyOf(query.Before), AskedMax + 1);
        return TrailPage.Of(
            query, rows.Select(row => serializer.Deserialize<TrailEntry>(row.Body)!), AskedMax);
    }

    /// <inheritdoc/>
    /// <remarks>A cluster keeps no sums of its accounts; its audit counts them.</remarks>
    public ValueTask<MarketStatistics?> FindStatistics() => ValueTask.FromResult<MarketStatistics?>(null);

    private static bool IsOpen(Certification certification) =>
        ApplicationLifecycle.IsOpen(certification.Status);

    // What no listing changes: whoever does not match by it need not be asked.
    private bool MayMatch(StoredRow row, ListingQuery query)
    {
        var listing = serializer.Deserialize<ListingState>(row.Body)!.Listing;
        return (query.Store is not { } wanted || listing.Store == wanted)
            && (query.Category is not { } category || listing.Category == category);
    }

    private async Task<(List<T> Found, int? Next)> Find<T>(
        RowKind kind, int from, int max, Predicate<StoredRow> mayMatch, Func<int, ValueTask<T?>> ask,
        Predicate<T> matches)
        where T : class
    {
        var found = new List<T>();
        var asked = 0;
        await foreach (var heads in RowPages.Heads(store, kind, Math.Max(0, from), max))
        {
            var answers = await Task.WhenAll(heads.Select(
                row => mayMatch(row) ? ask((int)row.Key.Owner).AsTask() : Task.FromResult<T?>(null)));
            for (var at = 0; at < heads.Count; at++)
            {
                if (found.Count == max || asked == AskedMax)
                {
                    return (found, (int)heads[at].Key.Owner);
                }

                asked++;
                if (answers[at] is { } answer && matches(answer))
                {
                    found.Add(answer);
                }
            }
        }

        return (found, null);
    }
}
