namespace FlashSale.Marketplace;

/// <summary>
/// The listings of a category, or the best of the whole market, as they were at a moment, ready for searches
/// (rules SRC-1, REP-5).
/// </summary>
/// <remarks>
/// It never changes: a host makes the next one when its turn is over or the policy of search is another. It
/// is the host's and in no journal. A query looks at so many listings at most, and says where to go on.
/// </remarks>
public sealed class SearchIndex
{
    /// <summary>The listings that one query looks at at most (assumed).</summary>
    public const int LookedAtMax = 4_096;

    private readonly SearchPolicy _policy;
    private readonly ListingRank _rank;
    private readonly SearchedListing[] _listings; // in the default order
    private readonly ListingScore[] _scores; // of the same places; none where scores do not decide
    private readonly long[] _keys;
    private readonly Dictionary<SearchSort, Lazy<int[]>> _orders;
    private readonly Lazy<TitleWords> _words;
    private readonly Lazy<HashSet<ListingId>> _held;

    private SearchIndex(SearchedListing[] listings, SearchPolicy policy, DateTimeOffset at)
    {
        (_policy, IndexedAt) = (policy, at);
        _rank = new ListingRank(listings, policy, at);
        var scores = policy.Mode == SearchMode.Composite ? Array.ConvertAll(listings, _rank.Score) : [];
        var keys = scores.Length > 0
            ? [.. scores.Select((score, at) => score.Key + _rank.PenaltyOf(listings[at]))]
            : Array.ConvertAll(listings, listing => _rank.KeyOf(SearchSort.Default, listing));
        var order = Sorted(listings, keys);
        _listings = Array.ConvertAll(order, place => listings[place]);
        _keys = Array.ConvertAll(order, place => keys[place]);
        _scores = scores.Length > 0 ? Array.ConvertAll(order, place => scores[place]) : [];
        _orders = Enum.GetValues<SearchSort>().ToDictionary(
            sort => sort, sort => new Lazy<int[]>(() => OrderOf(sort)));
        _words = new Lazy<TitleWords>(() => new TitleWords(_listings));
        _held = new Lazy<HashSet<ListingId>>(() => [.. _listings.Select(listing => listing.Id)]);
    }

    /// <summary>When the market was so.</summary>
    public DateTimeOffset IndexedAt { get; }

    /// <summary>How many listings can be found.</summary>
    public int Count => _listings.Length;

    /// <summary>Whether the default order differs by the buyer's taste.</summary>
    public bool IsPersonal => _policy is { Mode: SearchMode.Composite, TasteWeight: > 0 };

    /// <summary>An index of these listings.</summary>
    /// <param name="listings">All that belong to it, in any order; each once.</param>
    /// <param name="policy">How they are ranked.</param>
    /// <param name="at">The moment at which they were so.</param>
    public static SearchIndex Of(
        IEnumerable<SearchedListing> listings, SearchPolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(listings);
        ArgumentNullException.ThrowIfNull(policy);
        var best = new BestListings(policy.ListingsMax);
        foreach (var listing in listings)
        {
            if (policy.Mode != SearchMode.Composite || listing.Standing != SearchStanding.Screened)
            {
                best.Add(listing);
            }
        }

        return new SearchIndex([.. best.All.OrderBy(listing => listing.Id.Value)], policy, at);
    }

    /// <summary>Whether it still holds: the same turn under the same policy.</summary>
    public bool HoldsAt(DateTimeOffset now, SearchPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy == _policy && policy.TurnOf(now) == policy.TurnOf(IndexedAt);
    }

    /// <summary>Whether a listing can be found.</summary>
    public bool Holds(ListingId listing) => _held.Value.Contains(listing);

