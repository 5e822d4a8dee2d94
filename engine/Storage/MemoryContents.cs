namespace FlashSale.Engine;

/// <summary>The bytes of a file twice: as a reader sees them now, and as the last sync left them.</summary>
/// <remarks>
/// A sector is dirty when it was written since the last sync. A power loss mixes both images by sector; clean
/// sectors are the same in both, unless a fault made them differ.
/// </remarks>
internal sealed class MemoryContents
{
    /// <summary>The unit in which a disk writes, in bytes.</summary>
    public const int SectorBytes = 512;

    private static readonly PlainPowerLoss All = new(keepsAll: true);

    private readonly SortedSet<int> _dirty = [];
    private byte[] _now;
    private byte[] _synced;
    private int _syncedLength;

    public MemoryContents()
        : this([], 0)
    {
    }

    private MemoryContents(byte[] bytes, int length)
    {
        _now = bytes;
        _synced = (byte[])bytes.Clone();
        _syncedLength = Length = length;
    }

    /// <summary>The length now, in bytes.</summary>
    public int Length { get; private set; }

    public int Read(long offset, Span<byte> buffer)
    {
        var count = (int)Math.Clamp(Length - offset, 0, buffer.Length);
        _now.AsSpan((int)Math.Min(offset, Length), count).CopyTo(buffer);
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        WriteLost(offset, bytes);
        MarkDirty((int)offset, bytes.Length);
    }

    /// <summary>A write that readers see, but that no sync will bring to the disk.</summary>
    public void WriteLost(long offset, ReadOnlySpan<byte> bytes)
    {
        var end = (int)offset + bytes.Length;
        if (end > Length)
        {
            SetLength(end);
        }

        bytes.CopyTo(_now.AsSpan((int)offset));
    }

    /// <summary>
    /// Puts bytes on the disk where nobody asked for them; readers see them only after a power loss.
    /// </summary>
    public void WriteAstray(long offset, ReadOnlySpan<byte> bytes)
    {
        var end = (int)offset + bytes.Length;
        if (_synced.Length < end)
        {
            Array.Resize(ref _synced, end);
        }

        _syncedLength = Math.Max(_syncedLength, end);
        bytes.CopyTo(_synced.AsSpan((int)offset));
    }

    public void SetLength(long length)
    {
        var from = Math.Min(Length, (int)length);
        var to = Math.Max(Length, (int)length);
        if (_now.Length < length)
        {
            Array.Resize(ref _now, Math.Max((int)length, _now.Length * 2));
        }

        _now.AsSpan(from, to - from).Clear();
        Length = (int)length;
        MarkDirty(from, to - from);
    }

    public void Sync()
    {
        Reach(Length);
        KeepDirty(_synced, "", All);
        _dirty.Clear();
    }

    /// <summary>
    /// A sync that fails: some of what is dirty reaches the disk, and the rest is forgotten.
    /// </summary>
    /// <remarks>Like the kernel, it leaves the pages as they are for readers, and clean: the next sync skips
    /// them.</remarks>
    public void SyncInVain(string name, IPowerLoss reached)
    {
        Reach(reached.KeepsLength(name) ? Length : Math.Max(Length, _syncedLength));
        KeepDirty(_synced, name, reached);
        _dirty.Clear();
    }

    public MemoryContents AfterPowerLoss(string name, IPowerLoss loss)
    {
        var length = Length == _syncedLength || loss.KeepsLength(name) ? Length : _syncedLength;
        var bytes = new byte[Math.Max(Length, _syncedLength)];
        _synced.AsSpan(0, _syncedLength).CopyTo(bytes);
        KeepDirty(bytes, name, loss);
        bytes.AsSpan(length).Clear();
        return new MemoryContents(bytes, length);
    }

    /// <summary>Gives the image on the disk a length.</summary>
    private void Reach(int length)
    {
        if (_synced.Length < length)
        {
            Array.Resize(ref _synced, Math.Max(length, _now.Length));
        }

        _synced.AsSpan(Math.Min(length, _syncedLength)).Clear();
        _syncedLength = length;
    }

    private void KeepDirty(Span<byte> disk, string name, IPowerLoss reached)
    {
        foreach (var sector in _dirty)
        {
            var offset = Math.Min(sector * SectorBytes, Length);
            var count = Math.Min(SectorBytes, Length - offset);
            if (count > 0)
            {
                _now.AsSpan(offset, reached.BytesKept(name, offset, count)).CopyTo(disk[offset..]);
            }
        }
    }

    private void MarkDirty(int offset, int count)
    {
        var last = count > 0 ? (offset + count - 1) / SectorBytes : -1;
        for (var sector = offset / SectorBytes; sector <= last; sector++)
        {
            _dirty.Add(sector);
        }
    }
}
