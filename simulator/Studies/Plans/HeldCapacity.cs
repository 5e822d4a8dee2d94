namespace FlashSale.Simulator;

/// <summary>
/// Packing and couriers are so many parcels a day, though a scenario says them as shares of its own parcels:
/// a point with more orders has the base's, not more.
/// </summary>
internal static class HeldCapacity
{
    /// <summary>The facts that say how many parcels there are to be.</summary>
    public static IReadOnlyList<string> Facts { get; } =
        ["festival.gmvYuan", "festival.averageOrderYuan"];

    /// <summary>The scenario of a point whose facts differ, with the base's capacity.</summary>
    /// <param name="study">The study; facts that it recalibrates bring their capacity.</param>
    /// <param name="held">The base of the point.</param>
    /// <param name="changes">What the point changes.</param>
    /// <param name="scenario">Its scenario.</param>
    public static Scenario Of(
        Study study, Scenario held, IReadOnlyList<ScenarioChange> changes, Scenario scenario)
    {
        var parcels = held.Festival.OrdersPaid / scenario.Festival.OrdersPaid;
        var isCalibratedAnew = changes.Any(change =>
            study.Recalibrate.Contains(change.Path.Key)
            || KeyRoles.Of(change.Path.Key) == KeyRole.AnotherWorld);
        return parcels == 1 || isCalibratedAnew ? scenario : scenario with
        {
            Capacity = scenario.Capacity with
            {
                PackedPerDay = scenario.Capacity.PackedPerDay * parcels,
                DeliveredPerDay = scenario.Capacity.DeliveredPerDay * parcels,
            },
        };
    }
}
