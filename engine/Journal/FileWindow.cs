namespace FlashSale.Engine;

/// <summary>Reads a file from front to back through one buffer.</summary>
internal sealed class FileWindow(IStorageFile file)
{
    private const int ReadAhead = 1 << 20;

    private byte[] _buffer = [];
    private long _start;
    private int _count;

    /// <summary>
    /// The bytes at an offset; fewer only at the end of the file. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<byte> At(long offset, int count)
    {
        if (offset < _start || offset + count > _start + _count)
        {
            if (_buffer.Length < count || _buffer.Length == 0)
            {
                _buffer = new byte[Math.Max(count, (int)Math.Clamp(file.Length, 1, ReadAhead))];
            }

            _start = offset;
            _count = file.Read(offset, _buffer);
        }

        var from = (int)(offset - _start);
        return _buffer.AsSpan(from, Math.Min(count, _count - from));
    }

    /// <summary>
    /// Forgets what was read, so that the next read sees what another process has written since.
    /// </summary>
    public void Refresh() => _count = 0;

    /// <summary>The offset after the last byte from <paramref name="from"/> on that is not zero.</summary>
    public long EndOfContent(long from)
    {
        var end = from;
        for (var at = from; ;)
        {
            var bytes = At(at, Math.Max(1, _buffer.Length));
            if (bytes.IsEmpty)
            {
                return end;
            }

            var last = bytes.LastIndexOfAnyExcept((byte)0);
            end = last < 0 ? end : at + last + 1;
            at += bytes.Length;
        }
    }
}
