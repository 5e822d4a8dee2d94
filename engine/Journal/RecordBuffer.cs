using System.Buffers.Binary;

namespace FlashSale.Engine;

/// <summary>
/// Collects records in the form in which the journal writes them; reused from batch to batch.
/// </summary>
internal sealed class RecordBuffer(int capacity = 1 << 16)
{
    private byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>The records collected.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The records with their prefixes, as <see cref="Journal.Append(ReadOnlySpan{byte}, int)"/> takes them.
    /// </summary>
    public ReadOnlySpan<byte> Framed => _bytes.AsSpan(0, _length);

    /// <summary>The first record, for the caller to change.</summary>
    public Span<byte> First =>
        _bytes.AsSpan(RecordFrame.PrefixBytes, BinaryPrimitives.ReadInt32LittleEndian(_bytes));

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> record) => record.CopyTo(Add(record.Length));

    /// <summary>Adds a record of a length, for the caller to fill before the next call.</summary>
    public Span<byte> Add(int length)
    {
        var start = _length + RecordFrame.PrefixBytes;
        var end = start + length;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), length);
        _length = end;
        Count++;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Forgets all records and keeps the memory.</summary>
    public void Clear()
    {
        _length = 0;
        Count = 0;
    }
}
