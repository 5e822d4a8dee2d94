using System.Buffers.Binary;

namespace FlashSale.Dashboard;

/// <summary>One answer of a stream.</summary>
/// <param name="Number">That of the command.</param>
/// <param name="Kind">Which enum the result is of; 0 if the market gave no answer.</param>
/// <param name="Result">The member; without an answer of the market, the request's fault.</param>
/// <param name="Orders">Orders placed by a checkout.</param>
/// <param name="Line">The line that was refused; −1 if none was.</param>
/// <param name="Amount">An amount in fen, as in the answer to a single call.</param>
/// <param name="AtMs">
/// Until when to pay, or when to try again, as Unix time in ms of the market; of a busy market how many ms to
/// wait.
/// </param>
public readonly record struct StreamAnswer(
    uint Number, AnswerKind Kind, byte Result, byte Orders, sbyte Line, long Amount, long AtMs);

/// <summary>How commands and answers of a stream lie in bytes; docs/reference/api.md draws it.</summary>
public static class StreamFrames
{
    /// <summary>The WebSocket subprotocol, which names the version.</summary>
    public const string SubProtocol = "flashsale.v2";

    /// <summary>Bytes of the first message from the server: version, and the window.</summary>
    public const int HelloBytes = 8;

    /// <summary>The version in that message.</summary>
    public const uint Version = 2;

    /// <summary>Bytes before a command: its number and how many bytes it has.</summary>
    public const int HeadBytes = 6;

    /// <summary>Bytes of an answer.</summary>
    public const int AnswerBytes = 24;

    /// <summary>Writes a command's frame; gives its length.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="number">Chosen by the client; the answer has it too.</param>
    /// <param name="packed">The command, as a <see cref="FieldWriter"/> packs it.</param>
    public static int Write(Span<byte> to, uint number, ReadOnlySpan<byte> packed)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, number);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], checked((ushort)packed.Length));
        packed.CopyTo(to[HeadBytes..]);
        return HeadBytes + packed.Length;
    }

    /// <summary>Reads a command's frame; false if the bytes begin with no whole one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out uint number, out ReadOnlySpan<byte> packed)
    {
        number = 0;
        packed = default;
        if (from.Length <= HeadBytes)
        {
            return false;
        }

        number = BinaryPrimitives.ReadUInt32LittleEndian(from);
        var length = LengthOf(from);
        if (length == 0 || from.Length < HeadBytes + length)
        {
            return false;
        }

        packed = from.Slice(HeadBytes, length);
        return true;
    }

    /// <summary>How many bytes the command of a frame has.</summary>
    public static int LengthOf(ReadOnlySpan<byte> frame) =>
        BinaryPrimitives.ReadUInt16LittleEndian(frame[4..]);

    /// <summary>Writes an answer.</summary>
    public static void Write(Span<byte> to, in StreamAnswer answer)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, answer.Number);
        (to[4], to[5], to[6]) = ((byte)answer.Kind, answer.Result, answer.Orders);
        to[7] = unchecked((byte)answer.Line); // −1 is 255
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], answer.Amount);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], answer.AtMs);
    }

    /// <summary>Reads an answer.</summary>
    public static StreamAnswer ReadAnswer(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(from), (AnswerKind)from[4], from[5], from[6],
        unchecked((sbyte)from[7]),
        BinaryPrimitives.ReadInt64LittleEndian(from[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[16..]));
}
