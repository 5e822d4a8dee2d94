namespace FlashSale.Simulator;

/// <summary>What a run was calibrated to and held, and what acted afterwards.</summary>
/// <param name="By">A hash of the facts and the world: equal in all runs that share them.</param>
/// <param name="Buyers">Buyers who were to come.</param>
/// <param name="Checkouts">Checkouts that they intended together.</param>
/// <param name="Orders">Orders that these would make.</param>
/// <param name="LevelYuan">The list price of a listing at the level 1 of its category.</param>
/// <param name="Interventions">What the scenario sets that moved none of this, at most a hundred.</param>
public sealed record Calibration(
    string By,
    long Buyers,
    long Checkouts,
    long Orders,
    double LevelYuan,
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
