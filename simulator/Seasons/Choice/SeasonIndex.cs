using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What the buyers of a season find: the market's own indexes of search, made again when their turn is over
/// (rules SRC-1, REP-5).
/// </summary>
internal sealed class SeasonIndex(
    SeasonRun run, ChoiceHabits habits, SeasonSales sales, BuyerTastes tastes, SearchFrauds frauds)
{
    private readonly PositionLaw _law = new(habits.PositionExponent);
    private readonly ListingWorth _worth = new(run.World, habits, frauds);
    private readonly Dictionary<int, SearchedListing> _seen = [];
    private CategoryWindow[] _windows = [];
    private long _madeInTurn = -1;

    /// <summary>What can be found in a category.</summary>
    public CategoryWindow this[int category] => _windows[category];

    /// <summary>Whether their turn is over.</summary>
    public bool IsDue => TurnNow != _madeInTurn;

    /// <summary>Makes the indexes again: when their turn is over, or stores have opened or closed.</summary>
    public void Make()
    {
        var (market, policy) = (run.Market.View, run.Market.Policy);
        var reader = new SearchReader(sales.SumsOf(policy.Search.SalesDays), policy.Reputation, _seen);
        for (var hasMore = true; hasMore;)
        {
            hasMore = reader.Read(market);
            reader.Sift();
        }

        var isSimplified = market.Switches.IsOn(Switch.SearchSimplified, run.Now);
        var own = run.World.Categories.Select(_ => new List<SearchedListing>()).ToArray();
        foreach (var listing in reader.Found)
        {
            var standing = frauds.StandingOf(listing.Store.Value);
            own[listing.Category.Value].Add(
                standing == listing.Standing ? listing : listing with { Standing = standing });
            _seen[listing.Id.Value] = listing;
        }

        _windows = [.. own.Select(all =>
        {
            var index = SearchIndex.Of(all, policy.Search, run.Now);
            var found = index.Count == all.Count ? all : all.FindAll(one => index.Holds(one.Id));
            return CategoryWindow.Of(index, found, isSimplified, tastes, _worth, _law, habits.RecommendedMax);
        })];
        _madeInTurn = TurnNow;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("indx");
        PublishedMoments.Save(run.Market, writer);
        writer.Write(_madeInTurn);
        writer.Write(_windows.Length);
        foreach (var window in _windows)
        {
            window.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("indx");
        PublishedMoments.Load(run.Market, reader);
        _madeInTurn = reader.Read<long>();
        _windows = [.. Enumerable.Range(0, reader.Read<int>())
            .Select(_ => CategoryWindow.Load(reader, tastes.Count, _law))];
    }

    private long TurnNow => run.NowMs / (long)Math.Max(
        habits.IndexEvery.TotalMilliseconds, run.Market.Policy.Search.RebuildEvery.TotalMilliseconds);
}
