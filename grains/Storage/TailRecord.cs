using System.Buffers;
using System.Buffers.Binary;

namespace FlashSale.Grains;

/// <summary>What one commit changed, as one body: a record of the tail of a store.</summary>
/// <remarks>
/// Format 1, little endian: the format (1 byte), then for each row kind (2), owner (8), item (8), version (8;
/// 0 if the row is gone), due (8; the smallest number if never), length of the body (4) and the body.
/// </remarks>
internal static class TailRecord
{
    private const byte Format = 1;
    private const int HeadBytes = 38;
    private const long NeverDue = long.MinValue;

    /// <summary>Writes the rows as they are after a commit.</summary>
    public static void Write(ArrayBufferWriter<byte> body, IReadOnlyList<RowChange> changes)
    {
        body.ResetWrittenCount();
        body.GetSpan(1)[0] = Format;
        body.Advance(1);
        foreach (var change in changes)
        {
            var length = change.Body?.Length ?? 0;
            var row = body.GetSpan(HeadBytes + length);
            BinaryPrimitives.WriteInt16LittleEndian(row, (short)change.Key.Kind);
            BinaryPrimitives.WriteInt64LittleEndian(row[2..], change.Key.Owner);
            BinaryPrimitives.WriteInt64LittleEndian(row[10..], change.Key.Item);
            BinaryPrimitives.WriteInt64LittleEndian(row[18..], change.Version);
            BinaryPrimitives.WriteInt64LittleEndian(row[26..], change.DueMs ?? NeverDue);
            BinaryPrimitives.WriteInt32LittleEndian(row[34..], length);
            change.Body?.CopyTo(row[HeadBytes..]);
            body.Advance(HeadBytes + length);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; bases are not kept, and 0.</summary>
    /// <exception cref="RowStoreException">It was damaged, or written by a newer program.</exception>
    public static IEnumerable<RowChange> Read(byte[] body)
    {
        if (body is not [Format, ..])
        {
            throw new RowStoreException("A record of the tail has a format that this program does not know.");
        }

        for (var at = 1; at < body.Length;)
        {
            var change = RowAt(body.AsSpan(at), out var length);
            at += length;
            yield return change;
        }
    }

    private static RowChange RowAt(ReadOnlySpan<byte> row, out int length)
    {
        var bytes = row.Length < HeadBytes ? -1 : BinaryPrimitives.ReadInt32LittleEndian(row[34..]);
        if (bytes < 0 || bytes > row.Length - HeadBytes)
        {
            throw new RowStoreException("A record of the tail ends within a row: the file was damaged.");
        }

        length = HeadBytes + bytes;
        var key = new RowKey(
            (RowKind)BinaryPrimitives.ReadInt16LittleEndian(row),
            BinaryPrimitives.ReadInt64LittleEndian(row[2..]),
            BinaryPrimitives.ReadInt64LittleEndian(row[10..]));
        var version = BinaryPrimitives.ReadInt64LittleEndian(row[18..]);
        var due = BinaryPrimitives.ReadInt64LittleEndian(row[26..]);
        return new RowChange(
            key, 0, version, version == 0 ? null : row[HeadBytes..length].ToArray(),
            due == NeverDue ? null : due);
    }
}
