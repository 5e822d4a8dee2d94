using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// An order: the checkout that made it and which of the checkout's stores it is for, counted from 0.
/// </summary>
/// <remarks>Rule CRT-1: a checkout makes one order per store. Written «b17-3.0».</remarks>
public readonly record struct OrderId
{
    private OrderId(long packed) => Packed = packed;

    /// <summary>The id in 64 bits: buyer 32, checkout number 24, part 8.</summary>
    public long Packed { get; }

    /// <summary>The buyer.</summary>
    public BuyerId Buyer => new((int)(Packed >> 32));

    /// <summary>The checkout that made this order.</summary>
    public CheckoutId Checkout => CheckoutId.FromPacked(Packed & ~0xFFL)!.Value;

    /// <summary>Which of the checkout's stores, in the order of their first lines, from 0.</summary>
    public int Part => (int)(Packed & 0xFF);

    /// <summary>Names the order of a checkout at its store number <paramref name="part"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The part is not below <see cref="Limits.LinesPerCartMax"/>.
    /// </exception>
    public static OrderId Of(CheckoutId checkout, int part)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, Limits.LinesPerCartMax);
        return new OrderId(checkout.Packed | (long)part);
    }

    /// <summary>Reads <see cref="Packed"/> back; null if the bits are no order id.</summary>
    public static OrderId? FromPacked(long packed) =>
        packed >= 0 && (packed & 0xFF) < Limits.LinesPerCartMax ? new OrderId(packed) : null;

    /// <summary>Reads the form that <see cref="ToString"/> writes; null if the text is no order id.</summary>
    public static OrderId? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return text.StartsWith('b') && dash > 1 && dot > dash + 1
            && IsNumber(text[1..dash], int.MaxValue, out var buyer)
            && IsNumber(text[(dash + 1)..dot], CheckoutId.NumberMax, out var number)
            && IsNumber(text[(dot + 1)..], Limits.LinesPerCartMax - 1, out var part)
            ? Of(new CheckoutId(new BuyerId(buyer), number), part)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Checkout}.{Part}");

    private static bool IsNumber(string text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max;
}
