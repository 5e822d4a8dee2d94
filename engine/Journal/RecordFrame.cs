using System.Buffers.Binary;

namespace FlashSale.Engine;

/// <summary>Receives the records of a journal in order. The bytes are valid only during the call.</summary>
internal delegate void RecordVisitor(long sequence, ReadOnlySpan<byte> record);

/// <summary>A record in a batch: its length in four bytes, little end first, then its bytes.</summary>
internal static class RecordFrame
{
    public const int PrefixBytes = sizeof(int);

    /// <summary>Takes the first record off; false if there is none or its length does not fit.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> framed, out ReadOnlySpan<byte> record)
    {
        record = default;
        if (framed.Length < PrefixBytes)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(framed);
        if (length < 0 || length > framed.Length - PrefixBytes)
        {
            return false;
        }

        record = framed.Slice(PrefixBytes, length);
        framed = framed[(PrefixBytes + length)..];
        return true;
    }

    /// <summary>How many records there are; null if the bytes are not exactly a row of records.</summary>
    public static int? Count(ReadOnlySpan<byte> framed)
    {
        var count = 0;
        while (TryTake(ref framed, out _))
        {
            count++;
        }

        return framed.IsEmpty ? count : null;
    }
}
