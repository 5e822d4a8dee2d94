namespace FlashSale.Engine;

/// <summary>Which stores are certified, asked to be, or on their way (rules IDN-1 to IDN-3).</summary>
internal sealed class CertificationBook(MarketSize size) : IBook
{
    private readonly Table<Certification> _rows = new(size.StoresMax);

    /// <inheritdoc/>
    public bool IsEmpty => _rows.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("certifications", _rows.Bytes)];

    /// <summary>What is kept of a store; nothing if it never asked and was never asked.</summary>
    public Certification Of(StoreId id) => id.Value < _rows.Count ? _rows[id.Value] : default;

    /// <summary>Keeps what has changed.</summary>
    public void Set(StoreId id, in Certification certification)
    {
        if (!certification.IsEmpty || id.Value < _rows.Count)
        {
            _rows.Reach(id.Value);
            _rows[id.Value] = certification;
        }
    }

    /// <summary>A store that was summoned and has no certificate sells no more (rule IDN-3).</summary>
    public bool Fall(in Deadline deadline, MarketState market)
    {
        if (deadline.Due != Due.Certificate)
        {
            return false;
        }

        var store = new StoreId((int)deadline.Subject);
        market.Follow(store, market.Stores[store].CheckAt(market.Policies));
        return true;
    }

    public IEnumerable<AuditCheck> Audit()
    {
        if (IsEmpty)
        {
            yield break;
        }

        var findings = new AuditFindings("certificates-were-earned", "IDN-1, IDN-3");
        for (var at = 0; at < _rows.Count; at++)
        {
            findings.Expect(_rows[at].Facts.Problem() is null, $"the certificate of s{at} cannot be");
        }

        yield return findings.Close($"{_rows.Count} stores");
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("cert");
        _rows.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("cert");
        _rows.Load(reader);
    }
}
