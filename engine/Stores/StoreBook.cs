namespace FlashSale.Engine;

/// <summary>All stores of the market and their names.</summary>
internal sealed class StoreBook(MarketSize size) : IBook
{
    private readonly Table<Store> _stores = new(size.StoresMax);
    private readonly Table<Coupon> _coupons = new(size.StoresMax);
    private readonly List<string> _names = [];
    private readonly StoreNames _taken = new();

    /// <summary>One more than the highest id in use.</summary>
    public int Count => _stores.Count;

    /// <inheritdoc/>
    /// <remarks>Without texts.</remarks>
    public IEnumerable<(string Part, long Bytes)> Bytes =>
        [("stores", _stores.Bytes + _coupons.Bytes)];

    /// <summary>A store's row; only where <see cref="Exists"/>.</summary>
    public ref Store this[StoreId id] => ref _stores[id.Value];

    /// <summary>Whether there is such a store.</summary>
    public bool Exists(StoreId id) =>
        id.Value >= 0 && id.Value < _stores.Count && _stores[id.Value].Status != 0;

    /// <summary>Whether buyers can order there.</summary>
    public bool CanSell(StoreId id) => Exists(id) && _stores[id.Value].CanSell;

    /// <summary>The name of a store.</summary>
    public string NameOf(StoreId id) => _names[id.Value];

    /// <summary>The coupon that a store gives to all; without effect if it gives none (rule CRT-2).</summary>
    public Coupon CouponOf(StoreId id) => id.Value < _coupons.Count ? _coupons[id.Value] : default;

    /// <summary>Sets the coupon of a store.</summary>
    public void Set(in SetCoupon command)
    {
        _coupons.Reach(command.Id.Value);
        _coupons[command.Id.Value] = command.Coupon;
    }

    /// <summary>Adds a store that is not there yet under a name, if it can have it.</summary>
    public OpenStoreResult Add(StoreId id, string name, in Store store)
    {
        if (_taken.Claim(name, id) is not StoreNameResult.Claimed and var refusal)
        {
            return refusal == StoreNameResult.Taken ? OpenStoreResult.NameTaken : OpenStoreResult.NotAName;
        }

        _stores.Reach(id.Value);
        _stores[id.Value] = store;
        while (_names.Count <= id.Value)
        {
            _names.Add("");
        }

        _names[id.Value] = name;
        return OpenStoreResult.Opened;
    }

    /// <summary>A store that has stayed below what it owes is suspended (rule STO-3).</summary>
    public bool Fall(in Deadline deadline, MarketState market)
    {
        if (deadline.Due != Due.StoreCheck)
        {
            return false;
        }

        ref var store = ref _stores[(int)deadline.Subject];
        store.Check(market.Now, market.Policies);
        if (store.CheckAt(market.Policies) is { } later)
        {
            market.Deadlines.Add(Due.StoreCheck, later, deadline.Subject); // it has more time by now
        }

        return true;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("stor");
        _stores.Save(writer);
        _coupons.Save(writer);
        writer.Write(_names.Count);
        foreach (var name in _names)
        {
            writer.WriteText(name);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("stor");
        _stores.Load(reader);
        _coupons.Load(reader);
        var names = reader.Read<int>();
        for (var at = 0; at < names; at++)
        {
            var name = reader.ReadText();
            _names.Add(name);
            if (Exists(new StoreId(at)))
            {
                _taken.Claim(name, new StoreId(at));
            }
        }
    }
}
