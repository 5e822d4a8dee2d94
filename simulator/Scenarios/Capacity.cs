namespace FlashSale.Simulator;

/// <summary>What stands before the market and behind it: gateway, stores' packing and couriers.</summary>
public sealed record Capacity
{
    /// <summary>
    /// Orders that the gateway admits, as a share of the festival's published peak (rule CAP-1).
    /// </summary>
    public double GatewayShareOfPeak { get; init; } = 1;

    /// <summary>
    /// What all stores together pack a day, as a share of the festival's parcels (rule LOG-1).
    /// </summary>
    /// <remarks>
    /// F: 100 million of 1,292 million parcels of 2019 were shipped by 08:01, which is 23 % a day.
    /// </remarks>
    public double PackedPerDay { get; init; } = 0.25;

    /// <summary>
    /// What all couriers together deliver a day, as a share of the festival's parcels (rule LOG-1).
    /// </summary>
    /// <remarks>
    /// Fitted, one number for all years: with a first delivery round 1.4 days after midnight it meets the
    /// published days of
    /// the first 100 million parcels of 2013 to 2019 within about 10 %.
    /// </remarks>
    public double DeliveredPerDay { get; init; } = 0.085;

    /// <summary>
    /// From the store to the courier of the buyer's region, at most 24 days (fitted with
    /// <see cref="DeliveredPerDay"/>).
    /// </summary>
    public LengthQuantiles Transit { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(8)),
        (1, TimeSpan.FromHours(20)),
        (10, TimeSpan.FromHours(28)),
        (50, TimeSpan.FromHours(34)),
        (90, TimeSpan.FromHours(48)),
        (100, TimeSpan.FromDays(5)));

    internal static Capacity Read(Block block)
    {
        var usual = new Capacity();
        return new Capacity
        {
            GatewayShareOfPeak = block.Number("gatewayShareOfPeak", usual.GatewayShareOfPeak, new(0.001,
                1_000)),
            PackedPerDay = block.Number("packedPerDay", usual.PackedPerDay, new(0.001, 1_000)),
            DeliveredPerDay = block.Number("deliveredPerDay", usual.DeliveredPerDay, new(0.001, 1_000)),
            Transit = block.Section("transit", usual.Transit, LengthQuantiles.Read),
        };
    }
}
