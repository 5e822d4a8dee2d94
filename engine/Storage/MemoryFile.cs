namespace FlashSale.Engine;

/// <summary>An open file of a <see cref="MemoryStorage"/>.</summary>
internal sealed class MemoryFile(MemoryContents contents) : IStorageFile
{
    public long Length => contents.Length;

    public int Read(long offset, Span<byte> buffer) => contents.Read(offset, buffer);

    public void Write(long offset, ReadOnlySpan<byte> bytes) => contents.Write(offset, bytes);

    public void Truncate(long length)
    {
        if (length < contents.Length)
        {
            contents.SetLength(length);
        }
    }

    public void Preallocate(long length)
    {
        if (length > contents.Length)
        {
            contents.SetLength(length);
        }
    }

    public void Sync() => contents.Sync();

    public void Dispose()
    {
    }
}