    /// <summary>Searches.</summary>
    /// <param name="query">What is looked for; its category is the index's.</param>
    /// <param name="isSimplified">
    /// Whether to go without scores and taste: the default order is that of sales (rule CAP-2).
    /// </param>
    public SearchPage Find(SearchQuery query, bool isSimplified)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Problem() is not null)
        {
            return SearchPage.Refused(IndexedAt, _policy.Mode, isSimplified);
        }

        var search = SearchOf(query, isSimplified);
        var (hits, next) = search.IsGathered ? Gather(search) : Walk(search);
        return new SearchPage(SearchResult.Found, hits, next, IndexedAt, _policy.Mode, isSimplified);
    }

    /// <summary>What all pages of a search show, one after the other, from the first one on.</summary>
    /// <param name="query">What is looked for; where its page begins and how long it is does not matter.
    /// </param>
    /// <param name="isSimplified">As of <see cref="Find"/>.</param>
    /// <returns>At most <see cref="SearchPlace.GivenMax"/>; none if the query is not allowed.</returns>
    public IReadOnlyList<ListingId> Order(SearchQuery query, bool isSimplified)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Problem() is not null)
        {
            return [];
        }

        var search = SearchOf(query, isSimplified);
        var places = search.IsGathered
            ? Gathered(search).Select(found => found.Place)
            : _orders[search.Sort].Value.Where(place => query.Admits(_listings[place]));
        return [.. places.Take(SearchPlace.GivenMax).Select(place => _listings[place].Id)];
    }

    private Search SearchOf(SearchQuery query, bool isSimplified)
    {
        var isDefault = query.Sort == SearchSort.Default && !isSimplified;
        var sort = query.Sort == SearchSort.Default && isSimplified ? SearchSort.Sales : query.Sort;
        var words = SearchWords.Of(query.Words);
        var isScored = isDefault && _scores.Length > 0;
        var isPersonal = isScored && (words.Count > 0 || query.Taste is not null);
        return new Search(query, sort, words, isScored, isPersonal);
    }

    /// <summary>Goes along an order that is there, from the place where the page before ended.</summary>
    private (List<SearchHit> Hits, SearchPlace? Next) Walk(in Search search)
    {
        var order = _orders[search.Sort].Value;
        var page = new Page(search.Query);
        var at = search.Query.From is { } from ? FirstBehind(order, search.Sort, from) : 0;
        for (var end = Math.Min(order.Length, at + LookedAtMax); at < end && !page.IsFull; at++)
        {
            var (place, listing) = (order[at], _listings[order[at]]);
            page.Look(KeyOf(search.Sort, place), listing);
            if (search.Query.Admits(listing))
            {
                page.Give(listing, ScoreOf(search, place), EndOf(search, listing));
            }
        }

        return page.End(hasMore: at < order.Length);
    }

    /// <summary>What has the words, ranked for this query alone.</summary>
    private List<(long Key, int Place)> Gathered(in Search search)
    {
        var found = new List<(long Key, int Place)>();
        foreach (var place in search.Words.Count > 0 ? _words.Value.Having(search.Words) : AllPlaces())
        {
            if (found.Count == LookedAtMax)
            {
                break;
            }

            if (search.Query.Admits(_listings[place]))
            {
                found.Add((KeyOf(search, place), place));
            }
        }

        found.Sort((x, y) => x.Key != y.Key ? y.Key.CompareTo(x.Key)
            : _listings[x.Place].Id.Value.CompareTo(_listings[y.Place].Id.Value));
        return found;
    }

    private (List<SearchHit> Hits, SearchPlace? Next) Gather(in Search search)
    {
        var page = new Page(search.Query);
        var hasMore = false;
        foreach (var (key, place) in Gathered(search))
        {
            var listing = _listings[place];
            if (search.Query.From is { } from && !from.IsBefore(key, listing.Id))
            {
                continue;
            }

            if (page.IsFull)
            {
                hasMore = true;
                break;
            }

            page.Look(key, listing);
            page.Give(listing, ScoreOf(search, place), EndOf(search, listing));
        }

        return page.End(hasMore);
    }

    private IEnumerable<int> AllPlaces() => Enumerable.Range(0, _listings.Length);

    private long KeyOf(in Search search, int place) =>
        search.IsPersonal
            ? ScoreOf(search, place)!.Value.Key + _rank.PenaltyOf(_listings[place])
            : KeyOf(search.Sort, place);

    private long KeyOf(SearchSort sort, int place) =>
        sort == SearchSort.Default ? _keys[place] : _rank.KeyOf(sort, _listings[place]);

    private ListingScore? ScoreOf(in Search search, int place) => !search.IsScored ? null
        : search.IsPersonal
            ? _rank.For(_scores[place], _listings[place], ShareOf(search, place), search.Query.Taste)
            : _scores[place];

    private double ShareOf(in Search search, int place) =>
        search.Words.Count == 0 ? 0 : _words.Value.ShareOf(place, search.Words.Count);

    private DateTimeOffset? EndOf(in Search search, SearchedListing listing) =>
        search.Sort == SearchSort.Default && _policy.Mode == SearchMode.Delisting
            ? _rank.EndOf(listing)
            : null;

    private int FirstBehind(int[] order, SearchSort sort, SearchPlace from)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var isBehind = from.IsBefore(KeyOf(sort, order[middle]), _listings[order[middle]].Id);
            (low, high) = isBehind ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private int[] OrderOf(SearchSort sort) => sort == SearchSort.Default
        ? [.. AllPlaces()]
        : Sorted(_listings, Array.ConvertAll(_listings, listing => _rank.KeyOf(sort, listing)));

    private static int[] Sorted(SearchedListing[] listings, long[] keys)
    {
        var places = new int[listings.Length];
        for (var at = 0; at < places.Length; at++)
        {
            places[at] = at;
        }

        Array.Sort(places, (x, y) => keys[x] != keys[y] ? keys[y].CompareTo(keys[x])
            : listings[x].Id.Value.CompareTo(listings[y].Id.Value));
        return places;
    }

    private readonly record struct Search(
        SearchQuery Query, SearchSort Sort, IReadOnlyList<string> Words, bool IsScored, bool IsPersonal)
    {
        public bool IsGathered => Words.Count > 0 || IsPersonal;
    }

    /// <summary>A page that fills.</summary>
    private sealed class Page(SearchQuery query)
    {
        private readonly List<SearchHit> _hits = [];
        private readonly int _given = query.From?.Given ?? 0;
        private SearchPlace? _last = query.From;

        public bool IsFull => _hits.Count == query.ListingsMax || Given >= SearchPlace.GivenMax;

        private int Given => _given + _hits.Count;

        public void Look(long key, SearchedListing listing) =>
            _last = new SearchPlace(Given, key, listing.Id);

        public void Give(SearchedListing listing, ListingScore? score, DateTimeOffset? endsAt)
        {
            _hits.Add(new SearchHit(Given + 1, listing, score, endsAt));
            _last = _last!.Value with { Given = Given };
        }

        public (List<SearchHit> Hits, SearchPlace? Next) End(bool hasMore) =>
            (_hits, hasMore && Given < SearchPlace.GivenMax ? _last : null);
    }
}
