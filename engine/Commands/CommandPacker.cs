using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>
/// Packs one command into bytes: numbers little-endian without padding, texts with their length as UTF-16,
/// which brings back even half a letter, so that it is refused again.
/// </summary>
internal ref struct CommandPacker
{
    /// <summary>The longest command: a checkout of 120 lines, or a switch flipped with long words.</summary>
    public const int BytesMax = 4_096;

    /// <summary>Stands for no moment where there may be none.</summary>
    public const long NoMoment = long.MinValue;

    private readonly Span<byte> _bytes;
    private int _length;

    public CommandPacker(Span<byte> scratch, CommandKind kind)
    {
        _bytes = scratch;
        Put((byte)kind);
    }

    /// <summary>Sets the moment of a packed command that lets time pass.</summary>
    public static void Stamp(Span<byte> command, DateTimeOffset now) =>
        MemoryMarshal.Write(command[1..], now.ToUnixTimeMilliseconds());

    public readonly ReadOnlySpan<byte> Packed => _bytes[.._length];

    public void Put<T>(T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(_bytes[_length..], value);
        _length += Unsafe.SizeOf<T>();
    }

    public void Put(Money amount) => Put(amount.Fen);

    public void Put(DateTimeOffset moment) => Put(moment.ToUnixTimeMilliseconds());

    public void Put(DateTimeOffset? moment) => Put(moment?.ToUnixTimeMilliseconds() ?? NoMoment);

    public void PutText(string text)
    {
        Put((ushort)text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(_bytes[_length..]);
        _length += bytes.Length;
    }
}

/// <summary>Takes the fields of a command out of its bytes, in the order in which they were put.</summary>
internal ref struct CommandUnpacker(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>Takes a number or a row.</summary>
    /// <exception cref="InvalidDataException">The command is shorter than its kind.</exception>
    public T Take<T>()
        where T : unmanaged
    {
        if (!MemoryMarshal.TryRead(_rest, out T value))
        {
            throw new InvalidDataException("A command is shorter than its kind.");
        }

        _rest = _rest[Unsafe.SizeOf<T>()..];
        return value;
    }

    public Money TakeMoney() => Money.FromFen(Take<long>());

    public DateTimeOffset TakeMoment() => DateTimeOffset.FromUnixTimeMilliseconds(Take<long>());

    public DateTimeOffset? TakeMomentOrNone() =>
        Take<long>() is var ms && ms == CommandPacker.NoMoment ? null
            : DateTimeOffset.FromUnixTimeMilliseconds(ms);

    public string TakeText()
    {
        var length = Take<ushort>() * sizeof(char);
        if (length > _rest.Length)
        {
            throw new InvalidDataException("A text of a command is cut off.");
        }

        var text = new string(MemoryMarshal.Cast<byte, char>(_rest[..length]));
        _rest = _rest[length..];
        return text;
    }

    public ReadOnlySpan<T> TakeRows<T>(int rows)
        where T : unmanaged
    {
        var bytes = rows * Unsafe.SizeOf<T>();
        if (rows < 0 || bytes > _rest.Length)
        {
            throw new InvalidDataException("A command has fewer lines than it says.");
        }

        var taken = MemoryMarshal.Cast<byte, T>(_rest[..bytes]);
        _rest = _rest[bytes..];
        return taken;
    }
}
