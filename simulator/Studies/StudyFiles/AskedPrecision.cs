namespace FlashSale.Simulator;

/// <summary>How narrow the intervals of a measure are to be: seeds are added until they are.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Goal">How narrow, by which method, and the most seeds.</param>
public sealed record AskedPrecision(string Measure, PrecisionGoal Goal)
{
    private const int SeedsMax = 10_000;

    /// <summary>Reads the block «precision».</summary>
    internal static AskedPrecision Read(Block block, IReadOnlyList<AskedMeasure> measures, int pilot)
    {
        var measure = AskedMeasure.Named(block, "measure", measures)?.Name ?? "";
        var half = block.OptionalNumber("halfWidth", new(double.Epsilon, 1e18));
        var relative = block.OptionalNumber("relative", new(0.000_1, 1));
        if (half is null == relative is null)
        {
            block.RefuseWhole(half is null ? "how narrow is not said" : "how narrow is said twice",
                "halfWidth, in the unit of the measure, or relative, as 0.1");
        }

        if (pilot < 2)
        {
            block.RefuseWhole("a pilot of one seed has no interval", "seeds: 2 or more");
        }

        return new AskedPrecision(measure, new PrecisionGoal(
            half, relative, (int)block.Count("seedsMax", null, pilot, SeedsMax),
            block.Choice<PrecisionMethod>("method", PrecisionMethod.TwoStage), pilot));
    }
}
