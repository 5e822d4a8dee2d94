namespace FlashSale.Engine;

/// <summary>One file of an <see cref="IStorage"/>, read and written at offsets in bytes.</summary>
public interface IStorageFile : IDisposable
{
    /// <summary>The length in bytes.</summary>
    long Length { get; }

    /// <summary>
    /// Fills the buffer from an offset; returns the bytes read, fewer only at the end of the file.
    /// </summary>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Writes all bytes at an offset, making the file longer if it must be.</summary>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts the file to a length that is not above the present one.</summary>
    void Truncate(long length);

    /// <summary>
    /// Makes the file at least this long, with zeros that have their place on the disk, so that writing over
    /// them later changes no metadata and cannot find the disk full.
    /// </summary>
    void Preallocate(long length);

    /// <summary>Returns when all bytes written so far would outlive a power loss.</summary>
    /// <remarks>After a failure nothing is known about any of them, and a later success says nothing about
    /// them: the kernel may have dropped the pages. So a failed sync is never retried.</remarks>
    void Sync();
}
