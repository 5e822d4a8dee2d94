using System.Buffers.Text;

namespace FlashSale.Dashboard;

/// <summary>
/// All types of ids. Whatever reads or writes them – addresses, batches, bodies, OpenAPI – asks here.
/// </summary>
internal static class IdForms
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IIdForm> All { get; } =
    [
        Numbered('s', "store", 3, number => new StoreId(number), id => id.Value),
        Numbered('p', "seller", 3, number => new SellerId(number), id => id.Value),
        Numbered('l', "listing", 5, number => new ListingId(number), id => id.Value),
        Numbered('b', "buyer", 17, number => new BuyerId(number), id => id.Value),
        new IdForm<CheckoutId>("checkout", "b17-3", "^b[0-9]+-[0-9]+$", TryCheckout, Write),
        new IdForm<OrderId>("order", "b17-3.0", @"^b[0-9]+-[0-9]+\.[0-9]+$", TryOrder, Write),
    ];

    /// <summary>The form of a type; null if it is no type of ids.</summary>
    public static IIdForm? Find(Type type) => All.FirstOrDefault(form => form.Type == type);

    /// <summary>The form of a type of ids.</summary>
    public static IdForm<T> Of<T>() => Known<T>.Form;

    /// <summary>Reads a number without sign and without leading zeros.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, long max, out long value)
    {
        const int digitsMax = 18; // so that nothing overflows
        value = 0;
        if (text.Length is 0 or > digitsMax || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return value <= max;
    }

    private static IdForm<T> Numbered<T>(
        char letter, string name, int example, Func<int, T> of, Func<T, int> numberOf)
    {
        return new IdForm<T>(
            name, FormattableString.Invariant($"{letter}{example}"), $"^{letter}[0-9]+$", Read,
            (id, text) => Write(letter, numberOf(id), text));

        bool Read(ReadOnlySpan<byte> text, out T id)
        {
            var isId = TryNumbered(text, letter, out var number);
            id = of(number);
            return isId;
        }
    }

    private static bool TryNumbered(ReadOnlySpan<byte> text, char letter, out int value)
    {
        value = 0;
        return text.Length > 1 && text[0] == letter && TryNumber(text[1..], int.MaxValue, out value);
    }

    private static bool TryCheckout(ReadOnlySpan<byte> text, out CheckoutId id)
    {
        id = default;
        var dash = text.IndexOf((byte)'-');
        if (dash < 0 || !TryNumbered(text[..dash], 'b', out var buyer)
            || !TryNumber(text[(dash + 1)..], CheckoutId.NumberMax, out int number))
        {
            return false;
        }

        id = new CheckoutId(new BuyerId(buyer), number);
        return true;
    }

    private static bool TryOrder(ReadOnlySpan<byte> text, out OrderId id)
    {
        id = default;
        var dot = text.IndexOf((byte)'.');
        if (dot < 0 || !TryCheckout(text[..dot], out var checkout)
            || !TryNumber(text[(dot + 1)..], Limits.LinesPerCartMax - 1, out int part))
        {
            return false;
        }

        id = checkout.Order(part);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, int max, out int value)
    {
        var isNumber = TryNumber(text, max, out long number);
        value = isNumber ? (int)number : 0;
        return isNumber;
    }

    private static int Write(CheckoutId id, Span<byte> text)
    {
        var length = Write('b', id.Buyer.Value, text);
        return length + Write('-', id.Number, text[length..]);
    }

    private static int Write(OrderId id, Span<byte> text)
    {
        var length = Write(id.Checkout, text);
        return length + Write('.', id.Part, text[length..]);
    }

    private static int Write(char before, int number, Span<byte> text)
    {
        text[0] = (byte)before;
        Utf8Formatter.TryFormat(number, text[1..], out var written);
        return written + 1;
    }

    private static class Known<T>
    {
        public static readonly IdForm<T> Form = (IdForm<T>)Find(typeof(T))!;
    }
}
