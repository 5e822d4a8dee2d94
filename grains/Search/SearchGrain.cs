using Orleans.Concurrency;

namespace FlashSale.Grains;

/// <summary>
/// The searches in one category, or in the whole market: it keeps nothing and makes its index from the rows
/// of the listings, from their stores and from what was sold (rules SRC-1, REP-5).
/// </summary>
/// <remarks>Reentrant: searches go on while the next index is made for those who need it.</remarks>
[Reentrant]
internal sealed class SearchGrain(GrainRoom room) : Grain, ISearchGrain
{
    private const int CallsAtOnce = 32;
    private const int PageRows = 1_000;

    private SearchIndex? _index;
    private Task<SearchIndex>? _next;

    private bool IsOfAll => this.GetPrimaryKeyLong() == Limits.CategoriesMax;

    public async Task<SearchPage> Find(SearchQuery query)
    {
        var (now, policy) = (room.Now, room.Policy);
        var index = _index is { } made && made.HoldsAt(now, policy.Search) ? made : await Next(now, policy);
        return index.Find(query, room.Festival.IsOn(Switch.SearchSimplified, now));
    }

    private Task<SearchIndex> Next(DateTimeOffset now, Policy policy) =>
        _next is { IsCompleted: false } ? _next : _next = Make(now, policy);

    private async Task<SearchIndex> Make(DateTimeOffset now, Policy policy)
    {
        var views = await Listings();
        var stores = new Dictionary<StoreId, StoreView?>();
        foreach (var some in views.Select(one => one.View.Listing.Store).Distinct().Chunk(CallsAtOnce))
        {
            foreach (var (id, store) in some.Zip(
                await Task.WhenAll(some.Select(id => room.Grains.Store(id).Find()))))
            {
                stores[id] = store;
            }
        }

        var sales = await Sales(now, policy.Search);
        var index = await Task.Run(() => SearchIndex.Of(
            views.Select(one => SearchedListing.Of(
                one.View, stores[one.View.Listing.Store], sales.GetValueOrDefault(one.View.Id.Value),
                one.PublishedAt, policy.Reputation)).OfType<SearchedListing>(),
            policy.Search, now));
        _index = index;
        return index;
    }

    private async Task<List<(ListingView View, DateTimeOffset PublishedAt)>> Listings()
    {
        var found = new List<(ListingView View, DateTimeOffset PublishedAt)>();
        await foreach (var heads in RowPages.Heads(room.Store, RowKind.Listing, 0, PageRows))
        {
            var split = new List<(ListingId Id, DateTimeOffset PublishedAt)>();
            foreach (var head in heads)
            {
                var (id, state) = (
                    new ListingId((int)head.Key.Owner),
                    room.Serializer.Deserialize<ListingState>(head.Body)!);
                if (!IsOfAll && state.Listing.Category.Value != this.GetPrimaryKeyLong())
                {
                    continue;
                }

                if (state.Lent.Length > 0)
                {
                    split.Add((id, state.PublishedAt));
                }
                else
                {
                    found.Add((ViewOf(id, state), state.PublishedAt));
                }
            }

            await AddSplit(found, split);
        }

        return found;
    }

    // The units of a listing that is split are in rows of their own, which change all the time.
    private async Task AddSplit(
        List<(ListingView View, DateTimeOffset PublishedAt)> found,
        List<(ListingId Id, DateTimeOffset PublishedAt)> split)
    {
        foreach (var some in split.Chunk(CallsAtOnce))
        {
            var views = await Task.WhenAll(some.Select(one => room.Grains.Listing(one.Id).Find()));
            found.AddRange(views.Zip(some)
                .Where(one => one.First is not null)
                .Select(one => (one.First!, one.Second.PublishedAt)));
        }
    }

    private ListingView ViewOf(ListingId id, ListingState state) => state.ViewOf(
        id, room.Now,
        new StockTotals(
            state.PutIn, state.Stock.PutIn - state.Stock.Taken, 0, state.Stock.Taken, state.Stock.Refusals));

    private async Task<Dictionary<int, int>> Sales(DateTimeOffset now, SearchPolicy policy)
    {
        var today = ChinaTime.DayOf(now);
        var sums = new Dictionary<int, int>();
        foreach (var part in await Task.WhenAll(Enumerable.Range(0, OrderFeed.Partitions)
            .Select(partition => room.Grains.Sales(partition).Sums(today, policy.SalesDays))))
        {
            foreach (var (listing, sales) in SalesRows.Unpack(part.Packed))
            {
                sums[listing.Value] = sums.GetValueOrDefault(listing.Value) + sales;
            }
        }

        return sums;
    }
}
