using System.Security.Cryptography;

namespace FlashSale.Engine;

/// <summary>
/// A part of a file as a stream, read or written from front to back; what is written also goes into a hash.
/// </summary>
internal sealed class StorageStream : Stream
{
    private readonly IStorageFile _file;
    private readonly long _start;
    private readonly long _length;
    private readonly IncrementalHash? _hash;
    private long _position;

    private StorageStream(IStorageFile file, long start, long length, IncrementalHash? hash)
    {
        _file = file;
        _start = start;
        _length = length;
        _hash = hash;
    }

    public override bool CanRead => _hash is null;

    public override bool CanWrite => _hash is not null;

    public override bool CanSeek => false;

    public override long Length => _hash is null ? _length : _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// The bytes from <paramref name="start"/> on, and not more than <paramref name="length"/> of them.
    /// </summary>
    public static StorageStream Reader(IStorageFile file, long start, long length) =>
        new(file, start, length, null);

    /// <summary>Writes from <paramref name="start"/> on.</summary>
    public static StorageStream Writer(IStorageFile file, long start, IncrementalHash hash) =>
        new(file, start, 0, hash);

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, _length - _position);
        var read = _file.Read(_start + _position, buffer[..count]);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash!.AppendData(buffer);
        _file.Write(_start + _position, buffer);
        _position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
