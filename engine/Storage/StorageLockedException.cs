namespace FlashSale.Engine;

/// <summary>The folder is open for writing in another process, or a second time in this one.</summary>
public sealed class StorageLockedException(string folder, Exception inner) : IOException(
    $"{folder} is in use: another process holds its lock file. Stop it, or open it for reading.", inner)
{
    /// <summary>The folder that was asked for.</summary>
    public string Folder { get; } = folder;
}
