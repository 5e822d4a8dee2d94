using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// Compares the cases that the watch has opened, counted again from the files, with its alerts (rule TRU-13).
/// </summary>
public sealed class WatchAudit
{
    private readonly AuditFindings _findings = new("alerts-have-cases", "TRU-13");
    private readonly Dictionary<SellerId, (int Cases, bool IsWhole)> _files = [];
    private (int Alerts, int Cases) _counted;

    /// <summary>Adds the file of a seller; all files come before all watches.</summary>
    public void Add(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = file.Facts;
        _files[file.Seller] = (
            facts.Cases.Count(one => one.Source == CaseSource.Watch),
            facts.Cases.Count == facts.LastCase); // else the oldest are forgotten
    }

    /// <summary>Adds what the watch keeps of a seller.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="watch">What the watch keeps.</param>
    /// <param name="told">The number of the last alert that the file knows of.</param>
    public void Add(SellerId seller, WatchFacts watch, int told)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var file = _files.Remove(seller, out var found) ? found : (Cases: 0, IsWhole: true);
        _counted = (_counted.Alerts + watch.LastAlert, _counted.Cases + watch.Opened);
        _findings.Expect(
            watch.Alerts.Count == 0 && told == watch.LastAlert,
            $"{seller}: {watch.LastAlert} alerts, the file knows {told}, {watch.Alerts.Count} are left");
        var agree = file.Cases == watch.Opened
            || (!file.IsWhole && watch.Opened > file.Cases && watch.LastAlert >= watch.Opened);
        _findings.Expect(
            agree && watch.Opened <= watch.LastAlert,
            $"{seller}: {file.Cases} cases by alerts, {watch.Opened} of {watch.LastAlert} alerts opened one");
    }

    /// <summary>What was found.</summary>
    public AuditCheck Close()
    {
        foreach (var (seller, file) in _files.OrderBy(one => one.Key.Value))
        {
            _findings.Expect(file.Cases == 0, $"{seller}: {file.Cases} cases by alerts that nobody gave");
        }

        return _findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{_counted.Alerts} alerts opened {_counted.Cases} cases"));
    }
}
