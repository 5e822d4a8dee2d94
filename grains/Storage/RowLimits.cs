namespace FlashSale.Grains;

/// <summary>How much may be asked of a store at once; the same for all stores.</summary>
public static class RowLimits
{
    /// <summary>Rows in one write. Assumed: a grain writes fewer than a hundred at a time.</summary>
    public const int RowsPerWriteMax = 4_096;

    /// <summary>Rows in one page, or in one search for due rows.</summary>
    public const int RowsPerPageMax = 10_000;

    /// <summary>Bytes in the body of one row. Assumed: a grain's row has some hundred bytes.</summary>
    public const int BodyBytesMax = 1 << 18;

    /// <summary>Refuses a write that no store can carry out.</summary>
    internal static void CheckWrite(ReadOnlySpan<RowWrite> rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Length, RowsPerWriteMax);
        foreach (ref readonly var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row.Version);
            ArgumentOutOfRangeException.ThrowIfEqual(row.Version, long.MaxValue);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(row.Body?.Length ?? 0, BodyBytesMax);
        }
    }

    /// <summary>Refuses a page of no rows, or of too many.</summary>
    internal static void CheckRowsMax(int rowsMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowsMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsMax, RowsPerPageMax);
    }

    /// <summary>Refuses a slice that does not exist.</summary>
    internal static void CheckSlice(int slice, int slices)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slices);
        ArgumentOutOfRangeException.ThrowIfNegative(slice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slice, slices);
    }

    /// <summary>True if an owner belongs to a slice; the remainder is never negative.</summary>
    internal static bool IsInSlice(long owner, int slice, int slices) =>
        ((owner % slices) + slices) % slices == slice;
}
