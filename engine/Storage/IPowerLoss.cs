namespace FlashSale.Engine;

/// <summary>
/// Decides what an imagined power loss leaves of what was not synced. Asked in a fixed order.
/// </summary>
internal interface IPowerLoss
{
    /// <summary>Whether the unsynced creation, deletion or renaming of this name reached the disk.</summary>
    bool KeepsName(string name);

    /// <summary>Whether the unsynced change of the file's length reached the disk.</summary>
    bool KeepsLength(string name);

    /// <summary>
    /// How many bytes of one unsynced sector, from its start, reached the disk: 0 to <paramref
    /// name="count"/>.
    /// </summary>
    int BytesKept(string name, long offset, int count);
}

/// <summary>All that was not synced is gone, or by luck all of it is there.</summary>
internal sealed class PlainPowerLoss(bool keepsAll) : IPowerLoss
{
    public bool KeepsName(string name) => keepsAll;

    public bool KeepsLength(string name) => keepsAll;

    public int BytesKept(string name, long offset, int count) => keepsAll ? count : 0;
}
