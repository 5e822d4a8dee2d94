using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FlashSale.Marketplace;

/// <summary>Takes the fields of a command out of its bytes, in the order in which they were put.</summary>
/// <param name="bytes">The command's bytes after its kind.</param>
/// <param name="lines">
/// Room for <see cref="LinesMax"/> lines, which a command that is carried out at once may use; null to make
/// room of its own.
/// </param>
public ref struct FieldReader(ReadOnlySpan<byte> bytes, CartLine[]? lines = null)
{
    /// <summary>The most lines that a command can carry.</summary>
    public const int LinesMax = byte.MaxValue;

    /// <summary>Stands for no moment where there may be none.</summary>
    internal const long NoMoment = long.MinValue;

    private const long MomentMin = -62_135_596_800_000; // in the year 1
    private const long MomentMax = 253_402_300_799_999; // in the year 9999

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether all fields are taken.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>Takes a number or a row of numbers.</summary>
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

    /// <summary>Takes an amount.</summary>
    public Money TakeMoney() => Money.FromFen(Take<long>());

    /// <summary>Takes a moment.</summary>
    public DateTimeOffset TakeMoment() => MomentOf(Take<long>());

    /// <summary>Takes a moment, or that there is none.</summary>
    public DateTimeOffset? TakeMomentOrNone() =>
        Take<long>() is var ms && ms == NoMoment ? null : MomentOf(ms);

    /// <summary>Takes whether something is so.</summary>
    public bool TakeBool() => Take<byte>() == 1;

    /// <summary>Takes a checkout's id.</summary>
    /// <exception cref="InvalidDataException">The bits are no such id.</exception>
    public CheckoutId TakeCheckout() => CheckoutId.FromPacked(Take<long>())
        ?? throw new InvalidDataException("A command names no checkout id.");

    /// <summary>Takes an order's id.</summary>
    /// <exception cref="InvalidDataException">The bits are no such id.</exception>
    public OrderId TakeOrder() => OrderId.FromPacked(Take<long>())
        ?? throw new InvalidDataException("A command names no order id.");

    /// <summary>Takes who signed a command without a client's name; none if nothing is left.</summary>
    public Signature TakeSignature() => IsEmpty ? default : new Signature(TakeText(), TakeText());

    /// <summary>Takes who signed a command that may have a client's name behind it.</summary>
    public Signature TakeSignatureBeforeRequest() => _rest.Length > sizeof(long) ? TakeSignature() : default;

    /// <summary>Takes the client's name for the command, if there is one behind all other fields.</summary>
    public RequestId TakeRequest() => IsEmpty ? default : new RequestId(Take<long>());

    /// <summary>Takes a text.</summary>
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

    /// <summary>Takes attributes; none if nothing is left.</summary>
    /// <exception cref="InvalidDataException">The text is no attributes.</exception>
    public ListingAttributes TakeAttributes() =>
        ListingAttributes.OfStored(IsEmpty ? null : TakeText(), "A command");

    /// <summary>Takes a policy; null if it was too long to be put.</summary>
    /// <exception cref="InvalidDataException">The text is no policy of this version.</exception>
    public Policy? TakePolicy()
    {
        var length = Take<int>();
        if (length < 0 || length > Math.Min(_rest.Length, PolicyText.BytesMax))
        {
            throw new InvalidDataException("A policy of a command is cut off or too long.");
        }

        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return length == 0 ? null : PolicyText.Read(text);
    }

    /// <summary>Takes lines with their number.</summary>
    public ReadOnlyMemory<CartLine> TakeLines()
    {
        var count = Take<byte>();
        var size = count * Unsafe.SizeOf<CartLine>();
        if (size > _rest.Length)
        {
            throw new InvalidDataException("A command has fewer lines than it says.");
        }

        var taken = lines ?? new CartLine[count];
        MemoryMarshal.Cast<byte, CartLine>(_rest[..size]).CopyTo(taken);
        _rest = _rest[size..];
        return taken.AsMemory(0, count);
    }

    private static DateTimeOffset MomentOf(long ms) =>
        ms >= MomentMin && ms <= MomentMax
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : throw new InvalidDataException("A command names a moment that there is not.");
}
