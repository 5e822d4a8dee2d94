using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// Packs one command into bytes: numbers little-endian without padding, texts with their length as UTF-16,
/// which brings back even half a letter, so that it is refused again.
/// </summary>
/// <remarks>
/// The bytes are those of journals. Texts and lines longer than the rules allow are cut, not lost: the market
/// refuses them all the same. One writer is used again and again, by one thread at a time.
/// </remarks>
public sealed class FieldWriter
{
    /// <summary>
    /// The longest command: a checkout of 120 lines, or a switch flipped with long words. A policy has room
    /// beside it.
    /// </summary>
    public const int BytesMax = 4_096;

    private const int LinesMax = Limits.LinesPerCartMax + 1;
    private const int TextMax = Signature.WhyLengthMax + 1;

    private byte[] _bytes = new byte[BytesMax];
    private int _length;
    private bool _isSigned;

    /// <summary>What was packed since the beginning; only until the next one.</summary>
    public ReadOnlySpan<byte> Packed => _bytes.AsSpan(0, _length);

    /// <summary>Packs a command with its kind; gives its bytes, valid until the next one is packed.</summary>
    public ReadOnlySpan<byte> Pack<TCommand>(scoped in TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        Begin(TCommand.Kind);
        command.Write(this);
        return Packed;
    }

    /// <summary>Begins a command.</summary>
    public void Begin(CommandKind kind)
    {
        (_length, _isSigned) = (0, false);
        Put((byte)kind);
    }

    /// <summary>Puts a number or a row of numbers.</summary>
    public void Put<T>(T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(_bytes.AsSpan(_length), value);
        _length += Unsafe.SizeOf<T>();
    }

    /// <summary>Puts an amount, in fen.</summary>
    public void Put(Money amount) => Put(amount.Fen);

    /// <summary>Puts a moment, to the millisecond.</summary>
    public void Put(DateTimeOffset moment) => Put(moment.ToUnixTimeMilliseconds());

    /// <summary>Puts a moment, or that there is none.</summary>
    public void Put(DateTimeOffset? moment) => Put(moment?.ToUnixTimeMilliseconds() ?? FieldReader.NoMoment);

    /// <summary>Puts whether something is so.</summary>
    public void Put(bool isSo) => Put((byte)(isSo ? 1 : 0));

    /// <summary>Puts who signed, behind all fields but the client's name; no bytes if nobody did.</summary>
    public void Put(Signature by)
    {
        _isSigned = !by.IsNone;
        if (_isSigned)
        {
            Put(by.Who);
            Put(by.Why);
        }
    }

    /// <summary>
    /// Puts a client's name for the command, behind all other fields; no bytes if none and nobody signed.
    /// </summary>
    public void Put(RequestId request)
    {
        if (!request.IsNone || _isSigned)
        {
            Put(request.Value);
        }
    }

    /// <summary>Puts a text.</summary>
    public void Put(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.AsSpan(0, Math.Min(text.Length, TextMax));
        Put((ushort)kept.Length);
        PutBytes(MemoryMarshal.AsBytes(kept));
    }

    /// <summary>Puts attributes as their text, behind all other fields; no bytes if there are none.</summary>
    public void Put(ListingAttributes attributes)
    {
        if (attributes.Stored is { } text)
        {
            Put(text);
        }
    }

    /// <summary>Puts a policy as text with its length; nothing of what is longer than may be.</summary>
    public void Put(Policy? policy)
    {
        var text = PolicyText.Bytes(policy);
        if (_bytes.Length < BytesMax + text.Length)
        {
            Array.Resize(ref _bytes, BytesMax + text.Length);
        }

        Put(text.Length);
        PutBytes(text);
    }

    /// <summary>Puts lines with their number.</summary>
    public void Put(ReadOnlySpan<CartLine> lines)
    {
        var kept = lines[..Math.Min(lines.Length, LinesMax)];
        Put((byte)kept.Length);
        PutBytes(MemoryMarshal.AsBytes(kept));
    }

    private void PutBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
