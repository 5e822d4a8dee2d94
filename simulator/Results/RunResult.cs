namespace FlashSale.Simulator;

/// <summary>
/// The result of a run: a value from which every report can be written, now or again later.
/// </summary>
/// <param name="Summary">The run in numbers.</param>
/// <param name="Timeline">What happened when, at full scale.</param>
public sealed record RunResult(RunSummary Summary, IReadOnlyList<TimelineRow> Timeline)
{
    private const long Parcels100Million = 100_000_000;

    // 1 s to 24 h: fine where the rush is, whole hours later.
    private static readonly int[] ClockSeconds =
    [
        1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 5_400,
        .. Enumerable.Range(1, 24).Select(hour => hour * 3_600),
    ];

    /// <summary>
    /// Brings what was recorded to full scale and compares it with the published facts of its year.
    /// </summary>
    public static RunResult Of(RunRecorder recorder, RunManifest manifest, RunEnding ending)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(ending);
        var timeline = TimelineRow.Of(recorder, manifest.Scale, ending.CatalogueScale).ToList();
        var published = manifest.Year is { } year ? Published.Year(year) : null;
        var totals = new RunTotals(recorder);
        var summary = SummaryFields.Of(recorder, totals, manifest, ending) with
        {
            GmvClock = Clock(totals, manifest.Scale, ending.EndAtMs, published),
            First100MillionParcelsDays = First100Million(timeline),
        };
        var comparison = published is null ? null : FestivalComparison.Of(summary, published);
        return new RunResult(summary with { Comparison = comparison }, timeline);
    }

    private static IReadOnlyList<GmvClockPoint> Clock(
        RunTotals totals, SampleScale scale, long endAtMs, PublishedYear? published)
    {
        var whole = totals.Gmv.Fen;
        return [.. ClockSeconds
            .Concat(published?.Clock.Select(point => point.Seconds) ?? [])
            .Where(seconds => seconds * 1_000L <= endAtMs)
            .Distinct()
            .Order()
            .Select(seconds => (seconds, gmv: totals.GmvBefore(seconds)))
            .Select(at => new GmvClockPoint(
                at.seconds,
                scale.Amount(at.gmv).Yuan,
                whole == 0 ? 0 : Rounded.To((double)at.gmv.Fen / whole, 6)))];
    }

    // Days since midnight, to the minute in which the 100-millionth parcel of the day was signed for.
    private static double? First100Million(IEnumerable<TimelineRow> timeline)
    {
        var parcels = 0L;
        foreach (var row in timeline)
        {
            parcels += row[Measures.DeliveredOfDay];
            if (parcels >= Parcels100Million)
            {
                return Rounded.To((double)row.EndSeconds / FestivalClock.DaySeconds, 2);
            }
        }

        return null;
    }
}
