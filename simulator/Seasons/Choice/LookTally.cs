using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>How often the listings of each store were looked at in the measured days.</summary>
internal sealed class LookTally
{
    private readonly Table<long> _ofStore = new(int.MaxValue);

    /// <summary>The pages of a store's listings that were opened.</summary>
    public long Of(int store) => store < _ofStore.Count ? _ofStore[store] : 0;

    /// <summary>Pages of a store's listings were opened.</summary>
    public void Views(int store, int pages)
    {
        _ofStore.Reach(store);
        _ofStore[store] += pages;
    }

    public void Save(StateWriter writer) => _ofStore.Save(writer);

    public void Load(StateReader reader) => _ofStore.Load(reader);
}
