namespace FlashSale.LoadTests;

/// <summary>What memory has cost this process since it began.</summary>
/// <param name="Bytes">Bytes that were allocated.</param>
/// <param name="Pauses">How long all threads stood still for the collector.</param>
internal readonly record struct ProcessCost(long Bytes, TimeSpan Pauses)
{
    /// <summary>Until now.</summary>
    public static ProcessCost Now => new(GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());

    /// <summary>Between two moments.</summary>
    public static ProcessCost operator -(ProcessCost later, ProcessCost earlier) =>
        new(later.Bytes - earlier.Bytes, later.Pauses - earlier.Pauses);
}
