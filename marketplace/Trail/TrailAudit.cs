namespace FlashSale.Marketplace;

/// <summary>Whether a trail can be the whole of what operators did (rule IDN-5).</summary>
public static class TrailAudit
{
    /// <summary>Counts the acts again, which are in their order.</summary>
    public static AuditCheck Of(IReadOnlyList<TrailEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var findings = new AuditFindings("trail-has-no-gaps", "IDN-5");
        TrailMark? before = null;
        foreach (var entry in entries)
        {
            var mark = entry.Mark;
            var isFirst = before is not { } last
                || (last.AtMs, last.Subject).CompareTo((mark.AtMs, mark.Subject)) < 0;
            findings.Expect(
                isFirst ? mark.Number == 0 : mark == before!.Value.Next, $"{mark} does not follow {before}");
            findings.Expect(!entry.Trace.By.IsNone, $"nobody signed {mark}");
            before = mark;
        }

        return findings.Close($"{entries.Count} acts of operators");
    }
}
