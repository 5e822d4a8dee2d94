using System.Diagnostics.Metrics;

namespace FlashSale.Grains;

/// <summary>
/// What the stores count, under the meter <see cref="MeterName"/>; each with the tag «store».
/// </summary>
public static class StorageMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "FlashSale.Storage";

    private static readonly Meter Meter = new(MeterName);

    internal static readonly Counter<long> Commits = Meter.CreateCounter<long>(
        "flashsale.storage.commits", "{commit}", "Commits that became durable");

    internal static readonly Histogram<long> RowsPerCommit = Meter.CreateHistogram<long>(
        "flashsale.storage.commit.rows", "{row}", "Rows that shared a commit");

    internal static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram<double>(
        "flashsale.storage.commit.duration", "s", "From the start of a commit until it was durable");

    internal static readonly UpDownCounter<long> Waiting = Meter.CreateUpDownCounter<long>(
        "flashsale.storage.writes.waiting", "{write}", "Writes that wait for a commit");

    internal static readonly StoreTotals Conflicts = Totals(
        "flashsale.storage.conflicts", "Writes refused because a row had another version");

    internal static readonly StoreTotals Failures = Totals(
        "flashsale.storage.failures", "Writes that failed, or about which nothing is known");

    private static StoreTotals Totals(string name, string meaning)
    {
        var totals = new StoreTotals();
        Meter.CreateObservableCounter(name, totals.All, "{write}", meaning);
        return totals;
    }
}
