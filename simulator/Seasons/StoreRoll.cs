using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>All owners and stores that a season ever had, by their numbers.</summary>
internal sealed class StoreRoll
{
    private readonly Table<SeasonOwner> _owners = new(int.MaxValue);
    private readonly Table<SeasonStore> _stores = new(int.MaxValue);

    /// <summary>How many owners there ever were.</summary>
    public int Owners => _owners.Count;

    /// <summary>How many stores there ever were.</summary>
    public int Count => _stores.Count;

    /// <summary>How many are open.</summary>
    public int Open { get; private set; }

    /// <summary>A store.</summary>
    public ref SeasonStore this[int store] => ref _stores[store];

    /// <summary>An owner.</summary>
    public ref SeasonOwner OwnerAt(int owner) => ref _owners[owner];

    /// <summary>Adds an owner without stores and returns its number.</summary>
    public int AddOwner(SellerType type, int sinceDay)
    {
        var owner = _owners.Add();
        _owners[owner] = new SeasonOwner { SinceDay = sinceDay, Type = type };
        return owner;
    }

    /// <summary>Adds a store that opens.</summary>
    public void Add(in SeasonStore store)
    {
        var row = _stores.Add();
        _stores[row] = store;
        _owners[store.Owner].Stores++;
        _owners[store.Owner].OpenStores++;
        Open++;
    }

    /// <summary>A store closes.</summary>
    public void Close(int store, int day)
    {
        _stores[store].ClosedDay = day;
        _owners[_stores[store].Owner].OpenStores--;
        Open--;
    }

    /// <summary>A store that the platform had closed is open again (rule TRU-8).</summary>
    public void Reopen(int store)
    {
        _stores[store].ClosedDay = SeasonStore.NotClosed;
        _owners[_stores[store].Owner].OpenStores++;
        Open++;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("roll");
        writer.Write(Open);
        _owners.Save(writer);
        _stores.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("roll");
        Open = reader.Read<int>();
        _owners.Load(reader);
        _stores.Load(reader);
    }
}
