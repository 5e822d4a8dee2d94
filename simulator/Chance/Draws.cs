using System.Runtime.CompilerServices;

namespace FlashSale.Simulator;

/// <summary>
/// The random numbers of one entity for one purpose: draw number n is a pure function of (seed, entity,
/// stream, n).
/// </summary>
/// <remarks>
/// Two arms of a study that differ in one place keep all their other draws (common random numbers), and
/// nothing has to be stored but <see cref="Counter"/>. The mixing is the SplitMix64 finaliser, applied
/// twice for a draw and three times for a key. Not for secrets.
/// </remarks>
public struct Draws
{
    private const ulong Weyl = 0x9E37_79B9_7F4A_7C15; // 2^64 / golden ratio, odd
    private const double UnitStep = 1.0 / (1UL << 52);

    private readonly ulong _key;

    private Draws(ulong key, uint counter)
    {
        _key = key;
        Counter = counter;
    }

    /// <summary>
    /// How many numbers were drawn so far; together with the key this is the whole state.
    /// </summary>
    public uint Counter { get; private set; }

    /// <summary>
    /// The draws of an entity for a purpose, from draw number <paramref name="counter"/> on.
    /// </summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="entity">Whose draws: a buyer, a listing, an order.</param>
    /// <param name="stream">What for: entities of different kinds must not share a stream number.</param>
    /// <param name="counter">How many were drawn before.</param>
    public static Draws For(ulong seed, long entity, ushort stream, uint counter = 0) =>
        new(Key(seed, entity, stream), counter);

    /// <summary>Draw number <paramref name="counter"/> by itself: 64 evenly mixed bits.</summary>
    public static ulong At(ulong seed, long entity, ushort stream, uint counter) =>
        Mixed(Key(seed, entity, stream), counter);

    /// <summary>64 bits as a number strictly between 0 and 1, on a grid of 2^-52.</summary>
    public static double ToUnit(ulong bits) => ((bits >> 12) + 0.5) * UnitStep;

    /// <summary>The next 64 evenly mixed bits.</summary>
    public ulong Next()
    {
        var bits = Mixed(_key, Counter);
        Counter = unchecked(Counter + 1);
        return bits;
    }

    /// <summary>A number strictly between 0 and 1.</summary>
    public double Unit() => ToUnit(Next());

    /// <summary>
    /// A whole number from 0 to <paramref name="limit"/> − 1; its bias is below limit / 2^64.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)Math.BigMul(Next(), (ulong)limit, out _);
    }

    /// <summary>True with a probability; one draw is used whatever the probability.</summary>
    public bool Happens(double probability) => Unit() < probability;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(ulong seed, long entity, ushort stream) =>
        unchecked(Mix(Mix(Mix(seed + Weyl) + (ulong)entity) ^ ((stream + 1UL) * Weyl)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong key, uint counter) => unchecked(Mix(key ^ Mix((counter + 1UL) * Weyl)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
            return bits ^ (bits >> 31);
        }
    }
}
