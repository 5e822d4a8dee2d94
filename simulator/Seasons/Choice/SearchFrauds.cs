using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Sellers who cheat in search, and what becomes of them (rule SRC-2): copies of one listing, words that the
/// goods are not, a category where they do not belong, pictures that lie. Who cheats and how is hidden; the
/// platform finds some out every day, and its index punishes them.
/// </summary>
/// <remarks>
/// How a store cheats is drawn once, for all its listings. Before July 2010 nobody is punished.
/// </remarks>
internal sealed class SearchFrauds(SeasonRun run, FraudHabits? habits, BuyerTastes tastes)
{
    private const int DaysPerKey = 1 << 12;

    private static readonly CaseKind[] Kinds =
    [
        CaseKind.DuplicateGoods, CaseKind.KeywordAbuse, CaseKind.WrongCategory, CaseKind.NotAsDescribed,
    ];

    private readonly Table<Record> _records = new(int.MaxValue);
    private readonly Table<byte> _known = new(int.MaxValue); // who cheats, drawn once
    private readonly string[] _words = habits is null ? [] : LikedWords(tastes, habits.Keywords);

    /// <summary>How a store cheats; null if it does not.</summary>
    public CaseKind? Of(int store)
    {
        if (habits is null)
        {
            return null;
        }

        var draws = Draws.For(run.World.Seed, store, Streams.SeasonFraud);
        var share = run.Stores.OwnerAt(run.Stores[store].Owner).Type switch
        {
            SellerType.Opportunist => habits.OpportunistShare,
            SellerType.Professional => habits.ProfessionalShare,
            _ => 0,
        };
        return draws.Happens(share) ? Kinds[draws.Below(Kinds.Length)] : null;
    }

    /// <summary>Whether a listing is a copy of another of its store.</summary>
    public bool IsCopy(int listing) => GoodsOf(listing) != listing;

    /// <summary>The listing whose goods these are: itself, or that of which it is a copy.</summary>
    public int GoodsOf(int listing)
    {
        var store = run.World.StoreOf(listing);
        var rank = listing - run.Stores[store].FirstListing;
        return rank > 0 && rank <= habits?.Copies && Of(store) == CaseKind.DuplicateGoods
            ? run.Stores[store].FirstListing : listing;
    }

    /// <summary>What stands in its title.</summary>
    public string TitleOf(int listing)
    {
        var row = run.Stores[run.World.StoreOf(listing)];
        var title = FormattableString.Invariant(
            $"{run.World.Categories[row.Category].Name} {GoodsOf(listing)}");
        return Of(run.World.StoreOf(listing)) == CaseKind.KeywordAbuse
            ? $"{title} {string.Join(' ', _words)}" : title;
    }

    /// <summary>Where it stands: among its like, or where most buyers look.</summary>
    public int CategoryOf(int listing)
    {
        var store = run.World.StoreOf(listing);
        return Of(store) == CaseKind.WrongCategory ? MostVisited : run.Stores[store].Category;
    }

    /// <summary>The category of its store, where it belongs.</summary>
    public int HomeOf(SearchedListing listing) => run.Stores[listing.Store.Value].Category;

    /// <summary>How near it is to a taste in truth: words that the goods are not bring no nearness.</summary>
    public double NearnessOf(SearchedListing listing, TasteVector taste) =>
        Of(listing.Store.Value) == CaseKind.KeywordAbuse ? 0 : taste.Near(listing.Taste);

    /// <summary>What buyers think it is worth more or less than it is.</summary>
    public double WorthOf(SearchedListing listing) => Of(listing.Store.Value) switch
    {
        CaseKind.NotAsDescribed => habits!.PicturesWorth,
        CaseKind.WrongCategory when run.Stores[listing.Store.Value].Category != listing.Category.Value =>
            -habits!.MisplacedLoss,
        _ => 0,
    };

    /// <summary>How the index treats a store's listings.</summary>
    public SearchStanding StandingOf(int store) =>
        store < _records.Count && _records[store].UntilMs > run.NowMs
            ? _records[store].Times > 1 ? SearchStanding.Screened : SearchStanding.Demoted
            : SearchStanding.Usual;

    /// <summary>A day begins: some who cheat are found out.</summary>
    public void Begin(in SeasonDay day)
    {
        if (habits is null || run.Market.Policy.Search.Mode != SearchMode.Composite)
        {
            return;
        }

        for (var store = 0; store < run.Stores.Count; store++)
        {
            if (run.Stores[store].IsOpen && Of(store) is not null
                && StandingOf(store) == SearchStanding.Usual
                && Draws.For(run.World.Seed, ((long)store * DaysPerKey) + day.Number, Streams.SeasonFound)
                    .Happens(habits.FoundPerDay))
            {
                Punish(store);
            }
        }
    }

    /// <summary>Goods that are not what their pictures showed may go back, and their store is remembered.
    /// </summary>
    public void Delivered(OrderId order, int store)
    {
        if (Of(store) == CaseKind.NotAsDescribed)
        {
            var draws = Draws.For(run.World.Seed, order.Packed, Streams.SeasonPictures);
            if (draws.Happens(habits!.PicturesReturnShare))
            {
                const int poorQuality = 1;
                var after = (long)(draws.Unit() * habits.PicturesReturnDays * SeasonDay.Ms);
                run.Plan(run.NowMs + after, EventKind.Return, poorQuality, order.Packed);
            }
        }
    }

    /// <summary>How many of some places are of stores that cheat.</summary>
    public int CountOf(ReadOnlySpan<int> places, CategoryWindow window)
    {
        var frauds = 0;
        for (var at = 0; habits is not null && at < places.Length; at++)
        {
            frauds += Cheats(window.StoreAt(places[at])) ? 1 : 0;
        }

        return frauds;
    }

    /// <summary>Whether a store cheats.</summary>
    public bool Cheats(int store)
    {
        const byte no = 1;
        const byte yes = 2;
        _known.Reach(store);
        if (_known[store] == 0)
        {
            _known[store] = Of(store) is null ? no : yes;
        }

        return _known[store] == yes;
    }

    public void Save(StateWriter writer) => _records.Save(writer);

    public void Load(StateReader reader) => _records.Load(reader);

    private int MostVisited => Enumerable.Range(0, run.World.Categories.Count)
        .MaxBy(category => run.World.Categories[category].ShareOfOrders);

    private void Punish(int store)
    {
        _records.Reach(store);
        ref var record = ref _records[store];
        record.Times++;
        record.UntilMs = run.NowMs + (habits!.PenaltyDays * SeasonDay.Ms);
        run.Recorder.Count(SeasonMeasures.FraudsFound);
    }

    // Words that bring a title nearer to what most buyers like, the best first.
    private static string[] LikedWords(BuyerTastes tastes, int number)
    {
        const int candidates = 200;
        return
        [
            .. Enumerable.Range(0, candidates).Select(at => FormattableString.Invariant($"hot{at}"))
                .OrderByDescending(word => Enumerable.Range(0, tastes.Count)
                    .Sum(segment => tastes[segment].Near(TasteVector.OfTitle(word))))
                .ThenBy(word => word, StringComparer.Ordinal).Take(number),
        ];
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Record
    {
        public long UntilMs;
        public int Times;
    }
}
