using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Buyers who gave up an order and remember it (rule DEM-4). For several threads.</summary>
internal sealed class Disappointed
{
    private readonly HashSet<int> _buyers = [];
    private readonly Lock _lock = new();

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _buyers.Count;
            }
        }
    }

    /// <summary>Whether a buyer is one of them.</summary>
    public bool Holds(BuyerId buyer)
    {
        lock (_lock)
        {
            return _buyers.Contains(buyer.Value);
        }
    }

    /// <summary>A buyer gives up.</summary>
    public void Add(BuyerId buyer)
    {
        lock (_lock)
        {
            _buyers.Add(buyer.Value);
        }
    }

    public void Save(StateWriter writer) => writer.WriteSpan<int>([.. _buyers.Order()]);

    public void Load(StateReader reader) => _buyers.UnionWith(reader.ReadSpan<int>().ToArray());
}
