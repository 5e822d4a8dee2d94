using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace FlashSale.Marketplace;

/// <summary>A claim about the code itself. It stays on in Release, and nobody catches its failure.</summary>
public static class Invariant
{
    /// <summary>
    /// Throws if the claim does not hold: the code is broken, and going on could lose money.
    /// </summary>
    /// <exception cref="UnreachableException">The claim does not hold.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool claim, string meaning)
    {
        if (!claim)
        {
            throw new UnreachableException($"Invariant broken: {meaning}.");
        }
    }
}
