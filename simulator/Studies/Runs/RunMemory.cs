namespace FlashSale.Simulator;

/// <summary>The memory of this machine, as far as runs may take it.</summary>
public static class RunMemory
{
    private const long Spare = 1L << 30; // For this process and the rest of the machine.

    /// <summary>The memory that runs may take together.</summary>
    public static long FreeBytes
    {
        get
        {
            var memory = GC.GetGCMemoryInfo();
            return Math.Max(Spare, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes - Spare);
        }
    }
}
