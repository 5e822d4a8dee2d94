using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>
/// A taste in eight directions, each from −1 to 1 in steps of 1/127: of a buyer, or what a listing offers to
/// one (rule SRC-1).
/// </summary>
/// <remarks>
/// What a listing offers is read from its title and brand: each word pushes every direction one way or the
/// other, as a hash of it says (a random projection; Charikar, «Similarity estimation techniques from
/// rounding algorithms», 2002), so that titles with the same words point the same way. Whole numbers, so that
/// a product is the same on every machine. 8 bytes.
/// </remarks>
/// <param name="Packed">The directions, a byte each, the first one lowest.</param>
public readonly record struct TasteVector(ulong Packed)
{
    /// <summary>How many directions there are.</summary>
    public const int Directions = 8;

    private const int StepsOfOne = 127;

    /// <summary>One direction, −127 to 127.</summary>
    public int this[int direction] => unchecked((sbyte)(Packed >> (direction * 8)));

    /// <summary>A taste of these directions; null if they are not eight numbers from −1 to 1.</summary>
    public static TasteVector? Of(ReadOnlySpan<double> directions)
    {
        if (directions.Length != Directions)
        {
            return null;
        }

        Span<int> steps = stackalloc int[Directions];
        for (var at = 0; at < Directions; at++)
        {
            if (!(directions[at] is >= -1 and <= 1))
            {
                return null;
            }

            steps[at] = Rounded(directions[at] * StepsOfOne);
        }

        return Pack(steps);
    }

    /// <summary>What a listing with this title offers, if it is of no brand.</summary>
    public static TasteVector OfTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Of(SearchWords.Of(title), brand: 0);
    }

    /// <summary>What a listing with these words in its title offers.</summary>
    internal static TasteVector Of(IReadOnlyList<string> words, int brand)
    {
        Span<int> sums = stackalloc int[Directions];
        sums.Clear();
        foreach (var word in words)
        {
            Add(sums, default(Fingerprint).With(word).Value);
        }

        if (brand > 0)
        {
            Add(sums, default(Fingerprint).With(brand).Value);
        }

        var square = 0;
        foreach (var sum in sums)
        {
            square += sum * sum;
        }

        var length = square == 0 ? 1 : Math.Sqrt(square); // exact by IEEE 754
        foreach (ref var sum in sums)
        {
            sum = Rounded(sum * StepsOfOne / length);
        }

        return Pack(sums);
    }

    /// <summary>How near two tastes are: 1 the same, 0 nothing in common, −1 the opposite.</summary>
    public double Near(TasteVector other)
    {
        var product = 0;
        for (var direction = 0; direction < Directions; direction++)
        {
            product += this[direction] * other[direction];
        }

        return product / (double)(StepsOfOne * StepsOfOne);
    }

    /// <summary>The eight numbers with commas between them.</summary>
    public override string ToString()
    {
        var all = this;
        return string.Join(',', Enumerable.Range(0, Directions).Select(direction =>
            (all[direction] / (double)StepsOfOne).ToString("0.###", CultureInfo.InvariantCulture)));
    }

    private static void Add(Span<int> sums, ulong hash)
    {
        for (var direction = 0; direction < sums.Length; direction++)
        {
            sums[direction] += (hash >> direction) % 2 == 0 ? 1 : -1;
        }
    }

    private static int Rounded(double steps) => (int)(steps + (steps < 0 ? -0.5 : 0.5));

    private static TasteVector Pack(ReadOnlySpan<int> steps)
    {
        var packed = 0UL;
        for (var at = 0; at < steps.Length; at++)
        {
            packed |= (ulong)unchecked((byte)steps[at]) << (at * 8);
        }

        return new TasteVector(packed);
    }
}
