namespace FlashSale.Driver;

/// <summary>How long a market takes to be again as it was before a trouble.</summary>
public static class RecoveryTime
{
    // Assumed: as before is 90 % of the share answered, and at most twice the latency and 50 ms.
    private const double ShareKept = 0.9;
    private const double LatencyFactor = 2;
    private const double LatencyMsSpare = 50;
    private const int SecondsBefore = 10;
    private const int SecondsSteady = 3;

    /// <summary>
    /// Seconds from a trouble to the first of three in a row that are as those before it; null if there are
    /// none.
    /// </summary>
    public static int? After(IReadOnlyList<SecondRow> timeline, int second)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var planned = timeline.Where(row => row.Planned > 0).ToList();
        var before =
            planned.Where(row => row.Second < second && row.Second >= second - SecondsBefore).ToList();
        var after = planned.Where(row => row.Second >= second).ToList();
        var latencies = before.Select(row => row.LatencyMsP99).OfType<double>().Order().ToList();
        if (latencies.Count == 0)
        {
            return null; // there is nothing to compare with
        }

        var share = before.Sum(Answered) / (double)before.Sum(row => row.Planned);
        var p99 = latencies[latencies.Count / 2];
        for (var at = 0; at + SecondsSteady <= after.Count; at++)
        {
            if (after.Skip(at).Take(SecondsSteady).All(row => IsAsBefore(row, share, p99)))
            {
                return after[at].Second - second;
            }
        }

        return null;
    }

    private static bool IsAsBefore(SecondRow row, double share, double p99) =>
        Answered(row) >= ShareKept * share * row.Planned && row.Errors == 0
        && row.LatencyMsP99 <= (LatencyFactor * p99) + LatencyMsSpare;

    private static long Answered(SecondRow row) => row.Done + row.Refused;
}
