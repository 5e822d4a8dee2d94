namespace FlashSale.Marketplace;

/// <summary>
/// Compares the stores that are under a penalty with the cases that put it upon them (rules TRU-5 to TRU-8).
/// </summary>
public sealed class CaseAudit
{
    private readonly AuditFindings _findings = new("penalties-have-cases", "TRU-5, TRU-6, TRU-8");
    private readonly Dictionary<StoreId, StoreMeasure> _told = [];
    private int _cases;
    private int _punished;

    /// <summary>Adds the file of a seller.</summary>
    public void Add(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = file.Facts;
        _cases += facts.Cases.Count;
        _findings.Expect(facts.Acts.Count == 0, $"{file.Seller}: {facts.Acts.Count} acts are left");
        foreach (var one in facts.Cases)
        {
            var id = new CaseId(file.Seller, one.Number);
            _findings.Expect(
                !one.Frozen.IsNegative && (one.Status != CaseStatus.Closed || one.Frozen == Money.Zero),
                $"{id} {one.Status} has {one.Frozen} frozen");
            _findings.Expect(
                one.IsUndecided == one.Status is not (CaseStatus.Decided or CaseStatus.Closed),
                $"{id} is {one.Status} and found {one.Verdict}");
        }

        foreach (var hold in facts.Holds)
        {
            _told[hold.Store] = hold.Measure;
        }
    }

    /// <summary>Adds a store, after all files.</summary>
    public void Add(StoreId id, in Store store)
    {
        if (store.SuspendedFor != SuspensionCause.Penalty)
        {
            return;
        }

        _punished++;
        var measure = store.Status switch
        {
            StoreStatus.Hidden => StoreMeasure.Hidden,
            StoreStatus.Suspended => StoreMeasure.Suspended,
            _ => StoreMeasure.Closed,
        };
        var told = _told.GetValueOrDefault(id);
        _findings.Expect(told == measure, $"{id} is {store.Status} for a penalty, its cases say {told}");
    }

    /// <summary>What was found.</summary>
    public AuditCheck Close() => _findings.Close($"{_cases} cases; {_punished} stores under a penalty");
}
