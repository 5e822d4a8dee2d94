using System.Numerics;

namespace FlashSale.Simulator;

/// <summary>Points that fill the unit cube evenly, whatever their number; best at powers of 2.</summary>
/// <remarks>
/// In the order of the Gray code, as scipy and OpenTURNS have it. A digital shift – the bits of each factor
/// turned by a key – keeps the evenness and makes the points a draw: 0 is no special point any more.
/// </remarks>
public static class SobolSequence
{
    private const double Step = 1.0 / (1UL << 32);

    /// <summary>How many factors it knows.</summary>
    public static int FactorsMax => JoeKuoDirections.Dimensions;

    /// <summary>The first points.</summary>
    /// <param name="points">How many.</param>
    /// <param name="factors">Of how many factors, 1 to <see cref="FactorsMax"/>.</param>
    /// <param name="designSeed">The key of the digital shift; null for the plain sequence.</param>
    public static IReadOnlyList<IReadOnlyList<double>> Of(int points, int factors, ulong? designSeed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, FactorsMax);
        var directions = Enumerable.Range(0, factors).Select(JoeKuoDirections.Of).ToList();
        var shifts = Enumerable.Range(0, factors).Select(factor => designSeed is { } seed
            ? (uint)(Draws.At(seed, factor, StudyStreams.SobolShift, 0) >> 32) : 0).ToList();
        var bits = new uint[factors];
        var sequence = new List<IReadOnlyList<double>>(points);
        for (var point = 0; point < points; point++)
        {
            sequence.Add([.. bits.Zip(shifts, (one, shift) => (one ^ shift) * Step)]);
            var changed = BitOperations.TrailingZeroCount(~point);
            for (var factor = 0; factor < factors; factor++)
            {
                bits[factor] ^= directions[factor][changed];
            }
        }

        return sequence;
    }
}
