namespace FlashSale.Simulator;

/// <summary>A buyer's try to check out, in the bits of an event.</summary>
/// <param name="Kind">Why the buyer came.</param>
/// <param name="Before">Tries before this one.</param>
internal readonly record struct Try(ArrivalKind Kind, int Before)
{
    private const int KindBits = 2;

    /// <summary>The form that an event keeps.</summary>
    public int Packed => (Before << KindBits) | (int)Kind;

    /// <summary>The next try.</summary>
    public Try Next => this with { Before = Before + 1 };

    /// <summary>Reads <see cref="Packed"/> back.</summary>
    public static Try Of(int packed) => new((ArrivalKind)(packed & ((1 << KindBits) - 1)),
        packed >> KindBits);
}
