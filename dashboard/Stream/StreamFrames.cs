using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FlashSale.Dashboard;

/// <summary>Sixteen bytes of a frame: an amount of fen and two numbers, little-endian.</summary>
/// <param name="Amount">Bytes 0–7.</param>
/// <param name="First">Bytes 8–11.</param>
/// <param name="Second">Bytes 12–15.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct FrameBlock(long Amount, int First, int Second);

/// <summary>The head of a command's frame.</summary>
/// <param name="Number">Chosen by the client; the answer has it too.</param>
/// <param name="Kind">Which command.</param>
/// <param name="Argument">What the kind says it is; else 0.</param>
/// <param name="Blocks">How many blocks follow.</param>
/// <param name="Id">What it is about.</param>
public readonly record struct FrameHead(uint Number, StreamKind Kind, byte Argument, byte Blocks, long Id);

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
    public const string SubProtocol = "flashsale.v1";

    /// <summary>Bytes of the first message from the server: version, and the window.</summary>
    public const int HelloBytes = 8;

    /// <summary>The version in that message.</summary>
    public const uint Version = 1;

    /// <summary>Bytes of a command's head.</summary>
    public const int HeadBytes = 16;

    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = 16;

    /// <summary>Bytes of an answer.</summary>
    public const int AnswerBytes = 24;

    /// <summary>Writes a command's frame; gives its length.</summary>
    /// <exception cref="ArgumentException">The buffer is too small, or the blocks are too many.</exception>
    public static int Write(Span<byte> to, in FrameHead head, ReadOnlySpan<FrameBlock> blocks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks.Length, byte.MaxValue, nameof(blocks));
        WriteHead(to, head with { Blocks = (byte)blocks.Length });
        var rest = to[HeadBytes..];
        foreach (ref readonly var block in blocks)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, block.Amount);
            BinaryPrimitives.WriteInt32LittleEndian(rest[8..], block.First);
            BinaryPrimitives.WriteInt32LittleEndian(rest[12..], block.Second);
            rest = rest[BlockBytes..];
        }

        return HeadBytes + (blocks.Length * BlockBytes);
    }

    /// <summary>Writes the frame of a checkout; gives its length.</summary>
    public static int WriteCheckout(Span<byte> to, uint number, CheckoutId id, ReadOnlySpan<CartLine> lines)
    {
        WriteHead(to, new FrameHead(number, StreamKind.Checkout, 0, checked((byte)lines.Length), id.Packed));
        var rest = to[HeadBytes..];
        foreach (ref readonly var line in lines)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, line.PriceSeen.Fen);
            BinaryPrimitives.WriteInt32LittleEndian(rest[8..], line.Listing.Value);
            BinaryPrimitives.WriteInt32LittleEndian(rest[12..], line.Units);
            rest = rest[BlockBytes..];
        }

        return HeadBytes + (lines.Length * BlockBytes);
    }

    /// <summary>Reads a head; false if the bytes are none.</summary>
    public static bool TryReadHead(ReadOnlySpan<byte> from, out FrameHead head)
    {
        head = default;
        if (from.Length < HeadBytes || from[7] != 0)
        {
            return false;
        }

        head = new FrameHead(
            BinaryPrimitives.ReadUInt32LittleEndian(from), (StreamKind)from[4], from[5], from[6],
            BinaryPrimitives.ReadInt64LittleEndian(from[8..]));
        return true;
    }

    /// <summary>Reads a block.</summary>
    public static FrameBlock ReadBlock(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadInt64LittleEndian(from),
        BinaryPrimitives.ReadInt32LittleEndian(from[8..]),
        BinaryPrimitives.ReadInt32LittleEndian(from[12..]));

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

    private static void WriteHead(Span<byte> to, in FrameHead head)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, head.Number);
        (to[4], to[5], to[6], to[7]) = ((byte)head.Kind, head.Argument, head.Blocks, 0);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], head.Id);
    }
}
