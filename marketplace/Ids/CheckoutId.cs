using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// One press of «pay»: the buyer and a number that the buyer's client chooses and never uses for anything
/// else.
/// </summary>
/// <remarks>
/// Rule ORD-4: sending the same checkout again gives the first answer. The buyer is part of the id, so that
/// any
/// host finds the buyer's cart and orders from the id alone.
/// </remarks>
public readonly record struct CheckoutId
{
    /// <summary>The largest number a client may choose.</summary>
    public const int NumberMax = (1 << 24) - 1;

    /// <summary>Names a checkout.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number is negative or above <see cref="NumberMax"/>.
    /// </exception>
    public CheckoutId(BuyerId buyer, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(buyer.Value);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, NumberMax);
        Packed = ((long)buyer.Value << 32) | ((long)number << 8);
    }

    private CheckoutId(long packed) => Packed = packed;

    /// <summary>The buyer who checks out.</summary>
    public BuyerId Buyer => new((int)(Packed >> 32));

    /// <summary>The number that the client chose, 0 to <see cref="NumberMax"/>.</summary>
    public int Number => (int)((Packed >> 8) & NumberMax);

    /// <summary>The id in 64 bits: buyer, number, and eight zero bits.</summary>
    public long Packed { get; }

    /// <summary>
    /// The id of the order that this checkout makes at its store number <paramref name="part"/>.
    /// </summary>
    public OrderId Order(int part) => OrderId.Of(this, part);

    /// <summary>Reads <see cref="Packed"/> back; null if the bits are no checkout id.</summary>
    public static CheckoutId? FromPacked(long packed) =>
        packed >= 0 && (packed & 0xFF) == 0 ? new CheckoutId(packed) : null;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Buyer}-{Number}");
}
