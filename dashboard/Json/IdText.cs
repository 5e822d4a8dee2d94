namespace FlashSale.Dashboard;

/// <summary>
/// Reads ids as they are written: «s3», «l5», «b17», «b17-3», «b17-3.0». Each id has one form only.
/// </summary>
internal static class IdText
{
    /// <summary>Reads a letter and a number.</summary>
    public static bool TryNumbered(ReadOnlySpan<byte> text, char letter, out int value)
    {
        value = 0;
        return text.Length > 1 && text[0] == letter && TryNumber(text[1..], int.MaxValue, out value);
    }

    /// <summary>Reads «b17-3».</summary>
    public static bool TryCheckout(ReadOnlySpan<byte> text, out CheckoutId id)
    {
        id = default;
        var dash = text.IndexOf((byte)'-');
        if (dash < 0 || !TryNumbered(text[..dash], 'b', out var buyer)
            || !TryNumber(text[(dash + 1)..], CheckoutId.NumberMax, out var number))
        {
            return false;
        }

        id = new CheckoutId(new BuyerId(buyer), number);
        return true;
    }

    /// <summary>Reads «b17-3.0».</summary>
    public static bool TryOrder(ReadOnlySpan<byte> text, out OrderId id)
    {
        id = default;
        var dot = text.IndexOf((byte)'.');
        if (dot < 0 || !TryCheckout(text[..dot], out var checkout)
            || !TryNumber(text[(dot + 1)..], Limits.LinesPerCartMax - 1, out var part))
        {
            return false;
        }

        id = checkout.Order(part);
        return true;
    }

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

    private static bool TryNumber(ReadOnlySpan<byte> text, int max, out int value)
    {
        var isNumber = TryNumber(text, (long)max, out var number);
        value = isNumber ? (int)number : 0;
        return isNumber;
    }
}
