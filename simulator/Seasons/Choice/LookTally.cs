using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>How often the listings of each store were looked at in the measured days.</summary>
internal sealed class LookTally
{
    private const int PageListings = 20;

    private readonly Table<long> _ofStore = new(int.MaxValue);
    private long _places;
    private long _frauds;
    private long _copies;

    /// <summary>The pages of a store's listings that were opened.</summary>
    public long Of(int store) => store < _ofStore.Count ? _ofStore[store] : 0;

    /// <summary>Pages of a store's listings were opened.</summary>
    public void Views(int store, int pages)
    {
        _ofStore.Reach(store);
        _ofStore[store] += pages;
    }

    /// <summary>What first pages showed: listings of stores that cheat, and copies of others on them.
    /// </summary>
    public (long Places, long Frauds, long Copies) FirstPagesSeen => (_places, _frauds, _copies);

    /// <summary>An index was made: its first pages are looked through, of each category for each taste.
    /// </summary>
    public void FirstPages(SeasonIndex index, int categories, int segments, SearchFrauds frauds)
    {
        for (var category = 0; category < categories; category++)
        {
            var window = index[category];
            for (var segment = 0; segment < segments; segment++)
            {
                var found = window.Found(SearchSort.Default, segment);
                foreach (var place in found[..Math.Min(PageListings, found.Length)])
                {
                    _places++;
                    _frauds += frauds.Cheats(window.StoreAt(place)) ? 1 : 0;
                    _copies += frauds.IsCopy(window.ListingAt(place)) ? 1 : 0;
                }
            }
        }
    }

    public void Save(StateWriter writer)
    {
        _ofStore.Save(writer);
        writer.Write(_places);
        writer.Write(_frauds);
        writer.Write(_copies);
    }

    public void Load(StateReader reader)
    {
        _ofStore.Load(reader);
        _places = reader.Read<long>();
        _frauds = reader.Read<long>();
        _copies = reader.Read<long>();
    }
}
