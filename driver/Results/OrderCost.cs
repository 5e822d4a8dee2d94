namespace FlashSale.Driver;

/// <summary>
/// What an order that was done cost, on average over the load without its warm-up; null where it is unknown.
/// </summary>
/// <param name="GrainCalls">Calls of grains, of buyers and of other grains.</param>
/// <param name="Activations">Grains that were woken.</param>
/// <param name="Rows">Rows that became durable.</param>
/// <param name="AllocatedBytes">Bytes that the process allocated, the driver's included.</param>
/// <param name="CpuUs">CPU time of the process in microseconds, the driver's included.</param>
public sealed record OrderCost(
    double? GrainCalls, double? Activations, double? Rows, double? AllocatedBytes, double? CpuUs);

/// <summary>What became of the events that orders leave behind.</summary>
/// <param name="AreEmpty">Whether every event had arrived before the audit began.</param>
/// <param name="EmptyAfterSeconds">How long that took after the last answer.</param>
/// <param name="Delivered">Events that were delivered, of all kinds.</param>
/// <param name="Paid">Those that tell of a payment.</param>
/// <param name="Verdicts">Those that tell of a verdict on a store or a buyer.</param>
/// <param name="Points">Credit points that the stores of the load have now.</param>
public sealed record StreamFigures(
    bool AreEmpty, double EmptyAfterSeconds, long Delivered, long Paid, long Verdicts, long Points);
