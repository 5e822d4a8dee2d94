using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What buyers see of a category until the next index: its listings in every order, and what each is worth to
/// each taste. Listings are meant by their places in it.
/// </summary>
internal sealed class CategoryWindow
{
    private readonly int[] _listings;
    private readonly int[] _stores;
    private readonly float[] _odds; // e to the power of the utility, by segment and place
    private readonly int[][] _found; // by default for each segment, then by the four other sorts
    private readonly int[][] _recommended; // by segment
    private readonly AliasTable _law;
    private readonly AliasTable _lawOfRecommended;
    private readonly int[] _lookedAtBy;
    private int _looker;

    private CategoryWindow(
        int[] listings, int[] stores, float[] odds, int[][] found, int[][] recommended, PositionLaw law)
    {
        (_listings, _stores, _odds) = (listings, stores, odds);
        (_found, _recommended) = (found, recommended);
        _law = law.Of(found[0].Length);
        _lawOfRecommended = law.Of(recommended[0].Length);
        _lookedAtBy = new int[listings.Length];
    }

    /// <summary>How many listings there are.</summary>
    public int Count => _listings.Length;

    /// <summary>The listing at a place.</summary>
    public int ListingAt(int place) => _listings[place];

    /// <summary>The place of a listing; −1 if it cannot be found.</summary>
    public int PlaceOf(int listing) => Math.Max(-1, Array.BinarySearch(_listings, listing));

    /// <summary>The store of the listing at a place.</summary>
    public int StoreAt(int place) => _stores[place];

    /// <summary>What buyers find first, in an order.</summary>
    public ReadOnlySpan<int> Found(SearchSort sort, int segment) => _found[OrderOf(sort, segment)];

    /// <summary>A look at what was found, by its position; the answer is a place.</summary>
    public int LookAt(SearchSort sort, int segment, ref Draws draws) =>
        _found[OrderOf(sort, segment)][_law.Draw(ref draws)];

    /// <summary>A look at what is recommended to a taste.</summary>
    public int LookAtRecommended(int segment, ref Draws draws) =>
        _recommended[segment][_lawOfRecommended.Draw(ref draws)];

    /// <summary>The odds of a listing for a taste; 0 once it is known to be sold out.</summary>
    public double OddsAt(int segment, int place) => _odds[(segment * _listings.Length) + place];

    /// <summary>A new visit begins: nothing is looked at yet.</summary>
    public void BeginLooking() => _looker++;

    /// <summary>Whether this visit looks at a place for the first time.</summary>
    public bool IsNew(int place)
    {
        var isNew = _lookedAtBy[place] != _looker;
        _lookedAtBy[place] = _looker;
        return isNew;
    }

    /// <summary>Nothing is left of a listing: its page says so until the next index.</summary>
    public void SellOut(int place)
    {
        for (var at = place; at < _odds.Length; at += _listings.Length)
        {
            _odds[at] = 0;
        }
    }

    /// <summary>The window of these listings.</summary>
    /// <param name="index">The market's index of the category.</param>
    /// <param name="listings">What the index holds, by rising ids.</param>
    /// <param name="isSimplified">Whether search goes without scores (rule CAP-2).</param>
    /// <param name="tastes">The tastes of buyers.</param>
    /// <param name="worth">What listings are worth.</param>
    /// <param name="law">How positions are looked at.</param>
    /// <param name="recommendedMax">How many listings are recommended to a taste.</param>
    public static CategoryWindow Of(
        SearchIndex index, IReadOnlyList<SearchedListing> listings, bool isSimplified, BuyerTastes tastes,
        ListingWorth worth, PositionLaw law, int recommendedMax)
    {
        var ids = listings.Select(listing => listing.Id.Value).ToArray();
        var (odds, recommended) = (new float[tastes.Count * ids.Length], new int[tastes.Count][]);
        for (var segment = 0; segment < tastes.Count; segment++)
        {
            var taste = tastes[segment];
            recommended[segment] = Nearest(
                [.. listings.Select(listing => taste.Near(listing.Taste))], recommendedMax);
            for (var place = 0; place < ids.Length; place++)
            {
                odds[(segment * ids.Length) + place] = (float)worth.OfTaste(listings[place], taste);
            }
        }

        for (var place = 0; place < ids.Length; place++)
        {
            var own = worth.Of(listings[place]);
            for (var at = place; at < odds.Length; at += ids.Length)
            {
                odds[at] = (float)ExactMath.Exp(own + odds[at]);
            }
        }

        return new CategoryWindow(
            ids, [.. listings.Select(listing => listing.Store.Value)], odds,
            [.. OrdersOf(index, ids, isSimplified, tastes)], recommended, law);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<int>(_listings);
        writer.WriteSpan<int>(_stores);
        writer.WriteSpan<float>(_odds);
        foreach (var order in _found.Concat(_recommended))
        {
            writer.WriteSpan<int>(order);
        }
    }

    public static CategoryWindow Load(StateReader reader, int segments, PositionLaw law) => new(
        reader.ReadSpan<int>(), reader.ReadSpan<int>(), reader.ReadSpan<float>(),
        [.. Enumerable.Range(0, segments + Sorts.Length).Select(_ => reader.ReadSpan<int>())],
        [.. Enumerable.Range(0, segments).Select(_ => reader.ReadSpan<int>())], law);

    private static SearchSort[] Sorts =>
        [SearchSort.Sales, SearchSort.Price, SearchSort.Reliability, SearchSort.New];

    private int OrderOf(SearchSort sort, int segment) => sort == SearchSort.Default
        ? segment
        : _recommended.Length + (int)sort - (int)SearchSort.Sales;

    private static IEnumerable<int[]> OrdersOf(
        SearchIndex index, int[] ids, bool isSimplified, BuyerTastes tastes)
    {
        var common = index.IsPersonal ? null : PlacesOf(new SearchQuery());
        for (var segment = 0; segment < tastes.Count; segment++)
        {
            yield return common ?? PlacesOf(new SearchQuery { Taste = tastes[segment] });
        }

        foreach (var sort in Sorts)
        {
            yield return PlacesOf(new SearchQuery { Sort = sort });
        }

        int[] PlacesOf(SearchQuery query) =>
            [.. index.Order(query, isSimplified).Select(id => Array.BinarySearch(ids, id.Value))];
    }

    private static int[] Nearest(double[] nearness, int max)
    {
        const double steps = 1_000_000;
        var keys = new long[nearness.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = ((long)((1 - nearness[place]) * steps) << 32) | (uint)place;
        }

        Array.Sort(keys);
        return [.. keys.Take(max).Select(key => (int)(key & uint.MaxValue))];
    }
}
