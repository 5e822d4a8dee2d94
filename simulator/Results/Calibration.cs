namespace FlashSale.Simulator;

/// <summary>What a run was calibrated to and held, and what acted afterwards.</summary>
public sealed record Calibration(
    [Figure("–", "hash of the facts and the world: equal in runs that differ only in interventions")]
    string By,
    [Figure("buyers", "who were to come; held against every intervention")] long Buyers,
    [Figure("checkouts", "that they intended")] long Checkouts,
    [Figure("orders", "that these would make if all were placed")] long Orders,
    [Figure("yuan", "list price of a listing at its category's level 1")] double LevelYuan,
    [Figure("–", "what the scenario sets that acted afterwards, at most a hundred", At = "[].name")]
    [Figure("–", "its value", At = "[].value")]
    IReadOnlyList<RunParameter> Interventions)
{
    private const int InterventionsMax = 100;

    internal static Calibration Of(World world)
    {
        var (held, scale) = (world.Calibrated, new SampleScale(world.Scenario.Scale));
        return new Calibration(
            held.Hash,
            scale.Count(held.Buyers.Count),
            scale.Count(held.Demand.Checkouts),
            scale.Count((long)Math.Round(held.Demand.OrdinaryOrders + held.Demand.PresaleOrders)),
            Rounded.To(held.Prices.LevelYuan, 2),
            [.. KeyRoles.InterventionsOf(world.Scenario).Take(InterventionsMax)]);
    }
}
