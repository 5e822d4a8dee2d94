namespace FlashSale.Simulator;

/// <summary>A planned trouble as a report shows it: a band of a chart, and the words for it.</summary>
/// <param name="FromSeconds">When it began, since midnight.</param>
/// <param name="UntilSeconds">When it ended.</param>
/// <param name="Label">What it was, and where: «snow in the east».</param>
internal sealed record ShockBand(double FromSeconds, double UntilSeconds, string Label)
{
    /// <summary>The trouble of a run that began before the run ended, in its order.</summary>
    public static IReadOnlyList<ShockBand> Of(RunSummary run) =>
    [
        .. run.Shocks.Where(shock => shock.FromSeconds < run.SimulatedDays * FestivalClock.DaySeconds)
            .Select(shock => new ShockBand(shock.FromSeconds, shock.UntilSeconds, LabelOf(shock))),
    ];

    /// <summary>The same as shaded stretches of an axis of time.</summary>
    public static IEnumerable<GuideArea> Areas(RunSummary run) => Of(run).Select(band =>
        new GuideArea(band.FromSeconds, band.UntilSeconds, band.Label, "shock") { IsLabelled = true });

    private static string LabelOf(RunShock shock)
    {
        var left = shock.Capacity > 0 ? Amounts.Percent(shock.Capacity, 0) : null;
        return shock.Kind switch
        {
            "snow" => $"snow{In(shock.Places)}",
            "courier-strike" => $"couriers on strike{In(shock.Places)}",
            "channel-outage" when left is null => $"{Channels(shock.Places)} out",
            "channel-outage" => $"{Channels(shock.Places)} at {left}",
            "gateway-limit" => $"gateway at {left ?? "0 %"}",
            _ => $"packing at {left ?? "0 %"}",
        };
    }

    private static string In(IReadOnlyList<string> regions) => regions.Count == 0
        ? " everywhere" : $" in {Amounts.List(regions)}";

    private static string Channels(IReadOnlyList<string> channels) => channels.Count == 0
        ? "all payment channels" : $"payment by {Amounts.List(channels)}";
}
