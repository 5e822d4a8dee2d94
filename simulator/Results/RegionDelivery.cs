namespace FlashSale.Simulator;

/// <summary>How long parcels took to one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="IsHit">Whether a shock of the scenario held its parcels up.</param>
/// <param name="Delivered">Parcels that were delivered to it.</param>
/// <param name="P50">Days from payment to delivery, median; null if nothing was delivered.</param>
/// <param name="P90">The same, nine tenths took no longer.</param>
public sealed record RegionDelivery(string Region, bool IsHit, long Delivered, double? P50, double? P90)
{
    internal static IReadOnlyList<RegionDelivery> Of(RunRecorder recorder, RunManifest manifest) =>
    [
        .. recorder.Labels.Regions.Select((region, at) => new RegionDelivery(
            region, manifest.Shocks.Any(shock => shock.HoldsParcelsOf(region)),
            manifest.Scale.Count(recorder.DeliveryTimes[at].Count),
            Days(recorder.DeliveryTimes[at], 0.5), Days(recorder.DeliveryTimes[at], 0.9))),
    ];

    internal static double? Days(Histogram times, double share) =>
        Rounded.To(times.QuantileMs(share) / FestivalClock.DayMs, 2);
}

/// <summary>Delivery to the regions that a shock hit, beside that to all others.</summary>
/// <param name="Hit">Days from payment to delivery in the regions that were hit.</param>
/// <param name="Elsewhere">The same in the others.</param>
public sealed record HitDelivery(DeliveryDays Hit, DeliveryDays Elsewhere)
{
    /// <summary>Null where no region was hit, or all were.</summary>
    internal static HitDelivery? Of(RunRecorder recorder, IReadOnlyList<RegionDelivery> regions)
    {
        var hit = DaysOf(region => region.IsHit);
        var elsewhere = DaysOf(region => !region.IsHit);
        return hit.P50 is null || elsewhere.P50 is null ? null : new HitDelivery(hit, elsewhere);

        DeliveryDays DaysOf(Func<RegionDelivery, bool> isOf)
        {
            var times = Histogram.SumOf(recorder.DeliveryTimes.Where((_, at) => isOf(regions[at])));
            return new DeliveryDays(
                times is null ? null : RegionDelivery.Days(times, 0.5),
                times is null ? null : RegionDelivery.Days(times, 0.9));
        }
    }
}
