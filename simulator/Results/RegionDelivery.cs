namespace FlashSale.Simulator;

/// <summary>How long parcels took to one region.</summary>
public sealed record RegionDelivery(
    [Figure("–", "a region that parcels go to")] string Region,
    [Figure("–", "whether snow or a strike held its parcels up")] bool IsHit,
    [Figure("parcels", "delivered to it, of all days")] long Delivered,
    [Figure("days", "from payment to delivery, median; null if nothing was delivered")] double? P50,
    [Figure("days", "the same, 90 % are delivered sooner")] double? P90)
{
    internal static IReadOnlyList<RegionDelivery> Of(RunRecorder recorder, RunManifest manifest) =>
    [
        .. recorder.Labels.Regions.Select((region, at) =>
        {
            var times = recorder.DeliveryTimes[at];
            var days = DeliveryTimes.DaysOf(times);
            return new RegionDelivery(
                region, manifest.Shocks.Any(shock => shock.HoldsParcelsOf(region)),
                manifest.Scale.Count(times.Count), days.P50, days.P90);
        }),
    ];
}

/// <summary>Delivery to the regions that a shock hit, beside that to all others.</summary>
public sealed record HitDelivery(
    [Figure("days", "from payment to delivery in the regions that were hit, median; "
        + "`hitDelivery` is null where none was hit, or all", At = ".p50")]
    [Figure("days", "the same, 90 % are delivered sooner", At = ".p90")]
    DeliveryDays Hit,
    [Figure("days", "the same in the other regions", At = ".p50")]
    [Figure("days", "90 % are delivered sooner", At = ".p90")]
    DeliveryDays Elsewhere)
{
    /// <summary>Null where no region was hit, or all were.</summary>
    internal static HitDelivery? Of(DeliveryTimes times, IReadOnlyList<RegionDelivery> regions)
    {
        var hit = times.DaysTo(region => regions[region].IsHit);
        var elsewhere = times.DaysTo(region => !regions[region].IsHit);
        return hit.P50 is null || elsewhere.P50 is null ? null : new HitDelivery(hit, elsewhere);
    }
}
