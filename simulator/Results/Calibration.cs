namespace FlashSale.Simulator;

/// <summary>What a run was calibrated to and held, and what acted afterwards.</summary>
public sealed record Calibration(
    [Figure("–", "hash of the facts and the world: equal in runs that differ only in interventions")]
    string By,
    [Figure("buyers", "who were to come; held against every intervention")] long Buyers,
    [Figure("checkouts", "that they intended")] long Checkouts,
    [Figure("orders", "that these would make if all were placed")] long Orders,
    [Figure("yuan", "list price of a listing at its category's level 1")] double LevelYuan,
    [Figure("orders", "that buyers intend at the run's own prices, as the market opens (DEM-2)")]
    long OrdersAtItsPrices,
    [Figure("orders", "of the difference: bought on the day, not in the weeks around; below 0 the other way")]
    long OrdersMovedInTime,
    [Figure("–", "what the scenario sets that acted afterwards, at most a hundred", At = "[].name")]
    [Figure("–", "its value", At = "[].value")]
    IReadOnlyList<RunParameter> Interventions)
{
    private const int InterventionsMax = 100;

    internal static Calibration Of(World world)
    {
        var (held, scale) = (world.Calibrated, new SampleScale(world.Scenario.Scale));
        var orders = held.Demand.OrdinaryOrders + held.Demand.PresaleOrders;
        var atItsPrices = world.PriceResponse?.Orders ?? orders;
        return new Calibration(
            held.Hash,
            scale.Count(held.Buyers.Count),
            scale.Count(held.Demand.Checkouts),
            scale.Count((long)Math.Round(orders)),
            Rounded.To(held.Prices.LevelYuan, 2),
            scale.Count((long)Math.Round(atItsPrices)),
            scale.Count((long)Math.Round(world.PriceResponse?.MovedOf(atItsPrices - orders) ?? 0)),
            [.. KeyRoles.InterventionsOf(world.Scenario).Take(InterventionsMax)]);
    }
}
