namespace FlashSale.Grains;

/// <summary>What one commit does to one row, after the writes to it were taken together.</summary>
/// <param name="Key">The row.</param>
/// <param name="Base">The version that must be there; 0 if there must be no such row.</param>
/// <param name="Version">The version that is left; 0 if the row is gone.</param>
/// <param name="Body">The contents that are left; null if the row is gone.</param>
/// <param name="DueMs">When something has to be done, as Unix time in milliseconds; null if never.</param>
internal readonly record struct RowChange(RowKey Key, long Base, long Version, byte[]? Body, long? DueMs)
{
    /// <summary>The change that a single write makes.</summary>
    public static RowChange Of(in RowWrite write) => new(
        write.Key, write.Version, write.Body is null ? 0 : write.Version + 1, write.Body, write.DueMs);

    /// <summary>This change and one more write, as one change.</summary>
    public RowChange Then(in RowWrite write) => Of(write) with { Base = Base };
}
