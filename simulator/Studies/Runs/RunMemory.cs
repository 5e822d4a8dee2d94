namespace FlashSale.Simulator;

/// <summary>The memory of this machine, as far as runs may take it.</summary>
public static class RunMemory
{
    private const long Spare = 1L << 30; // For this process and the rest of the machine.
    private const double SpareOfPeaks = 1.2; // A run may need more than those before it.

    /// <summary>The memory that runs may take together.</summary>
    public static long FreeBytes
    {
        get
        {
            var memory = GC.GetGCMemoryInfo();
            return Math.Max(Spare, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes - Spare);
        }
    }

    /// <summary>What the peaks of runs at once may come to in so much memory, by those before them.</summary>
    public static long PeaksIn(long bytes) => (long)(bytes / SpareOfPeaks);
}
