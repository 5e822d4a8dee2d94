using System.Buffers.Binary;

namespace FlashSale.Engine;

/// <summary>The 64 bytes before the records of a batch.</summary>
/// <param name="RecordBytes">The bytes of the records, prefixes included.</param>
/// <param name="Records">How many records; none in a seal.</param>
/// <param name="First">The sequence of the first record.</param>
/// <param name="DurableBefore">When this was written, all records below this sequence were synced.</param>
/// <param name="RecordsCrc">CRC-32C of the records.</param>
/// <param name="Chain">The hash of the journal up to and with this batch.</param>
/// <remarks>
/// <code>
///  0  4  magic FSB1          16  8  durable before       32 16  chain hash
///  4  4  record bytes        24  4  records              48 12  zero
///  8  8  first sequence      28  4  CRC of the records   60  4  CRC-32C of bytes 0 to 59
/// </code>
/// The chain covers bytes 0 to 31 and the records. The header has a CRC of its own: even when the records are
/// lost, it witnesses what was durable before it.
/// </remarks>
internal readonly record struct BatchHeader(
    int RecordBytes,
    int Records,
    long First,
    long DurableBefore,
    uint RecordsCrc,
    ChainHash Chain)
{
    public const int Bytes = 64;

    /// <summary>
    /// The most that the records of one batch may take, in bytes; a length above it is damage.
    /// </summary>
    public const int RecordBytesMax = 64 << 20;

    /// <summary>No journal gets so long; a sequence above it is damage.</summary>
    public const long SequenceMax = 1L << 60;

    /// <summary>The leading bytes that the chain covers.</summary>
    public const int ChainedBytes = 32;

    private const int CrcAt = 60;

    public static ReadOnlySpan<byte> Magic => "FSB1"u8;

    /// <summary>The sequence after the last record.</summary>
    public long Next => First + Records;

    /// <summary>The bytes of header and records.</summary>
    public int TotalBytes => Bytes + RecordBytes;

    /// <summary>Writes what the chain covers.</summary>
    public void WriteChained(Span<byte> to)
    {
        Magic.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], RecordBytes);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], First);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], DurableBefore);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], Records);
        BinaryPrimitives.WriteUInt32LittleEndian(to[28..], RecordsCrc);
    }

    public void Write(Span<byte> to)
    {
        WriteChained(to);
        Chain.Write(to[32..]);
        to[48..CrcAt].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(to[CrcAt..], Crc32C.Of(to[..CrcAt]));
    }

    /// <summary>Reads a header; null if it is not whole, fails its CRC, or says what cannot be.</summary>
    public static BatchHeader? Read(ReadOnlySpan<byte> from)
    {
        if (from.Length < Bytes
            || !from.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(from[CrcAt..]) != Crc32C.Of(from[..CrcAt]))
        {
            return null;
        }

        var header = new BatchHeader(
            BinaryPrimitives.ReadInt32LittleEndian(from[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[28..]),
            ChainHash.Read(from[32..]));
        return header.IsPossible ? header : null;
    }

    private bool IsPossible =>
        RecordBytes is >= 0 and <= RecordBytesMax
        && Records >= 0
        && First is >= 0 and <= SequenceMax
        && DurableBefore >= 0
        && DurableBefore <= First;
}
