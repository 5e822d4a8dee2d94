namespace FlashSale.Simulator;

/// <summary>
/// A trouble that the scenario planned, as its result names it (rules LOG-2, CAP-1, ESC-5).
/// </summary>
/// <param name="Kind">snow, courier-strike, channel-outage, gateway-limit or packing-slowdown.</param>
/// <param name="Places">The regions or the channel that it hit; empty is all.</param>
/// <param name="FromSeconds">When it began, since midnight.</param>
/// <param name="UntilSeconds">When it ended.</param>
/// <param name="Capacity">The share of the capacity that it left.</param>
/// <param name="Confidence">The share of intended checkouts that still happened in its regions.</param>
public sealed record RunShock(
    string Kind, IReadOnlyList<string> Places, double FromSeconds, double UntilSeconds, double Capacity,
    double Confidence)
{
    /// <summary>Whether it holds parcels up in a region.</summary>
    public bool HoldsParcelsOf(string region) =>
        Kind is "snow" or "courier-strike" && (Places.Count == 0 || Places.Contains(region));

    internal static RunShock Of(Shock shock) => new(
        Words.Of(shock.Kind),
        shock.Channel is { } channel ? [Words.Of(channel)] : shock.Regions,
        shock.From.TotalSeconds, shock.Until.TotalSeconds, shock.CapacityFactor, shock.Confidence);
}
