using Microsoft.Win32.SafeHandles;

namespace FlashSale.Engine;

/// <summary>A real file, by its handle.</summary>
internal sealed class FolderFile(SafeFileHandle handle) : IStorageFile
{
    private static readonly byte[] Zeros = new byte[1 << 18];

    public long Length => RandomAccess.GetLength(handle);

    public int Read(long offset, Span<byte> buffer)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[done..], offset + done);
            if (read == 0)
            {
                break;
            }

            done += read;
        }

        return done;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

    public void Truncate(long length) => RandomAccess.SetLength(handle, length);

    /// <remarks>Zeros are written, not only reserved: a reserved extent still costs a metadata update at its
    /// first sync.</remarks>
    public void Preallocate(long length)
    {
        for (var at = Length; at < length;)
        {
            var step = (int)Math.Min(Zeros.Length, length - at);
            RandomAccess.Write(handle, Zeros.AsSpan(0, step), at);
            at += step;
        }
    }

    public void Sync()
    {
        if (OperatingSystem.IsLinux())
        {
            Posix.SyncContents(handle);
        }
        else
        {
            RandomAccess.FlushToDisk(handle);
        }
    }

    public void Dispose() => handle.Dispose();
}
