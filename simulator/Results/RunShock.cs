namespace FlashSale.Simulator;

/// <summary>
/// A trouble that the scenario planned, as its result names it (rules LOG-2, CAP-1, ESC-5).
/// </summary>
public sealed record RunShock(
    [Figure("–", "trouble that the scenario planned: snow, courier-strike, channel-outage, gateway-limit, "
        + "packing-slowdown")]
    string Kind,
    [Figure("–", "the regions or the channel that it hit; empty is all", At = "[]")]
    IReadOnlyList<string> Places,
    [Figure("s", "when it began")] double FromSeconds,
    [Figure("s", "when it ended")] double UntilSeconds,
    [Figure("share", "of the capacity that it left")] double Capacity,
    [Figure("share", "of intended checkouts that still happened in its regions")] double Confidence)
{
    /// <summary>Whether it holds parcels up in a region.</summary>
    public bool HoldsParcelsOf(string region) =>
        Kind is "snow" or "courier-strike" && (Places.Count == 0 || Places.Contains(region));

    internal static RunShock Of(Shock shock) => new(
        Words.Of(shock.Kind),
        shock.Channel is { } channel ? [Words.Of(channel)] : shock.Regions,
        shock.From.TotalSeconds, shock.Until.TotalSeconds, shock.CapacityFactor, shock.Confidence);
}
