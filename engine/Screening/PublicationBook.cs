namespace FlashSale.Engine;

/// <summary>
/// Listings whose screening is open, the brands of the catalogue, and the reviewers' day (rule LST-2).
/// </summary>
internal sealed class PublicationBook(ListingBook listings) : IBook
{
    private readonly SortedDictionary<int, Publication> _open = [];
    private readonly SortedDictionary<int, CatalogueBrand> _brands = [];

    /// <summary>The listings that reviewers looked at on a day.</summary>
    public ReviewedListings Reviewed { get; } = new();

    /// <inheritdoc/>
    public bool IsEmpty => _open.Count + _brands.Count + Reviewed.Listings.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a few numbers for each that waits

    /// <summary>Listings whose screening is open, by their ids.</summary>
    public IEnumerable<ListingId> Waiting => _open.Keys.Select(id => new ListingId(id));

    /// <summary>How many there are.</summary>
    public int Count => _open.Count;

    /// <summary>What is known of a publication; null if it is not open.</summary>
    public Publication? Of(ListingId id) => _open.TryGetValue(id.Value, out var one) ? one : null;

    /// <summary>Keeps what is known of a publication; null once it is settled.</summary>
    public void Set(ListingId id, Publication? open)
    {
        if (open is { } one)
        {
            _open[id.Value] = one;
        }
        else
        {
            _open.Remove(id.Value);
        }
    }

    /// <summary>A brand, as the catalogue knows it.</summary>
    public CatalogueBrand Of(int brand) => _brands.GetValueOrDefault(brand);

    /// <summary>Enters a brand, or strikes it out; false if it stands so already.</summary>
    public bool Set(int brand, CatalogueBrand entry)
    {
        if (Of(brand) == entry)
        {
            return false;
        }

        _brands[brand] = entry;
        if (entry == default)
        {
            _brands.Remove(brand);
        }

        return true;
    }

    /// <summary>A listing that has waited for too long is sold until a reviewer looks at it.</summary>
    public bool Fall(in Deadline deadline, MarketState market)
    {
        if (deadline.Due != Due.Publication)
        {
            return false;
        }

        var id = new ListingId((int)deadline.Subject);
        market.Screen(id, PublicationProcess.Fall(market.Listings[id].Publication, Of(id), market.Now));
        return true;
    }

    public IEnumerable<AuditCheck> Audit()
    {
        if (IsEmpty)
        {
            yield break;
        }

        var audit = new PublicationAudit();
        foreach (var (id, open) in _open)
        {
            audit.Add(new ListingId(id), open);
        }

        for (var at = 0; at < listings.Count; at++)
        {
            var id = new ListingId(at);
            if (listings.Exists(id))
            {
                audit.Add(id, listings[id]);
            }
        }

        yield return audit.Close();
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("publ");
        writer.Write(_open.Count);
        foreach (var (id, one) in _open)
        {
            writer.Write(id);
            writer.Write(one.ScoreMilli);
            writer.Write(one.Since.ToUnixTimeMilliseconds());
            writer.Write(one.ProvisionalAt?.ToUnixTimeMilliseconds() ?? 0);
            writer.Write((byte)(one.IsBrandKnown ? 1 : 0));
        }

        writer.Write(_brands.Count);
        foreach (var (id, brand) in _brands)
        {
            writer.Write(id);
            writer.Write((byte)(brand.IsKnown ? 1 : 0));
            writer.Write(brand.UsualPrice.Fen);
        }

        writer.Write(Reviewed.Day);
        writer.WriteSpan<int>([.. Reviewed.Listings]);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("publ");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            _open[reader.Read<int>()] = new Publication(
                reader.Read<int>(), DateTimeOffset.FromUnixTimeMilliseconds(reader.Read<long>()),
                MomentOf(reader.Read<long>()), reader.Read<byte>() == 1);
        }

        for (var left = reader.Read<int>(); left > 0; left--)
        {
            _brands[reader.Read<int>()] =
                new CatalogueBrand(reader.Read<byte>() == 1, Money.FromFen(reader.Read<long>()));
        }

        Reviewed.Restore(reader.Read<int>(), reader.ReadSpan<int>());
    }

    private static DateTimeOffset? MomentOf(long ms) =>
        ms == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
