namespace FlashSale.Simulator;

/// <summary>How long parcels took to each region: what snow and strikes did where.</summary>
internal static class RegionSection
{
    /// <summary>The chart; nothing if nothing was delivered.</summary>
    public static string Of(RunSummary run)
    {
        var regions = run.RegionDelivery.Where(region => region is { P50: not null, P90: not null })
            .OrderByDescending(region => region.P50).ToList();
        if (regions.Count == 0)
        {
            return "";
        }

        var chart = new RowChart(
            "Days from payment to delivery, by region", "Region",
            Axis.FromZero("days from payment to delivery", regions.Max(region => region.P90!.Value),
                days => Amounts.Number(days, 1)),
            [.. regions.Select(region => Row(region, regions.Exists(one => one.IsHit)))]);
        return Html.Section("Delivery by region", [
            ChartFigure.Of(chart, "Bars end where half of a region’s parcels had come, whiskers where nine "
                + "tenths had, of all days of the run."),
        ]);
    }

    // Where no region was hit, none is «elsewhere».
    private static ChartRow Row(RegionDelivery region, bool isNamed)
    {
        var (half, most) = (region.P50!.Value, region.P90!.Value);
        var (colour, name) = region.IsHit ? ("plain", "under snow or a strike") : ("orders", "elsewhere");
        return new ChartRow(
            region.Region, $"{Amounts.Number(half, 1)} days, 90 % in {Amounts.Number(most, 1)}",
            new RowSegment(0, half, colour) { Name = isNamed ? name : "" })
        {
            Interval = new Whisker(half, most),
        };
    }
}
