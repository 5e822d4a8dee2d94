namespace FlashSale.Engine;

/// <summary>The platform's files on sellers (rules TRU-3, TRU-5 to TRU-8).</summary>
internal sealed class CaseBook(StoreBook stores) : IBook
{
    private readonly SortedDictionary<int, CaseFile> _files = [];
    private readonly SortedDictionary<int, StoreStanding> _before = []; // of each store under a measure
    private ReviewDay _reviews;
    private readonly Dictionary<int, DateTimeOffset?> _due = []; // of each file, the deadline added last

    /// <inheritdoc/>
    public bool IsEmpty => _files.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a file for some sellers, in no table

    /// <summary>Sellers that have a file, by their ids, from one on.</summary>
    public IEnumerable<SellerId> From(SellerId first) =>
        _files.Keys.Where(id => id >= first.Value).Select(id => new SellerId(id));

    /// <summary>The file on a seller; null if there is none.</summary>
    public CaseFile? Find(SellerId seller) => _files.GetValueOrDefault(seller.Value);

    /// <summary>Whether a penalty keeps a store from promotions now (rule TRU-6).</summary>
    public bool IsBanned(StoreId store, MarketState market)
    {
        ref readonly var known = ref stores[store];
        return PromotionBan.MayBe(known.Market, market.Policy.Trust)
            && PromotionBan.IsOn(Find(known.Owner), store, market.Now, market.Policy.Trust);
    }

    /// <summary>The file on a seller, who comes to have one.</summary>
    public CaseFile Reached(SellerId seller)
    {
        if (!_files.TryGetValue(seller.Value, out var file))
        {
            _files[seller.Value] = file = new CaseFile(seller);
        }

        return file;
    }

    /// <summary>Keeps a file that is new.</summary>
    public void Keep(CaseFile file) => _files[file.Seller.Value] = file;

    /// <summary>How a store stood before the measure that is upon it; the default if none is.</summary>
    public StoreStanding BeforeOf(StoreId store) => _before.GetValueOrDefault(store.Value);

    /// <summary>Notes how a store stood before the measure that is upon it.</summary>
    public void Note(StoreId store, StoreStanding before)
    {
        if (before == default)
        {
            _before.Remove(store.Value);
        }
        else
        {
            _before[store.Value] = before;
        }
    }

    /// <summary>Whether a reviewer has time for one more appeal today; then it is taken.</summary>
    public bool TakeReview(DateTimeOffset now, TrustPolicy policy)
    {
        var taken = _reviews.Take(now, policy);
        _reviews = taken ?? _reviews;
        return taken is not null;
    }

    /// <summary>Adds the next deadline of a file, unless it was the last that was added.</summary>
    public void Watch(CaseFile file, Deadlines deadlines)
    {
        var (next, seller) = (file.DueAt, file.Seller.Value);
        if (next is { } at && next != _due.GetValueOrDefault(seller))
        {
            deadlines.Add(Due.Case, at, seller);
        }

        _due[seller] = next;
    }

    /// <inheritdoc/>
    public bool Fall(in Deadline deadline, MarketState market)
    {
        if (deadline.Due != Due.Case)
        {
            return false;
        }

        new EngineCases(market).Fall(new SellerId((int)deadline.Subject));
        return true;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("case");
        writer.Write(_files.Count);
        foreach (var (seller, file) in _files)
        {
            var facts = file.Facts;
            writer.Write(seller);
            writer.WriteSpan<Case>([.. facts.Cases]);
            writer.WriteSpan<Complaint>([.. facts.Complaints]);
            writer.WriteSpan<CaseAct>([.. facts.Acts]);
            writer.WriteSpan<StoreHold>([.. facts.Holds]);
            writer.Write(facts.LastCase);
            writer.Write(facts.LastAct);
            writer.Write(facts.SyncedMs);
        }

        writer.Write(_reviews.Day);
        writer.Write(_reviews.Taken);
        writer.Write(_before.Count);
        foreach (var (store, before) in _before)
        {
            writer.Write(store);
            writer.Write((byte)before.Status);
            writer.Write((byte)before.Cause);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("case");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            var seller = reader.Read<int>();
            var file = new CaseFile(new SellerId(seller), new CaseFileFacts(
                reader.ReadSpan<Case>(), reader.ReadSpan<Complaint>(), reader.ReadSpan<CaseAct>(),
                reader.ReadSpan<StoreHold>(), reader.Read<int>(), reader.Read<long>(), reader.Read<long>()));
            _files[seller] = file;
            _due[seller] = file.DueAt;
        }

        _reviews = new ReviewDay(reader.Read<int>(), reader.Read<int>());
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            _before[reader.Read<int>()] = new StoreStanding(
                (StoreStatus)reader.Read<byte>(), (SuspensionCause)reader.Read<byte>());
        }
    }

    /// <inheritdoc/>
    public IEnumerable<AuditCheck> Audit()
    {
        var audit = new CaseAudit();
        foreach (var file in _files.Values)
        {
            audit.Add(file);
        }

        for (var at = 0; at < stores.Count; at++)
        {
            audit.Add(new StoreId(at), stores[new StoreId(at)]);
        }

        yield return audit.Close();
    }
}
