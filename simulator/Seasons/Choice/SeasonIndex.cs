using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What the buyers of a season find: the market's own indexes of search, made again when their turn is over
/// (rules SRC-1, REP-5).
/// </summary>
internal sealed class SeasonIndex(SeasonRun run, ChoiceHabits habits, SeasonSales sales, BuyerTastes tastes)
{
    private readonly PositionLaw _law = new(habits.PositionExponent);
    private readonly ListingWorth _worth = new(run.World, habits);
    private readonly Dictionary<int, SearchedListing> _seen = [];
    private CategoryWindow[] _windows = [];
    private long _madeInTurn = -1;

    /// <summary>What can be found in a category.</summary>
    public CategoryWindow this[int category] => _windows[category];

    /// <summary>Makes the indexes again if their turn is over; whether it was.</summary>
    public bool MakeWhenDue()
    {
        if (TurnNow == _madeInTurn)
        {
            return false;
        }

        Make();
        return true;
    }

    /// <summary>Makes the indexes again, because stores have opened or closed.</summary>
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
            own[listing.Category.Value].Add(listing);
            _seen[listing.Id.Value] = listing;
        }

        _windows = [.. own.Select(listings => CategoryWindow.Of(
            SearchIndex.Of(listings, policy.Search, run.Now), listings, isSimplified, tastes, _worth, _law,
            habits.RecommendedMax))];
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
