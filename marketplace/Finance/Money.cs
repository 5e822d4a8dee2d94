using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// An amount of money in whole fen (1 yuan = 100 fen). It may be negative: a debt, or the bank's side.
/// </summary>
/// <remarks>
/// Arithmetic is checked: an overflow is an exception, never a wrong amount. Rounding is named.
/// </remarks>
public readonly record struct Money : IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount in fen.</summary>
    public long Fen { get; }

    /// <summary>The amount in yuan, for people and reports.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => Fen < 0;

    /// <summary>Whether the amount is above zero.</summary>
    public bool IsPositive => Fen > 0;

    /// <summary>An amount of whole yuan.</summary>
    public static Money FromYuan(long yuan) => new(yuan * 100);

    /// <summary>An amount of whole fen.</summary>
    public static Money FromFen(long fen) => new(fen);

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left.Fen <= right.Fen ? left : right;

    /// <summary>A share in basis points (1/10,000), rounded down to a whole fen.</summary>
    public Money ShareRoundedDown(int basisPoints) => new(Scaled(Fen, basisPoints, 10_000));

    /// <summary>
    /// The part of this amount that <paramref name="part"/> is of <paramref name="whole"/>, rounded down.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not positive.</exception>
    public Money ProportionRoundedDown(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        return new(Scaled(Fen, part, whole));
    }

    // 128 bits only where a product needs them: their division is some twenty times as slow.
    private static long Scaled(long fen, long part, long whole) =>
        Math.BigMul(fen, part, out var product) == product >> 63
            ? product / whole
            : (long)((Int128)fen * part / whole);

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"¥{Yuan:#,0.00}");

#pragma warning disable CS1591 // The operators mean what they mean for numbers.
    public static Money operator +(Money left, Money right) => new(left.Fen + right.Fen);

    public static Money operator -(Money left, Money right) => new(left.Fen - right.Fen);

    public static Money operator -(Money amount) => new(-amount.Fen);

    public static Money operator *(Money amount, int times) => new(amount.Fen * times);

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;
#pragma warning restore CS1591
}
